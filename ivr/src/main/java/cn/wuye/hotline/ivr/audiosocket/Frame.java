package cn.wuye.hotline.ivr.audiosocket;

/**
 * One frame of the protocol: {@code kind(1) length(2, big-endian) payload}. Not copied: whoever
 * makes a frame leaves its payload alone afterwards.
 *
 * @param kind 0–255; kinds that are not named here are passed over by whoever reads them
 * @param payload 0–65,535 bytes
 */
@SuppressWarnings("ArrayRecordComponent") // fifty a second and call: compared by nobody
public record Frame(int kind, byte[] payload) {
  /** The sender ends the stream; no payload. */
  public static final int END = 0x00;

  /** First frame of a stream, sent by Asterisk: 16 bytes, the UUID of the call. */
  public static final int UUID = 0x01;

  /** One ASCII digit: a key the caller has released. */
  public static final int KEY = 0x03;

  /** 16-bit signed little-endian mono sound at 8 kHz. */
  public static final int AUDIO = 0x10;

  /** Something went wrong at the sender; one byte says what. */
  public static final int ERROR = 0xff;

  /** Bytes before the payload. */
  static final int HEADER = 3;
}
