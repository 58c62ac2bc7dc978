package cn.wuye.hotline.ivr.prompt;

/**
 * Mono sound at some rate, full scale ±1.
 *
 * @param rate samples a second
 */
record Sound(float[] samples, int rate) {
  static final int TELEPHONE = 8000;

  static Sound silence(double seconds) {
    return new Sound(new float[(int) (seconds * TELEPHONE)], TELEPHONE);
  }

  /** A short tone, for a piece that nothing can say. */
  static Sound beep() {
    float[] samples = new float[TELEPHONE / 5];
    for (int i = 0; i < samples.length; i++) {
      double ends = Math.min(1, Math.min(i, samples.length - 1 - i) / 160.0);
      samples[i] = (float) (0.15 * ends * Math.sin(2 * Math.PI * 880 * i / TELEPHONE));
    }
    return new Sound(samples, TELEPHONE);
  }

  /** 16 bit signed little-endian. */
  byte[] pcm() {
    byte[] pcm = new byte[samples.length * 2];
    for (int i = 0; i < samples.length; i++) {
      int value = Math.round(Math.max(-1, Math.min(1, samples[i])) * 32767);
      pcm[2 * i] = (byte) value;
      pcm[2 * i + 1] = (byte) (value >> 8);
    }
    return pcm;
  }
}
