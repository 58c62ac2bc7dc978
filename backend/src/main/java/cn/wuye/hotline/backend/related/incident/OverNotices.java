package cn.wuye.hotline.backend.related.incident;

import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.message.Addressee;
import cn.wuye.hotline.backend.message.Notice;
import cn.wuye.hotline.backend.message.Outbox;
import cn.wuye.hotline.backend.persistence.Text;
import cn.wuye.hotline.backend.ticket.Happening;
import cn.wuye.hotline.backend.ticket.MergedTickets;
import cn.wuye.hotline.backend.ticket.State;
import cn.wuye.hotline.backend.ticket.Ticket;
import cn.wuye.hotline.backend.ticket.TicketHappened;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import cn.wuye.hotline.backend.ticket.Tickets;
import cn.wuye.hotline.ivr.conversation.CallId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells those who called about an incident and have no ticket of their own that it is over; in the
 * transaction of the solution. Who has one is told by it. They were promised it: where nothing can
 * be sent, people see under 消息 whom to phone.
 */
@Component
class OverNotices {
  private static final String EVENT = "incident-over";
  // More would make an SMS of three.
  private static final int LONGEST_DONE = 60;

  private final IncidentRows rows;
  private final MergedTickets merged;
  private final Tickets tickets;
  private final Outbox outbox;

  OverNotices(IncidentRows rows, MergedTickets merged, Tickets tickets, Outbox outbox) {
    this.rows = rows;
    this.merged = merged;
    this.tickets = tickets;
    this.outbox = outbox;
  }

  @EventListener
  void tell(TicketHappened happened) {
    if (happened.what() instanceof Happening.StateChanged change && change.to() == State.SOLVED) {
      List<TicketNumber> all = new ArrayList<>(List.of(happened.ticket()));
      all.addAll(merged.under(happened.ticket()));
      all.stream()
          .flatMap(number -> rows.find(number).stream())
          .findFirst()
          .ifPresent(incident -> tell(happened.ticket(), all, incident, change.reason().strip()));
    }
  }

  private void tell(TicketNumber head, List<TicketNumber> all, Incident incident, String done) {
    long version = tickets.find(head, EstateScope.ALL).map(Ticket::version).orElse(0L);
    for (CallId call : rows.callers(all)) {
      outbox.tell(
          new Notice(
              EVENT,
              new Addressee.Caller(call),
              head,
              Map.of(
                  "what", incident.announcement().words(), "done", Text.fitted(done, LONGEST_DONE)),
              false,
              "incident/" + head + "/" + version + "/" + call.value()));
    }
  }
}
