package cn.wuye.hotline.backend.deadline.api;

import cn.wuye.hotline.backend.deadline.ClockState;
import cn.wuye.hotline.backend.deadline.TicketClock;
import cn.wuye.hotline.backend.deadline.pause.TicketPauses;
import cn.wuye.hotline.backend.deadline.rule.ClockKind;
import cn.wuye.hotline.backend.deadline.rule.DeadlineRule;
import cn.wuye.hotline.backend.deadline.rule.PauseReason;
import cn.wuye.hotline.backend.deadline.rule.Runs;
import cn.wuye.hotline.backend.deadline.store.Reckoning;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A ticket's clocks as they stand now.
 *
 * @param rule the rule for the ticket as it is now; null when none matches and no clock runs
 * @param paused whether something stands still
 * @param pausable the reasons for which something would stand still now
 */
record TicketClocksView(
    @Nullable String rule,
    @Nullable Integer ruleVersion,
    @Nullable Instant nextDue,
    boolean paused,
    Set<PauseReason> pausable,
    List<ClockView> clocks) {

  /** One clock; times in milliseconds of the time it runs in. */
  record ClockView(
      String target,
      int occurrence,
      ClockKind kind,
      ClockState state,
      Instant start,
      long withinMs,
      Runs runs,
      @Nullable Instant due,
      @Nullable Instant pausedUntil,
      @Nullable Instant stopped,
      long leftMs,
      String rule,
      int ruleVersion,
      String calendar,
      int calendarVersion) {
    static ClockView of(TicketClock clock) {
      return new ClockView(
          clock.key().target(),
          clock.key().occurrence(),
          clock.kind(),
          clock.state(),
          clock.start(),
          clock.within().toMillis(),
          clock.runs(),
          clock.due(),
          clock.pausedUntil(),
          clock.stopped(),
          clock.left().toMillis(),
          clock.rule().id(),
          clock.rule().version(),
          clock.calendar(),
          clock.calendarVersion());
    }
  }

  static TicketClocksView of(Reckoning reckoning) {
    DeadlineRule rule = reckoning.clocks().rule().orElse(null);
    return new TicketClocksView(
        rule == null ? null : rule.ref().id(),
        rule == null ? null : rule.ref().version(),
        reckoning.clocks().nextDue().orElse(null),
        TicketPauses.paused(reckoning.clocks()),
        TicketPauses.allowed(reckoning),
        reckoning.clocks().all().stream().map(ClockView::of).toList());
  }
}
