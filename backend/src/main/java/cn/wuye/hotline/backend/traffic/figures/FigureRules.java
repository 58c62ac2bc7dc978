package cn.wuye.hotline.backend.traffic.figures;

import java.time.Duration;

/**
 * What counts as in time. Sums that were made by different rules must not be added.
 *
 * @param inTime who waited no longer was answered in time
 * @param shortAbandon who hung up no later has not given us a chance: misdialled, or thought
 *     otherwise; not longer than {@code inTime}
 */
public record FigureRules(Duration inTime, Duration shortAbandon) {
  /** 20 s; 5 s. */
  public static final FigureRules SHIPPED =
      new FigureRules(Duration.ofSeconds(20), Duration.ofSeconds(5));

  public FigureRules {
    if (shortAbandon.isNegative() || shortAbandon.compareTo(inTime) > 0) {
      throw new IllegalArgumentException(
          "a short abandon is 0 s to "
              + inTime.toSeconds()
              + " s, not "
              + shortAbandon.toSeconds()
              + " s");
    }
  }
}
