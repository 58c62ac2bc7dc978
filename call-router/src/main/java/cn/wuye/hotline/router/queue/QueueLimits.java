package cn.wuye.hotline.router.queue;

import java.time.Duration;

/**
 * How patient a queue is; whole seconds.
 *
 * @param ring how long one phone is rung; 5–60 s
 * @param wrapUp an agent's time after a call; 0–10 min
 * @param regionAfter when agents of the region are rung, too; 1 s – 10 min
 * @param everybodyAfter when all are; not before {@code regionAfter}
 * @param choiceEvery how often a caller is asked whether she goes on waiting; 20 s – 10 min
 * @param longestWait when waiting ends in a recording; {@code choiceEvery} – 2 h
 * @param mostWaiting how many may wait; 0 for no limit, at most 1,000
 */
public record QueueLimits(
    Duration ring,
    Duration wrapUp,
    Duration regionAfter,
    Duration everybodyAfter,
    Duration choiceEvery,
    Duration longestWait,
    int mostWaiting) {

  // Before what is checked by it.
  private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

  /** Rings 15 s, wrap-up 45 s, wider after 15 and 30 s, asked every minute, 15 min at most. */
  public static final QueueLimits DEFAULT =
      new QueueLimits(
          Duration.ofSeconds(15),
          Duration.ofSeconds(45),
          Duration.ofSeconds(15),
          Duration.ofSeconds(30),
          Duration.ofSeconds(60),
          Duration.ofMinutes(15),
          0);

  public QueueLimits {
    within("ring", ring, Duration.ofSeconds(5), Duration.ofSeconds(60));
    within("wrapUp", wrapUp, Duration.ZERO, TEN_MINUTES);
    within("regionAfter", regionAfter, Duration.ofSeconds(1), TEN_MINUTES);
    within("everybodyAfter", everybodyAfter, regionAfter, TEN_MINUTES);
    within("choiceEvery", choiceEvery, Duration.ofSeconds(20), TEN_MINUTES);
    within("longestWait", longestWait, choiceEvery, Duration.ofHours(2));
    if (mostWaiting < 0 || mostWaiting > 1000) {
      throw new IllegalArgumentException("mostWaiting must be 0 to 1000, is " + mostWaiting);
    }
  }

  private static void within(String name, Duration value, Duration least, Duration most) {
    if (value.compareTo(least) < 0 || value.compareTo(most) > 0 || value.getNano() != 0) {
      throw new IllegalArgumentException(
          name + " must be whole seconds, " + least + " to " + most + ", is " + value);
    }
  }
}
