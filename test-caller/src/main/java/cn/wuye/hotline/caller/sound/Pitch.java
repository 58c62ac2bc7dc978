package cn.wuye.hotline.caller.sound;

/** How much of a sound is one tone: tells whose tone is heard (Goertzel). */
public final class Pitch {
  private static final double RATE = 8000;

  private Pitch() {}

  /**
   * The share of the sound's energy that is a tone, 0 to 1; 0 of silence.
   *
   * @param hertz of the tone
   */
  public static double share(short[] samples, int hertz) {
    double turn = 2 * Math.cos(2 * Math.PI * hertz / RATE);
    double before = 0;
    double last = 0;
    double energy = 0;
    for (short sample : samples) {
      double next = sample + turn * last - before;
      before = last;
      last = next;
      energy += (double) sample * sample;
    }
    double power = last * last + before * before - turn * last * before;
    return energy < samples.length ? 0 : Math.min(1, 2 * power / (samples.length * energy));
  }
}
