package cn.wuye.hotline.backend.deadline;

import cn.wuye.hotline.backend.deadline.calendar.CalendarVersion;
import cn.wuye.hotline.backend.deadline.rule.RuleRef;
import cn.wuye.hotline.backend.deadline.rule.Target;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A clock that has started, under one version of a rule.
 *
 * @param pausedUntil when the open pause ends by itself; null when none is open
 */
record ClockUnderRule(
    Attempt attempt,
    Target target,
    RuleRef rule,
    CalendarVersion calendar,
    Instant start,
    Course course,
    @Nullable Instant pausedUntil) {

  /** Whether more than the time it has is used at this moment. */
  boolean missedAt(Instant moment) {
    return moment.isAfter(start) && course.elapsed(moment) > within();
  }

  /** How it stands. */
  TicketClock asOf(Instant now) {
    Instant stopped = attempt.stopped();
    if (stopped != null) {
      ClockState inTime = attempt.met() ? ClockState.MET : ClockState.DROPPED;
      return stopped(stopped, missedAt(stopped) ? ClockState.MISSED : inTime);
    }
    Instant due = course.due(within());
    boolean missed = missedAt(now);
    boolean paused = !missed && pausedUntil != null;
    ClockState state = missed ? ClockState.MISSED : paused ? ClockState.PAUSED : ClockState.RUNNING;
    return clock(state, paused ? null : due, paused ? pausedUntil : null, null, now);
  }

  /** How it stands after a change of the ticket has taken it away. */
  TicketClock droppedAt(Instant moment) {
    return stopped(moment.isBefore(start) ? start : moment, ClockState.DROPPED);
  }

  private TicketClock stopped(Instant moment, ClockState state) {
    return clock(state, course.closedAt(moment).due(within()), null, moment, moment);
  }

  private TicketClock clock(
      ClockState state,
      @Nullable Instant due,
      @Nullable Instant until,
      @Nullable Instant stopped,
      Instant asOf) {
    return new TicketClock(
        new ClockKey(target.id(), attempt.occurrence()),
        target.kind(),
        start,
        target.within(),
        target.runs(),
        due,
        until,
        state,
        stopped,
        Duration.ofMillis(within() - course.elapsed(asOf)),
        stopped == null ? course.interruptions() : course.interruptions(asOf),
        rule,
        calendar.id(),
        calendar.version());
  }

  private long within() {
    return target.within().toMillis();
  }
}
