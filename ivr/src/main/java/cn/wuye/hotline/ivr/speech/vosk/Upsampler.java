package cn.wuye.hotline.ivr.speech.vosk;

/**
 * Doubles the rate of telephone sound, for models that take only their own 16 kHz. Keeps the last
 * samples, so that pieces join without a click; one per stretch of sound.
 */
final class Upsampler {
  /**
   * Half of a half-band low-pass (Hamming window): weights of the samples 1, 3, 5 … half steps
   * away.
   */
  private static final double[] TAPS = taps(8);

  private final double[] last = new double[2 * TAPS.length];

  /** Sound at twice the rate, 8 samples late. */
  byte[] twice(byte[] pcm, int length) {
    byte[] out = new byte[length * 2];
    for (int i = 0; i + 1 < length; i += 2) {
      System.arraycopy(last, 1, last, 0, last.length - 1);
      last[last.length - 1] = (short) ((pcm[i] & 0xff) | (pcm[i + 1] << 8));
      put(out, 2 * i, last[TAPS.length - 1]);
      put(out, 2 * i + 2, between());
    }
    return out;
  }

  void forget() {
    java.util.Arrays.fill(last, 0);
  }

  private double between() {
    double sum = 0;
    for (int k = 0; k < TAPS.length; k++) {
      sum += TAPS[k] * (last[TAPS.length - 1 - k] + last[TAPS.length + k]);
    }
    return sum;
  }

  private static void put(byte[] out, int at, double value) {
    int sample = (int) Math.round(Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, value)));
    out[at] = (byte) sample;
    out[at + 1] = (byte) (sample >> 8);
  }

  private static double[] taps(int count) {
    double[] taps = new double[count];
    double sum = 0;
    for (int k = 0; k < count; k++) {
      double x = k + 0.5;
      double window = 0.54 + 0.46 * Math.cos(Math.PI * x / count);
      taps[k] = Math.sin(Math.PI * x) / (Math.PI * x) * window;
      sum += 2 * taps[k];
    }
    for (int k = 0; k < count; k++) {
      taps[k] /= sum;
    }
    return taps;
  }
}
