package cn.wuye.hotline.caller.sound;

import java.util.Arrays;

/** How like two sounds are, whatever their loudness: 1 the same, 0 nothing in common. */
public final class Correlation {
  /** Of so many samples one is compared where a large stretch is searched, at first. */
  private static final int COARSE = 2;

  /** The same where a whole recording is. */
  private static final int VERY_COARSE = 4;

  /** So much less alike may the best place look then. */
  private static final double COARSE_ERROR = 0.15;

  private Correlation() {}

  /** How like a sound is, at each of the places from {@code first} on. */
  private record Places(int first, double[] likeness) {
    Place best() {
      int best = 0;
      for (int i = 1; i < likeness.length; i++) {
        best = likeness[i] > likeness[best] ? i : best;
      }
      return new Place(first + best, likeness[best]);
    }
  }

  /**
   * Looks for the best place of a sound in a longer one.
   *
   * @param around the place in {@code heard} where it is supposed to begin
   * @param reach how many samples before and after that to look
   */
  static Place best(short[] sound, int from, int length, short[] heard, int around, int reach) {
    int first = Math.max(0, around - reach);
    int last = Math.min(around + reach, heard.length - length);
    if (first > last) {
      return new Place(around, -1);
    }
    if (last - first <= 8 * COARSE) {
      return places(sound, from, length, heard, first, last).best();
    }
    Places coarse =
        places(
            thin(Arrays.copyOfRange(sound, from, from + length), COARSE),
            0,
            length / COARSE,
            thin(Arrays.copyOfRange(heard, first, last + length), COARSE),
            0,
            (last - first) / COARSE);
    Place best = coarse.best();
    double promising = best.likeness() - COARSE_ERROR;
    Place exact = new Place(around, -1);
    for (int place = 0; place < coarse.likeness().length; place++) {
      if (coarse.likeness()[place] >= promising) {
        int at = first + place * COARSE;
        Place near = places(sound, from, length, heard, at, Math.min(last, at + COARSE - 1)).best();
        exact = near.likeness() > exact.likeness() ? near : exact;
      }
    }
    return exact;
  }

  /** The normalised correlation with every place from the first to the last. */
  private static Places places(
      short[] sound, int from, int length, short[] heard, int first, int last) {
    double powerOfSound = 1 + power(sound, from, length);
    long powerHeard = power(heard, first, length);
    double[] likeness = new double[last - first + 1];
    for (int at = first; at <= last; at++) {
      likeness[at - first] =
          product(sound, from, heard, at, length) / Math.sqrt(powerOfSound * (1 + powerHeard));
      if (at < last) {
        powerHeard += heard[at + length] * heard[at + length] - heard[at] * heard[at];
      }
    }
    return new Places(first, likeness);
  }

  private static long power(short[] sound, int from, int length) {
    return product(sound, from, sound, from, length);
  }

  /** The inner loop of everything: four sums, so that none waits for another. */
  private static long product(short[] a, int fromA, short[] b, int fromB, int length) {
    long first = 0;
    long second = 0;
    long third = 0;
    long fourth = 0;
    int i = 0;
    for (; i + 4 <= length; i += 4) {
      first += a[fromA + i] * b[fromB + i];
      second += a[fromA + i + 1] * b[fromB + i + 1];
      third += a[fromA + i + 2] * b[fromB + i + 2];
      fourth += a[fromA + i + 3] * b[fromB + i + 3];
    }
    for (; i < length; i++) {
      first += a[fromA + i] * b[fromB + i];
    }
    return first + second + third + fourth;
  }

  /**
   * Where a sound is most likely in a recording, however much noise is on it. Slow: for tests and
   * for the end of a call.
   */
  public static Place search(short[] sound, short[] recording) {
    short[] coarseSound = thin(sound, VERY_COARSE);
    short[] coarse = thin(recording, VERY_COARSE);
    int last = coarse.length - coarseSound.length;
    int around =
        last < 0 ? 0 : places(coarseSound, 0, coarseSound.length, coarse, 0, last).best().at();
    return best(sound, 0, sound.length, recording, around * VERY_COARSE, 2 * VERY_COARSE);
  }

  /** One of several samples after a low pass: the strong tones of speech survive it. */
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
