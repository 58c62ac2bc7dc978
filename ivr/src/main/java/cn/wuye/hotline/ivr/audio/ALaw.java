package cn.wuye.hotline.ivr.audio;

/** The telephone's code of sound, G.711 A-law. */
public final class ALaw {
  private static final int CLIP = 32_635;
  private static final int EVEN_BITS = 0x55;
  private static final int SEGMENT = 0x70;

  private ALaw() {}

  /** What a telephone line leaves of 8 kHz 16-bit little-endian sound. */
  public static byte[] thereAndBack(byte[] pcm) {
    short[] samples = Pcm.samples(pcm);
    for (int i = 0; i < samples.length; i++) {
      samples[i] = decode(encode(samples[i]));
    }
    return Pcm.bytes(samples);
  }

  /** The code of a 16-bit sample. */
  public static byte encode(short sample) {
    boolean positive = sample >= 0;
    int level = Math.min(CLIP, positive ? sample : -sample - 1) >> 3;
    int exponent = 0;
    if (level >= 32) {
      exponent = 31 - Integer.numberOfLeadingZeros(level) - 4;
    }
    int mantissa = exponent <= 1 ? level >> 1 & 0x0f : level >> exponent & 0x0f;
    int code = exponent << 4 | mantissa;
    return (byte) ((positive ? code | 0x80 : code) ^ EVEN_BITS);
  }

  /** The middle of the step that a code stands for. */
  public static short decode(byte coded) {
    int code = (coded & 0xff) ^ EVEN_BITS;
    int exponent = (code & SEGMENT) >> 4;
    int level = (code & 0x0f) << 4 | 0x08;
    if (exponent > 0) {
      level = (level | 0x100) << exponent - 1;
    }
    return (short) ((code & 0x80) != 0 ? level : -level);
  }
}
