package cn.wuye.hotline.backend.dispatch.work;

import cn.wuye.hotline.backend.dispatch.staff.Crew;
import cn.wuye.hotline.backend.persistence.Transactions;
import cn.wuye.hotline.backend.ticket.Kind;
import cn.wuye.hotline.backend.ticket.State;
import cn.wuye.hotline.backend.ticket.Subject;
import cn.wuye.hotline.backend.ticket.Ticket;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import cn.wuye.hotline.backend.ticket.TicketWork;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Gives the tickets that wait to people. Runs on every node at once: the ticket is locked, who
 * finds it locked goes on to the next one, and who finds it gone from the queue leaves it alone.
 */
@Component
class AutomaticDispatch {
  private static final Logger log = LoggerFactory.getLogger(AutomaticDispatch.class);

  private final DispatchQueue queue;
  private final Distribution distribution;
  private final TicketWork work;
  private final AssignmentRows rows;
  private final Crew crew;
  private final Transactions transactions;

  AutomaticDispatch(
      DispatchQueue queue,
      Distribution distribution,
      TicketWork work,
      AssignmentRows rows,
      Crew crew,
      Transactions transactions) {
    this.queue = queue;
    this.distribution = distribution;
    this.work = work;
    this.rows = rows;
    this.crew = crew;
    this.transactions = transactions;
  }

  /**
   * Looks at what is due, batch by batch, so that an emergency that comes meanwhile is not behind
   * all that was there before; gives how many this node has decided.
   */
  int round() {
    int decided = 0;
    int last = crew.staffed() ? 1 : 0;
    while (last > 0) {
      last = 0;
      for (TicketNumber ticket : queue.due()) {
        last += decide(ticket) ? 1 : 0;
      }
      decided += last;
    }
    return decided;
  }

  private boolean decide(TicketNumber ticket) {
    try {
      return transactions.run(() -> dispatch(ticket));
    } catch (RuntimeException e) {
      log.error("ticket {} could not be dispatched; trying again in a minute", ticket, e);
      queue.later(ticket);
      return false;
    }
  }

  private boolean dispatch(TicketNumber number) {
    Optional<Ticket> ticket = work.lockedIfFree(number);
    if (ticket.isEmpty() || !queue.take(number)) {
      return false;
    }
    if (forTheMachine(ticket.get())) {
      distribution.give(ticket.get());
    }
    return true;
  }

  /** What a person has answered is that person's; praise and questions are no jobs. */
  private boolean forTheMachine(Ticket ticket) {
    Subject subject = ticket.contents().subject();
    boolean job = subject.kind() == Kind.COMPLAINT || subject.kind() == Kind.REPAIR;
    return State.OPEN.contains(ticket.state())
        && (job || subject.emergency())
        && (ticket.owner().isEmpty() || outOfSight(ticket));
  }

  /** Offered to one who does not see it, since its estate was corrected: he cannot even refuse. */
  private boolean outOfSight(Ticket ticket) {
    return rows.current(ticket.number())
        .filter(offer -> offer.state() == AssignmentState.OFFERED)
        .filter(
            offer ->
                crew.of(ticket.contents().place().estateId()).stream()
                    .noneMatch(member -> member.login().equals(offer.worker())))
        .isPresent();
  }
}
