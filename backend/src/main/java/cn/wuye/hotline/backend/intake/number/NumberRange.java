package cn.wuye.hotline.backend.intake.number;

/**
 * Ticket numbers that the database has given to this node for good.
 *
 * @param next the first number not yet given out
 * @param end the first number that no longer belongs to the range
 */
public record NumberRange(long next, long end) {
  public NumberRange {
    if (next < 0 || end < next) {
      throw new IllegalArgumentException("not a range: " + next + " to " + end);
    }
  }

  /** How many are left. */
  public long size() {
    return end - next;
  }

  NumberRange withoutFirst() {
    return new NumberRange(next + 1, end);
  }
}
