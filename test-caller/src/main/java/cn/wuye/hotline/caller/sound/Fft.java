package cn.wuye.hotline.caller.sound;

/** The power spectrum of one short stretch of sound. Belongs to one thread. */
final class Fft {
  private final int size;
  private final double[] window;
  private final double[] cos;
  private final double[] sin;
  private final int[] reversed;
  private final double[] re;
  private final double[] im;

  Fft(int size) {
    this.size = size;
    this.window = new double[size];
    this.cos = new double[size / 2];
    this.sin = new double[size / 2];
    this.reversed = new int[size];
    this.re = new double[size];
    this.im = new double[size];
    int bits = Integer.numberOfTrailingZeros(size);
    for (int i = 0; i < size; i++) {
      window[i] = 0.5 - 0.5 * Math.cos(2 * Math.PI * i / size);
      reversed[i] = Integer.reverse(i) >>> (32 - bits);
    }
    for (int i = 0; i < size / 2; i++) {
      cos[i] = Math.cos(2 * Math.PI * i / size);
      sin[i] = -Math.sin(2 * Math.PI * i / size);
    }
  }

  /** Writes the power of bins 0 to size/2 into {@code power}. */
  void power(short[] samples, int from, double[] power) {
    for (int i = 0; i < size; i++) {
      re[reversed[i]] = samples[from + i] * window[i];
      im[reversed[i]] = 0;
    }
    for (int half = 1; half < size; half *= 2) {
      int step = size / (2 * half);
      for (int start = 0; start < size; start += 2 * half) {
        for (int k = 0; k < half; k++) {
          butterfly(start + k, start + k + half, cos[k * step], sin[k * step]);
        }
      }
    }
    for (int i = 0; i <= size / 2; i++) {
      power[i] = re[i] * re[i] + im[i] * im[i];
    }
  }

  private void butterfly(int a, int b, double wr, double wi) {
    double tr = re[b] * wr - im[b] * wi;
    double ti = re[b] * wi + im[b] * wr;
    re[b] = re[a] - tr;
    im[b] = im[a] - ti;
    re[a] += tr;
    im[a] += ti;
  }
}
