package cn.wuye.hotline.backend.dispatch.work;

import cn.wuye.hotline.backend.message.Addressee;
import cn.wuye.hotline.backend.message.Notice;
import cn.wuye.hotline.backend.message.Outbox;
import cn.wuye.hotline.backend.ticket.Ticket;
import cn.wuye.hotline.backend.ticket.TicketPlace;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Tells those who have work to do, in the transaction that gives it to them. */
@Component
class Notices {
  private final Outbox outbox;
  private final Jobs jobs;

  Notices(Outbox outbox, Jobs jobs) {
    this.outbox = outbox;
    this.jobs = jobs;
  }

  void dispatched(Ticket ticket, String worker, long assignment) {
    tell("ticket-dispatched", new Addressee.Staff(worker), ticket, assignment);
  }

  void offered(Ticket ticket, String thirdParty, long task) {
    tell("task-offered", new Addressee.ThirdParty(thirdParty), ticket, task);
  }

  private void tell(String event, Addressee to, Ticket ticket, long id) {
    outbox.tell(
        new Notice(
            event,
            to,
            ticket.number(),
            Map.of(
                "ticket",
                ticket.number().toString(),
                "job",
                jobs.of(ticket.contents()).name(),
                "place",
                place(ticket.contents().place()),
                "words",
                ticket.contents().text()),
            ticket.contents().subject().emergency(),
            event + ":" + id));
  }

  private static String place(TicketPlace place) {
    String resolved =
        Stream.of(place.building(), place.unit(), place.room())
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(" "));
    return resolved.isEmpty() ? place.words() : resolved;
  }
}
