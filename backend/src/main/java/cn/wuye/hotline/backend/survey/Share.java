package cn.wuye.hotline.backend.survey;

import java.util.OptionalInt;

/**
 * A part of some answers. Of fewer than {@value #LEAST} no percentage is told, nor a mean: it would
 * say more about who was asked than about the work.
 *
 * @param part 0 to {@code of}
 * @param of how many answers there are, 0 or more
 */
public record Share(long part, long of) {
  /** So many answers there must be. */
  public static final int LEAST = 5;

  private static final int WHOLE = 100;

  /** None of none. */
  public static final Share NONE = new Share(0, 0);

  public Share {
    if (part < 0 || part > of) {
      throw new IllegalArgumentException("no part of " + of + ": " + part);
    }
  }

  /** Whether so many answers are enough for a percentage or a mean. */
  public static boolean enough(long answers) {
    return answers >= LEAST;
  }

  /**
   * The percentage, 0–100, rounded; all and none are told only of all and none.
   *
   * @return empty when there are too few answers
   */
  public OptionalInt percent() {
    if (!enough(of)) {
      return OptionalInt.empty();
    }
    int rounded = (int) Math.round((double) WHOLE * part / of);
    if (part > 0 && part < of) {
      rounded = Math.max(1, Math.min(WHOLE - 1, rounded));
    }
    return OptionalInt.of(rounded);
  }

  /**
   * The mean of so many answers, rounded.
   *
   * @return empty when there are too few answers
   */
  public static OptionalInt mean(long sum, long answers) {
    return enough(answers)
        ? OptionalInt.of((int) Math.round((double) sum / answers))
        : OptionalInt.empty();
  }
}
