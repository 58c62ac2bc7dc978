package cn.wuye.hotline.backend.deadline;

import cn.wuye.hotline.backend.deadline.calendar.CalendarBook;
import cn.wuye.hotline.backend.deadline.rule.RuleChoice;
import cn.wuye.hotline.backend.deadline.rule.Rulebook;
import java.time.Instant;

/**
 * A ticket's clocks from what happened to it: a function of history, rules, calendars and the time.
 * Every round of a ticket lives under the versions that held when it began.
 */
public final class ClockCalculator {
  private final Rulebook rules;
  private final CalendarBook calendars;

  public ClockCalculator(Rulebook rules, CalendarBook calendars) {
    this.rules = rules;
    this.calendars = calendars;
  }

  /**
   * The clocks as they stand.
   *
   * @param now an event that is later moves it on
   */
  public Clocks calculate(TicketHistory history, Instant now) {
    return new Calculation(rules, calendars, history, now).clocks();
  }

  /**
   * The same for a ticket whose clocks are stored: what is settled there stays as it is.
   *
   * @param before as stored
   */
  public Clocks recalculate(Clocks before, TicketHistory history, Instant now) {
    return calculate(history, now).keeping(before);
  }

  /** Why the ticket has the rule that it has, as it is now. */
  public RuleChoice explain(TicketHistory history) {
    return Calculation.explain(rules, history);
  }
}
