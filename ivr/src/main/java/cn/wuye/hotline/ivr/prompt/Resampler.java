package cn.wuye.hotline.ivr.prompt;

import java.math.BigInteger;

/**
 * Changes the rate of sound by a windowed sinc, which lets nothing above half of the lower rate
 * through.
 */
final class Resampler {
  private static final int LOBES = 16;

  /** The pass band ends a little below half the rate, where the filter's slope begins. */
  private static final double PASS = 0.92;

  private Resampler() {}

  static float[] resample(float[] in, int from, int to) {
    if (from == to) {
      return in.clone();
    }
    int common = BigInteger.valueOf(from).gcd(BigInteger.valueOf(to)).intValue();
    int up = to / common;
    int down = from / common;
    double cutoff = PASS * Math.min(1, (double) to / from);
    int reach = (int) Math.ceil(LOBES / cutoff);
    // Between two samples of the input the output falls on only so many places: weights are made
    // once for each.
    float[][] weights = new float[up][];
    for (int phase = 0; phase < up; phase++) {
      weights[phase] = weights((double) phase / up, cutoff, reach);
    }
    float[] out = new float[(int) Math.round((double) in.length * to / from)];
    for (int i = 0; i < out.length; i++) {
      long place = (long) i * down;
      out[i] = sum(in, (int) (place / up) - reach + 1, weights[(int) (place % up)]);
    }
    return out;
  }

  private static float sum(float[] in, int start, float[] weights) {
    float sum = 0;
    int end = Math.min(weights.length, in.length - start);
    for (int k = Math.max(0, -start); k < end; k++) {
      sum += weights[k] * in[start + k];
    }
    return sum;
  }

  /** Weights of the samples around a place, which lies a fraction after the middle one. */
  private static float[] weights(double fraction, double cutoff, int reach) {
    double[] exact = new double[2 * reach];
    double all = 0;
    for (int k = 0; k < exact.length; k++) {
      double x = k - (reach - 1) - fraction;
      double window = 0.54 + 0.46 * Math.cos(Math.PI * x / reach);
      exact[k] = Math.abs(x) > reach ? 0 : sinc(cutoff * x) * window;
      all += exact[k];
    }
    float[] weights = new float[exact.length];
    for (int k = 0; k < exact.length; k++) {
      weights[k] = (float) (exact[k] / all);
    }
    return weights;
  }

  private static double sinc(double x) {
    return Math.abs(x) < 1e-9 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
  }
}
