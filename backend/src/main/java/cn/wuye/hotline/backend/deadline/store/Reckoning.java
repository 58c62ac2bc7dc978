package cn.wuye.hotline.backend.deadline.store;

import cn.wuye.hotline.backend.deadline.ClockCalculator;
import cn.wuye.hotline.backend.deadline.Clocks;
import cn.wuye.hotline.backend.deadline.TicketHistory;
import cn.wuye.hotline.backend.deadline.escalation.EscalationPlan;
import cn.wuye.hotline.backend.deadline.rule.RuleChoice;
import cn.wuye.hotline.backend.ticket.Ticket;
import java.time.Instant;
import java.util.Optional;

/**
 * A ticket with its clocks as they stand at a moment.
 *
 * @param clocks what is settled in the database as it is there
 */
public record Reckoning(
    Ticket ticket, TicketHistory history, Clocks clocks, DeadlineBook book, Instant now) {
  /** Since when a solution is waited for; empty once solved, merged or archived. */
  public Optional<Instant> unsolvedSince() {
    return ClockCalculator.unsolvedSince(history);
  }

  /** Who is told what when: by the ladder that held when its round began. */
  public EscalationPlan plan() {
    return book.ladder(ClockCalculator.began(history)).plan(ticket.contents().subject().urgency());
  }

  /** The same as it stood at an earlier moment, whatever is stored. */
  public Reckoning asOf(Instant earlier) {
    return new Reckoning(
        ticket, history, book.calculator().calculate(history, earlier), book, earlier);
  }

  /** Why it has the rule that it has. */
  public RuleChoice choice() {
    return book.calculator().explain(history);
  }
}
