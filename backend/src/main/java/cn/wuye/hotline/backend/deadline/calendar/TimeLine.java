package cn.wuye.hotline.backend.deadline.calendar;

/**
 * Time as a deadline counts it: always, or only while somebody works. Moments are milliseconds
 * since 1970, the precision of the database.
 */
public interface TimeLine {
  /** Every moment counts. */
  TimeLine WALL =
      new TimeLine() {
        @Override
        public long between(long from, long to) {
          return Math.max(0, to - from);
        }

        @Override
        public long after(long from, long amount) {
          return from + amount;
        }
      };

  /**
   * How much time that counts lies between two moments.
   *
   * @return milliseconds; 0 when {@code to} is not after {@code from}
   */
  long between(long from, long to);

  /**
   * The last moment at which no more than {@code amount} has been counted since {@code from}; it is
   * always one that counts. So an amount that ends at closing time leads to the next opening.
   *
   * @param amount milliseconds, 0 or more
   */
  long after(long from, long amount);
}
