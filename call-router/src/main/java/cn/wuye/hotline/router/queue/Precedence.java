package cn.wuye.hotline.router.queue;

import java.time.Duration;

/**
 * Who comes before whom: Asterisk's {@code QUEUE_PRIO}. Whole minutes of waiting count, so that who
 * left the queue for a question and comes back stands about where she stood, without anybody
 * keeping her place.
 */
public final class Precedence {
  private static final int EMERGENCY = 2_000;
  private static final int OLDER = 1_000;
  private static final int MOST_MINUTES = 999;

  /** Before all, also those who come back from an agent whom nobody found again (3000). */
  private static final int FRONT = 4_000;

  private Precedence() {}

  /**
   * Of a caller whom a supervisor has put before all.
   *
   * @param nth how many were before her: the last comes first
   */
  public static int front(int nth) {
    return FRONT + nth;
  }

  /**
   * @param waited since she began to wait, in whichever queue; a negative time counts as none
   * @return higher is earlier
   */
  public static int of(CallerNeeds caller, Duration waited) {
    int rank = caller.emergency() ? EMERGENCY : caller.older() ? OLDER : 0;
    return rank + (int) Math.max(0, Math.min(waited.toMinutes(), MOST_MINUTES));
  }
}
