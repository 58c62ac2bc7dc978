package cn.wuye.hotline.backend.dispatch.work;

import cn.wuye.hotline.backend.message.Addressee;
import cn.wuye.hotline.backend.message.Notice;
import cn.wuye.hotline.backend.message.Outbox;
import cn.wuye.hotline.backend.ticket.Ticket;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tells those who have work to do, in the transaction that gives it to them. */
@Component
class Notices {
  /** To who gets a job. */
  static final String DISPATCHED = "ticket-dispatched";

  private final Outbox outbox;

  Notices(Outbox outbox) {
    this.outbox = outbox;
  }

  void dispatched(Ticket ticket, String worker, long assignment) {
    tell(DISPATCHED, new Addressee.Staff(worker), ticket, assignment);
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
            Map.of(),
            ticket.contents().subject().emergency(),
            key(event, id)));
  }

  /** Of the notice about one assignment or task. */
  static String key(String event, long id) {
    return event + ":" + id;
  }
}
