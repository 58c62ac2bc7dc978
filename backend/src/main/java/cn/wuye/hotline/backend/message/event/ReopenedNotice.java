package cn.wuye.hotline.backend.message.event;

import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.message.Addressee;
import cn.wuye.hotline.backend.message.Notice;
import cn.wuye.hotline.backend.message.Outbox;
import cn.wuye.hotline.backend.message.channel.Channels;
import cn.wuye.hotline.backend.message.template.MessageEvent;
import cn.wuye.hotline.backend.persistence.Text;
import cn.wuye.hotline.backend.ticket.Happening;
import cn.wuye.hotline.backend.ticket.State;
import cn.wuye.hotline.backend.ticket.Ticket;
import cn.wuye.hotline.backend.ticket.TicketHappened;
import cn.wuye.hotline.backend.ticket.Tickets;
import cn.wuye.hotline.backend.ticket.Verb;
import cn.wuye.hotline.backend.user.StaffNames;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells who is responsible for a ticket that its resident does not agree; in the transaction that
 * opens it again. Who opens his own ticket again knows it.
 */
@Component
class ReopenedNotice {
  // More would make an SMS of three.
  private static final int LONGEST_REASON = 60;

  private final Outbox outbox;
  private final Tickets tickets;
  private final Channels channels;
  private final StaffNames staff;

  ReopenedNotice(Outbox outbox, Tickets tickets, Channels channels, StaffNames staff) {
    this.outbox = outbox;
    this.tickets = tickets;
    this.channels = channels;
    this.staff = staff;
  }

  @EventListener
  void tell(TicketHappened happened) {
    if (channels.any()
        && happened.what() instanceof Happening.StateChanged change
        && change.verb() == Verb.REOPEN
        && change.from() != State.DUPLICATE) {
      tickets
          .find(happened.ticket(), EstateScope.ALL)
          .ifPresent(
              ticket ->
                  ticket
                      .owner()
                      .filter(owner -> !own(happened, owner))
                      .ifPresent(owner -> tell(ticket, owner, happened, change.reason())));
    }
  }

  private static boolean own(TicketHappened happened, String owner) {
    return happened.actor().person() && happened.actor().login().equals(owner);
  }

  private void tell(Ticket ticket, String owner, TicketHappened happened, String reason) {
    outbox.tell(
        new Notice(
            MessageEvent.REOPENED.code(),
            new Addressee.Staff(owner),
            ticket.number(),
            happened.actor().person()
                ? Map.of(
                    "reason",
                    Text.fitted(reason.strip(), LONGEST_REASON),
                    "who",
                    staff.of(happened.actor().login()))
                : Map.of("reason", Text.fitted(reason.strip(), LONGEST_REASON)),
            ticket.contents().subject().emergency(),
            "ticket/" + ticket.number() + "/reopened/" + ticket.version()));
  }
}
