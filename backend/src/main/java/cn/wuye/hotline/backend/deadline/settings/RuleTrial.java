package cn.wuye.hotline.backend.deadline.settings;

import cn.wuye.hotline.backend.deadline.Forecast;
import cn.wuye.hotline.backend.deadline.Forecast.Expected;
import cn.wuye.hotline.backend.deadline.calendar.CalendarInForce;
import cn.wuye.hotline.backend.deadline.rule.DeadlineRule;
import cn.wuye.hotline.backend.deadline.rule.RuleChoice;
import cn.wuye.hotline.backend.deadline.rule.TicketProfile;
import cn.wuye.hotline.backend.deadline.store.DeadlineBook;
import cn.wuye.hotline.backend.deadline.store.DeadlineBooks;
import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.persistence.Utc;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Which rule a ticket would get now, and when it would be due, without a ticket. */
@Component
public class RuleTrial {
  private final DeadlineBooks books;
  private final Clock clock;

  RuleTrial(DeadlineBooks books, Clock clock) {
    this.books = books;
    this.clock = clock;
  }

  /**
   * What comes of it.
   *
   * @param choice with the reasons; of rules that are there for the asker
   * @param calendar id of the calendar that is reckoned in
   * @param expected empty without a rule
   */
  public record Outcome(RuleChoice choice, String calendar, List<Expected> expected) {}

  /**
   * Tries it with the rules and calendars that hold now.
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
    RuleChoice all = book.calculator().rules().choose(ticket, now);
    CalendarInForce calendar = book.calculator().calendars().find(estate, now);
    RuleChoice seen =
        new RuleChoice(
            all.winner(),
            all.considered().stream().filter(each -> sees(each, book, scope)).toList());
    return Optional.of(
        new Outcome(
            seen,
            calendar.version().id(),
            all.winner().map(rule -> Forecast.of(rule, calendar, start)).orElse(List.of())));
  }

  private static boolean sees(RuleChoice.Considered each, DeadlineBook book, EstateScope scope) {
    EstateId estate =
        book.calculator()
            .rules()
            .version(each.rule())
            .map(DeadlineRule::conditions)
            .map(conditions -> conditions.estate())
            .orElse(null);
    return estate == null || scope.sees(estate);
  }
}
