package cn.wuye.hotline.ivr.audiosocket;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.UUID;

/** Frames to bytes and back, for both ends of a stream. */
public final class FrameCodec {
  private static final int LONGEST = 0xffff;

  private FrameCodec() {}

  /**
   * Waits for the next whole frame, in however many pieces it comes.
   *
   * @throws EOFException when the stream ends, also within a frame
   */
  public static Frame read(DataInputStream in) throws IOException {
    int kind = in.readUnsignedByte();
    byte[] payload = new byte[in.readUnsignedShort()];
    in.readFully(payload);
    return new Frame(kind, payload);
  }

  /**
   * Writes a frame by exactly one {@code write}: Asterisk ends the call when a payload does not
   * follow its header within 5 ms.
   */
  public static void write(OutputStream out, Frame frame) throws IOException {
    out.write(encode(frame));
  }

  /** The bytes of a frame. */
  public static byte[] encode(Frame frame) {
    int length = frame.payload().length;
    if (length > LONGEST) {
      throw new IllegalArgumentException("a frame carries at most 65,535 bytes, not " + length);
    }
    return ByteBuffer.allocate(Frame.HEADER + length)
        .put((byte) frame.kind())
        .putShort((short) length)
        .put(frame.payload())
        .array();
  }

  /** The frame that opens a stream. */
  public static Frame opening(UUID id) {
    return new Frame(
        Frame.UUID,
        ByteBuffer.allocate(16)
            .putLong(id.getMostSignificantBits())
            .putLong(id.getLeastSignificantBits())
            .array());
  }

  /**
   * The UUID in an opening frame.
   *
   * @throws NotAudioSocket when this is no opening frame
   */
  public static UUID opened(Frame frame) throws NotAudioSocket {
    if (frame.kind() != Frame.UUID || frame.payload().length != 16) {
      throw new NotAudioSocket(
          "expected a UUID first, got a frame of kind 0x%02x with %d bytes"
              .formatted(frame.kind(), frame.payload().length));
    }
    ByteBuffer bytes = ByteBuffer.wrap(frame.payload());
    return new UUID(bytes.getLong(), bytes.getLong());
  }
}
