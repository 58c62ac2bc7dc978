package cn.wuye.hotline.backend.queue.callback;

import cn.wuye.hotline.backend.ticket.Addition;
import cn.wuye.hotline.backend.ticket.Additions;
import cn.wuye.hotline.backend.ticket.Origin;
import cn.wuye.hotline.backend.ticket.State;
import cn.wuye.hotline.backend.ticket.Ticket;
import cn.wuye.hotline.backend.ticket.Tickets;
import cn.wuye.hotline.ivr.conversation.CallId;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What a call-back is about: the ticket of the call in which she waited. The call-back adds to it,
 * so that its talk is found there.
 */
@Component
public class CallBackTickets {
  private static final String TALKED = "坐席已回拨并通话。";

  private final CallBacks callBacks;
  private final Tickets tickets;
  private final Additions additions;

  CallBackTickets(CallBacks callBacks, Tickets tickets, Additions additions) {
    this.callBacks = callBacks;
    this.tickets = tickets;
    this.additions = additions;
  }

  /**
   * The ticket that the call in which she waited has opened, while it is worked on. Not one that it
   * only added to: that may be somebody else's.
   *
   * @return empty for every other call, and where there is no such ticket
   */
  public Optional<Ticket> of(CallId call) {
    return callBacks
        .of(call.value())
        .flatMap(CallBackTickets::waited)
        .flatMap(waited -> tickets.find(Origin.call(waited)))
        .filter(ticket -> State.OPEN.contains(ticket.state()));
  }

  private static Optional<CallId> waited(Place place) {
    return Optional.of(place.callId()).filter(CallId::isValid).map(CallId::new);
  }

  /**
   * An agent has talked with her. Does nothing where the agent has opened a ticket of its own, or
   * the work is over.
   */
  void talked(StoredCallBack callBack, Instant at) {
    waited(callBack.place())
        .flatMap(tickets::ofCall)
        .ifPresent(
            ticket ->
                additions.keep(
                    ticket.number(),
                    new Addition(new CallId(callBack.channel()), TALKED, false, false, at)));
  }
}
