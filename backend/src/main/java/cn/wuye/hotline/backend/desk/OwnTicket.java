package cn.wuye.hotline.backend.desk;

import cn.wuye.hotline.backend.queue.callback.CallBackTickets;
import cn.wuye.hotline.backend.ticket.Origin;
import cn.wuye.hotline.backend.ticket.Ticket;
import cn.wuye.hotline.backend.ticket.Tickets;
import cn.wuye.hotline.ivr.conversation.CallId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The ticket that says what a call is about, and that its agent writes on. */
@Component
class OwnTicket {
  private final Tickets tickets;
  private final CallBackTickets callBacks;

  OwnTicket(Tickets tickets, CallBackTickets callBacks) {
    this.tickets = tickets;
    this.callBacks = callBacks;
  }

  /**
   * The call's own, not one that it adds to; of a call-back without one, that of the call in which
   * she waited.
   */
  Optional<Ticket> of(CallId call) {
    return tickets.find(Origin.call(call)).or(() -> callBacks.of(call));
  }
}
