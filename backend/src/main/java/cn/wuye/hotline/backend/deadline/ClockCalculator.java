package cn.wuye.hotline.backend.deadline;

import cn.wuye.hotline.backend.deadline.calendar.CalendarBook;
import cn.wuye.hotline.backend.deadline.rule.DeadlineRule;
import cn.wuye.hotline.backend.deadline.rule.RuleChoice;
import cn.wuye.hotline.backend.deadline.rule.RuleRef;
import cn.wuye.hotline.backend.deadline.rule.Rulebook;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

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

  /**
   * The last moment at which no more than this amount of a clock's time has been counted.
   *
   * @param amount in the time the clock runs in; 0 or more
   * @return empty while an open pause comes before it, or when the calendar version is not known
   */
  public Optional<Instant> usedUp(TicketClock clock, Duration amount) {
    return calendars
        .version(clock.calendar(), clock.calendarVersion())
        .map(
            calendar ->
                new Course(clock.runs().in(calendar), clock.start(), clock.interruptions())
                    .due(amount.toMillis()));
  }

  /** The percentages at which this version of a rule warns, where it has some of its own. */
  public Optional<List<Integer>> warnings(RuleRef rule) {
    return rules.version(rule).map(DeadlineRule::warnings);
  }

  /** What is reckoned with. */
  public Rulebook rules() {
    return rules;
  }

  /** What is reckoned in. */
  public CalendarBook calendars() {
    return calendars;
  }

  /** Whether the time of a clock that is waited for runs at this very moment. */
  public boolean counts(TicketClock clock, Instant at) {
    long moment = at.toEpochMilli();
    return clock.open()
        && clock.state() != ClockState.PAUSED
        && !clock.start().isAfter(at)
        && calendars
            .version(clock.calendar(), clock.calendarVersion())
            .filter(calendar -> clock.runs().in(calendar).between(moment, moment + 1) > 0)
            .isPresent();
  }

  /** When the ticket's present round began: its creation, or the last re-opening. */
  public static Instant began(TicketHistory history) {
    List<Round> rounds = Round.of(history);
    return rounds.get(rounds.size() - 1).begin();
  }

  /** Since when a solution is waited for; empty once solved, merged or archived. */
  public static Optional<Instant> unsolvedSince(TicketHistory history) {
    List<Round> rounds = Round.of(history);
    Round last = rounds.get(rounds.size() - 1);
    return last.closed() == null ? Optional.of(last.begin()) : Optional.empty();
  }
}
