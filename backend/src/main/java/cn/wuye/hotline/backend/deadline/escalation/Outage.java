package cn.wuye.hotline.backend.deadline.escalation;

import cn.wuye.hotline.backend.ticket.Urgency;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A time in which nobody looked at the clocks. What was missed in it is told in one digest for each
 * addressee; only emergencies come singly.
 */
public final class Outage {
  /** Without a run for so long there was one. */
  public static final Duration LENGTH = Duration.ofMinutes(15);

  private Outage() {}

  /**
   * Whether nobody looked for so long that single messages would be a storm.
   *
   * @param lastRun when the steps of all tickets were last looked for, on any node; null for never
   */
  public static boolean over(@Nullable Instant lastRun, Instant now) {
    return lastRun == null || Duration.between(lastRun, now).compareTo(LENGTH) > 0;
  }

  /** Whether it may be summed up with others after an outage. */
  public static boolean canWait(Step step) {
    return step.urgency() != Urgency.EMERGENCY;
  }
}
