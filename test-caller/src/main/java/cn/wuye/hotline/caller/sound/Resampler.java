package cn.wuye.hotline.caller.sound;

/** Brings sound to a lower rate by a windowed sinc, so that nothing folds back. */
final class Resampler {
  private static final int HALF_WIDTH = 16;

  private Resampler() {}

  static short[] resample(short[] in, int from, int to) {
    if (from == to) {
      return in.clone();
    }
    double step = (double) from / to;
    double cut = Math.min(1, (double) to / from) * 0.95;
    int reach = (int) Math.ceil(HALF_WIDTH * Math.max(1, step));
    short[] out = new short[(int) (in.length / step)];
    for (int i = 0; i < out.length; i++) {
      double centre = i * step;
      int middle = (int) Math.floor(centre);
      double sum = 0;
      for (int k = Math.max(0, middle - reach); k <= Math.min(in.length - 1, middle + reach); k++) {
        double x = k - centre;
        double window = 0.5 + 0.5 * Math.cos(Math.PI * x / (reach + 1));
        sum += in[k] * sinc(x * cut) * cut * window;
      }
      out[i] = (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, Math.round(sum)));
    }
    return out;
  }

  private static double sinc(double x) {
    return x == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
  }
}
