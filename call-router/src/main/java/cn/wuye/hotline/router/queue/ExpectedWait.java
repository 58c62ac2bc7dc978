package cn.wuye.hotline.router.queue;

import java.time.Duration;
import java.util.Optional;

/**
 * How long a caller will wait, by how fast calls were answered lately.
 *
 * @param window how far back {@code answered} was counted; more than zero
 * @param answered calls of this queue answered in it, call-backs included
 */
public record ExpectedWait(Duration window, int answered) {
  private static final int FEWEST = 3;
  private static final Duration SHORTEST = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofMinutes(20);
  private static final int EXACT_MINUTES = 5;

  public ExpectedWait {
    if (window.isNegative() || window.isZero() || answered < 0) {
      throw new IllegalArgumentException("answered " + answered + " within " + window);
    }
  }

  /**
   * @param before callers who come before her
   * @param callBacksBefore call-backs whose place is before hers
   * @return empty while too few were answered to say
   */
  public Optional<Duration> estimate(int before, int callBacksBefore) {
    if (answered < FEWEST) {
      return Optional.empty();
    }
    long turns = before + (long) callBacksBefore + 1;
    return Optional.of(Duration.ofMillis(window.toMillis() * turns / answered));
  }

  /**
   * The minutes she is told. Only what helps is said: not under a minute, not over 20 (a call-back
   * is offered instead), and never more than she was told before.
   *
   * @param saidBefore what she was told last; 0 for nothing
   */
  public Optional<Integer> said(int before, int callBacksBefore, int saidBefore) {
    return estimate(before, callBacksBefore)
        .filter(wait -> wait.compareTo(SHORTEST) >= 0 && wait.compareTo(LONGEST) <= 0)
        .map(ExpectedWait::roundedUp)
        .filter(minutes -> saidBefore == 0 || minutes < saidBefore);
  }

  private static int roundedUp(Duration wait) {
    int minutes = Math.toIntExact(wait.plusMinutes(1).minusMillis(1).toMinutes());
    return minutes <= EXACT_MINUTES
        ? minutes
        : (minutes + EXACT_MINUTES - 1) / EXACT_MINUTES * EXACT_MINUTES;
  }
}
