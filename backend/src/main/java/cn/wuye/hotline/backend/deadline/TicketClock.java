package cn.wuye.hotline.backend.deadline;

import cn.wuye.hotline.backend.deadline.rule.ClockKind;
import cn.wuye.hotline.backend.deadline.rule.RuleRef;
import cn.wuye.hotline.backend.deadline.rule.Runs;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A clock of a ticket as it stood at some moment.
 *
 * @param within the time it had
 * @param due null while paused; the last moment that is in time
 * @param pausedUntil when the pause ends by itself, while paused
 * @param stopped when it was met, missed for good, or dropped; null while it goes on
 * @param left time left, negative when over, in the time the clock runs in; as of {@code stopped},
 *     or of the moment of the calculation
 * @param interruptions what it left out, in order, up to {@code stopped}
 * @param rule the version of the rule that it keeps
 * @param calendar id of the calendar
 * @param calendarVersion the version that it keeps
 */
public record TicketClock(
    ClockKey key,
    ClockKind kind,
    Instant start,
    Duration within,
    Runs runs,
    @Nullable Instant due,
    @Nullable Instant pausedUntil,
    ClockState state,
    @Nullable Instant stopped,
    Duration left,
    List<Interruption> interruptions,
    RuleRef rule,
    String calendar,
    int calendarVersion) {

  /** Met or missed for good: never changed again. */
  public boolean settled() {
    return stopped != null && state != ClockState.DROPPED;
  }

  /** Whether it waits for something: running, paused, or late and not stopped. */
  public boolean open() {
    return stopped == null;
  }

  /** How much of its time is used, 0 at the start, 1 when due, more when late. */
  public double used() {
    return 1 - (double) left.toMillis() / within.toMillis();
  }
}
