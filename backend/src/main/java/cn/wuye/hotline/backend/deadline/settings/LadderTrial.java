package cn.wuye.hotline.backend.deadline.settings;

import cn.wuye.hotline.backend.deadline.Forecast;
import cn.wuye.hotline.backend.deadline.Forecast.Expected;
import cn.wuye.hotline.backend.deadline.calendar.CalendarInForce;
import cn.wuye.hotline.backend.deadline.calendar.TimeLine;
import cn.wuye.hotline.backend.deadline.escalation.EscalationPlan;
import cn.wuye.hotline.backend.deadline.escalation.EscalationPlan.Rung;
import cn.wuye.hotline.backend.deadline.escalation.Role;
import cn.wuye.hotline.backend.deadline.rule.DeadlineRule;
import cn.wuye.hotline.backend.deadline.rule.TicketProfile;
import cn.wuye.hotline.backend.deadline.store.DeadlineBook;
import cn.wuye.hotline.backend.deadline.store.DeadlineBooks;
import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.persistence.Utc;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Who would be told when of a ticket that nobody does anything about, without a ticket. */
@Component
public class LadderTrial {
  private final DeadlineBooks books;
  private final Clock clock;

  LadderTrial(DeadlineBooks books, Clock clock) {
    this.books = books;
    this.clock = clock;
  }

  /**
   * Somebody is told.
   *
   * @param percent of the time that is used up; 0 after the deadline
   * @param late how much too late it is, in the time the clock runs in; zero for a warning
   */
  public record Told(Instant at, Role role, int percent, Duration late) {}

  /** What is told of one clock, by time. */
  public record OfClock(Expected clock, List<Told> told) {}

  /**
   * What comes of it.
   *
   * @param rule the one that wins; empty for none, then only the last is told
   * @param unsolved when the project manager has the unsolved ticket
   */
  public record Outcome(Optional<DeadlineRule> rule, List<OfClock> clocks, Told unsolved) {}

  /**
   * Tries it with the rules, calendars and ladder that hold now; each clock starts as if the steps
   * before had been taken at the last moment.
   *
   * @param start when the ticket is opened
   * @return empty when the estate is not there for the asker
   */
  public Optional<Outcome> of(TicketProfile ticket, Instant start, EstateScope scope) {
    EstateId estate = ticket.estate();
    if (estate != null && !scope.sees(estate)) {
      return Optional.empty();
    }
    Instant now = Utc.now(clock);
    DeadlineBook book = books.current();
    EscalationPlan plan = book.ladder(now).plan(ticket.urgency());
    CalendarInForce calendar = book.calculator().calendars().find(estate, now);
    Optional<DeadlineRule> rule = book.calculator().rules().find(ticket, now);
    List<OfClock> clocks = new ArrayList<>();
    rule.ifPresent(
        won -> {
          List<Integer> warnings = Objects.requireNonNullElse(won.warnings(), plan.warnings());
          for (Expected expected : Forecast.of(won, calendar, start)) {
            clocks.add(new OfClock(expected, told(expected, warnings, plan.rungs(), calendar)));
          }
        });
    Told unsolved =
        new Told(start.plus(plan.unsolvedAfter()), Role.PROJECT_MANAGER, 0, plan.unsolvedAfter());
    return Optional.of(new Outcome(rule, clocks, unsolved));
  }

  private static List<Told> told(
      Expected expected, List<Integer> warnings, List<Rung> rungs, CalendarInForce calendar) {
    TimeLine time = expected.target().runs().in(calendar);
    Duration within = expected.target().within();
    List<Told> told = new ArrayList<>();
    for (int percent : warnings) {
      Instant at = after(time, expected.start(), within.multipliedBy(percent).dividedBy(100));
      told.add(new Told(at, Role.OWNER, percent, Duration.ZERO));
    }
    for (Rung rung : rungs) {
      Instant at = after(time, expected.start(), within.plus(rung.after()));
      told.add(new Told(at, rung.role(), 0, rung.after()));
    }
    return told;
  }

  private static Instant after(TimeLine time, Instant start, Duration amount) {
    return Instant.ofEpochMilli(time.after(start.toEpochMilli(), amount.toMillis()));
  }
}
