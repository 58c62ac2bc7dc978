package cn.wuye.hotline.caller.sound;

/** How like two sounds are, whatever their loudness: 1 the same, 0 nothing in common. */
public final class Correlation {
  private Correlation() {}

  /** Normalised correlation of a stretch of {@code a} with one of {@code b}. */
  static double at(short[] a, int fromA, short[] b, int fromB, int length) {
    double product = 0;
    double powerA = 1;
    double powerB = 1;
    for (int i = 0; i < length; i++) {
      double x = a[fromA + i];
      double y = b[fromB + i];
      product += x * y;
      powerA += x * x;
      powerB += y * y;
    }
    return product / Math.sqrt(powerA * powerB);
  }

  /**
   * Looks for the best place of a sound in a longer one.
   *
   * @param around the place in {@code heard} where it is supposed to begin
   * @param reach how many samples before and after that to look
   */
  static Place best(short[] sound, int from, int length, short[] heard, int around, int reach) {
    Place best = new Place(around, -1);
    for (int at = Math.max(0, around - reach); at <= around + reach; at++) {
      if (at + length > heard.length) {
        break;
      }
      double likeness = at(sound, from, heard, at, length);
      if (likeness > best.likeness()) {
        best = new Place(at, likeness);
      }
    }
    return best;
  }

  /**
   * Where a sound is most likely in a recording, however much noise is on it. Slow: for tests and
   * for the end of a call.
   */
  public static Place search(short[] sound, short[] recording) {
    int step = 4;
    Place best = new Place(0, -1);
    short[] coarseSound = thin(sound, step);
    short[] coarse = thin(recording, step);
    for (int at = 0; at + coarseSound.length <= coarse.length; at++) {
      double likeness = at(coarseSound, 0, coarse, at, coarseSound.length);
      if (likeness > best.likeness()) {
        best = new Place(at * step, likeness);
      }
    }
    return best(sound, 0, sound.length, recording, best.at(), 2 * step);
  }

  /** Every fourth sample after a low pass: the strong tones of speech survive it. */
  private static short[] thin(short[] samples, int step) {
    short[] thinned = new short[samples.length / step];
    for (int i = 0; i < thinned.length; i++) {
      int sum = 0;
      for (int k = 0; k < step; k++) {
        sum += samples[i * step + k];
      }
      thinned[i] = (short) (sum / step);
    }
    return thinned;
  }

  /**
   * A place where a sound may be.
   *
   * @param at sample index
   * @param likeness −1 to 1
   */
  public record Place(int at, double likeness) {}
}
