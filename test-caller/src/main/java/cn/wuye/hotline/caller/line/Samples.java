package cn.wuye.hotline.caller.line;

/** Samples as the bytes of a frame. */
final class Samples {
  private Samples() {}

  static byte[] pcm(short[] samples) {
    byte[] bytes = new byte[samples.length * 2];
    for (int i = 0; i < samples.length; i++) {
      bytes[2 * i] = (byte) samples[i];
      bytes[2 * i + 1] = (byte) (samples[i] >> 8);
    }
    return bytes;
  }
}
