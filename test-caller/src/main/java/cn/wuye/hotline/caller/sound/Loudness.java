package cn.wuye.hotline.caller.sound;

/** How loud sound is, and what counts as sound at all. */
public final class Loudness {
  /**
   * Below this a hop is silence: the idle noise of telephone codecs is about −70, the softest
   * consonants of the prompts about −50.
   */
  public static final float AUDIBLE = -54;

  private static final float NOTHING = -96;
  private static final double FULL_SCALE = 32_768;

  private Loudness() {}

  /** Mean level in dB below full scale. */
  public static float dbfs(short[] samples, int from, int length) {
    double sum = 0;
    for (int i = from; i < from + length; i++) {
      sum += (double) samples[i] * samples[i];
    }
    double rms = Math.sqrt(sum / Math.max(1, length)) / FULL_SCALE;
    return rms <= 0 ? NOTHING : Math.max(NOTHING, (float) (20 * Math.log10(rms)));
  }

  /** The sound without the silence before and after it. */
  public static short[] trim(short[] samples) {
    int first = 0;
    int last = samples.length;
    while (first + Hops.HOP <= last && dbfs(samples, first, Hops.HOP) < AUDIBLE) {
      first += Hops.HOP;
    }
    while (last - Hops.HOP >= first && dbfs(samples, last - Hops.HOP, Hops.HOP) < AUDIBLE) {
      last -= Hops.HOP;
    }
    return java.util.Arrays.copyOfRange(samples, first, last);
  }
}
