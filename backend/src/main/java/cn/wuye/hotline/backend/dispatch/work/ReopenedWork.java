package cn.wuye.hotline.backend.dispatch.work;

import cn.wuye.hotline.backend.dispatch.staff.Crew;
import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.ticket.Happening;
import cn.wuye.hotline.backend.ticket.Ticket;
import cn.wuye.hotline.backend.ticket.TicketHappened;
import cn.wuye.hotline.backend.ticket.Tickets;
import cn.wuye.hotline.backend.ticket.Verb;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Work that was not done after all goes back to whoever did it, in the transaction that opens the
 * ticket again: his job was over, and nobody else may take what has an owner.
 */
@Component
class ReopenedWork {
  private final AssignmentRows rows;
  private final Tickets tickets;
  private final Crew crew;
  private final Notices notices;

  ReopenedWork(AssignmentRows rows, Tickets tickets, Crew crew, Notices notices) {
    this.rows = rows;
    this.tickets = tickets;
    this.crew = crew;
    this.notices = notices;
  }

  @EventListener
  void on(TicketHappened event) {
    if (event.what() instanceof Happening.StateChanged change && change.verb() == Verb.REOPEN) {
      tickets
          .find(event.ticket(), EstateScope.ALL)
          .filter(ticket -> rows.current(ticket.number()).isEmpty())
          .ifPresent(
              ticket ->
                  ticket
                      .owner()
                      .filter(owner -> crew.find(owner).isPresent())
                      .ifPresent(owner -> offer(ticket, owner)));
    }
  }

  private void offer(Ticket ticket, String owner) {
    long id =
        rows.add(
            ticket.number(), owner, ticket.department().orElse(""), AssignmentState.OFFERED, false);
    notices.dispatched(ticket, owner, id);
  }
}
