package cn.wuye.hotline.backend.message.outbox;

import cn.wuye.hotline.backend.message.Addressee;
import cn.wuye.hotline.backend.message.Notice;
import cn.wuye.hotline.backend.message.PhoneList;
import cn.wuye.hotline.backend.message.voice.CallEnd;
import cn.wuye.hotline.backend.message.voice.VoiceProperties;
import cn.wuye.hotline.backend.persistence.Transactions;
import cn.wuye.hotline.backend.ticket.Actor;
import cn.wuye.hotline.backend.ticket.Happening;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import cn.wuye.hotline.backend.ticket.Tickets;
import cn.wuye.hotline.ivr.port.SpokenMessage.Ask;
import cn.wuye.hotline.ivr.port.SpokenMessage.Reply;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** What becomes of a message when a call has ended, and when its key was pressed. */
@Component
class CallEnds {
  private static final Logger log = LoggerFactory.getLogger(CallEnds.class);
  private static final Actor ACTOR = Actor.system("messages");

  private final OutboxRows rows;
  private final ObjectProvider<PhoneList> lists;
  private final Tickets tickets;
  private final VoiceProperties voice;
  private final OutboxProperties properties;
  private final Transactions transactions;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  CallEnds(
      OutboxRows rows,
      ObjectProvider<PhoneList> lists,
      Tickets tickets,
      VoiceProperties voice,
      OutboxProperties properties,
      Transactions transactions,
      ApplicationEventPublisher events,
      Clock clock) {
    this.rows = rows;
    this.lists = lists;
    this.tickets = tickets;
    this.voice = voice;
    this.properties = properties;
    this.transactions = transactions;
    this.events = events;
    this.clock = clock;
  }

  /** What the key means. */
  Ask ask(Claimed message) {
    return list(message).map(PhoneList::ask).orElse(Ask.KNOW);
  }

  /**
   * The one in which somebody has to answer for it: who does not confirm is followed by the next.
   */
  private Optional<PhoneList> list(Claimed message) {
    return message.chain() == null || message.ticket() == null
        ? Optional.empty()
        : lists.stream().filter(list -> list.covers(message.event())).findFirst();
  }

  /** Whether it still has to be said. */
  boolean needed(Claimed message) {
    return list(message)
        .map(list -> list.open(ticket(message), Objects.requireNonNull(message.chain())))
        .orElse(true);
  }

  /** She cannot be phoned: a resident gets it in writing. */
  void impossible(Claimed message, Recipient recipient, Reason why) {
    if (recipient.resident()) {
      rows.send(message, Way.TEXT);
    } else {
      passOver(message, MessageState.UNSENDABLE, why, "");
    }
  }

  /**
   * What was to be said, or the way to say it, is broken: it waits for a person, but who follows in
   * a list is phoned all the same.
   */
  void broken(Claimed message, String error) {
    try {
      passOver(message, MessageState.DEAD, Reason.BROKEN, error);
    } catch (DataAccessException | TransactionException away) {
      throw away;
    } catch (RuntimeException theListToo) {
      log.error("message {}: nobody else is phoned", message.id(), theListToo);
      rows.settle(message, MessageState.DEAD, Reason.BROKEN, error, "");
    }
  }

  /** Both at once: a node that dies in between must not leave the list without a next one. */
  private void passOver(Claimed message, MessageState otherwise, Reason why, String error) {
    transactions.run(
        () -> {
          if (list(message).isPresent()) {
            next(message, why);
          } else {
            rows.settle(message, otherwise, why, error, "");
          }
          return true;
        });
  }

  /** The key was pressed; what is told then is true for good. */
  Reply confirm(Claimed message) {
    try {
      Reply reply = transactions.run(() -> confirmed(message));
      log.info("message {} ({}) is confirmed by key: {}", message.id(), message.event(), reply);
      return reply;
    } catch (RuntimeException lost) {
      log.error("message {}: the key could not be noted", message.id(), lost);
      return Reply.FAILED;
    }
  }

  private Reply confirmed(Claimed message) {
    note(message, CallEnd.CONFIRMED);
    Reply reply =
        list(message)
            .map(list -> list.confirm(ticket(message), login(message)))
            .orElse(Reply.NOTED);
    rows.settle(message, MessageState.DELIVERED, Reason.CONFIRMED, "", "");
    return reply;
  }

  /** The call is over. */
  void settle(Claimed message, Recipient recipient, CallEnd end) {
    log.info("message {} ({}): the call ended: {}", message.id(), message.event(), end.code());
    if (end == CallEnd.CONFIRMED) {
      return;
    }
    transactions.run(
        () -> {
          if (end != CallEnd.UNAVAILABLE) {
            note(message, end);
          }
          decide(message, recipient, end);
          return true;
        });
  }

  private void decide(Claimed message, Recipient recipient, CallEnd end) {
    int attempts = message.attempts() + 1;
    if (end == CallEnd.UNAVAILABLE) {
      unavailable(message, attempts);
    } else if (list(message).isPresent()) {
      next(message, Reason.UNCONFIRMED);
    } else if (end == CallEnd.HEARD && recipient.resident()) {
      rows.settle(message, MessageState.DELIVERED, Reason.HEARD, "", "");
    } else if (attempts < voice.tries()) {
      later(message, recipient.resident() ? voice.residentPause() : voice.staffPause(), end);
    } else if (recipient.resident() && !recipient.addresses().isEmpty()) {
      log.info("message {} goes in writing, phoned in vain {} times", message.id(), attempts);
      rows.send(message, Way.TEXT);
    } else {
      dead(message, Reason.UNCONFIRMED, end);
    }
  }

  /** It is nobody's fault but ours: the same person again, in the rhythm of all messages. */
  private void unavailable(Claimed message, int attempts) {
    if (attempts < properties.attempts()) {
      later(message, BackOff.after(attempts, null), CallEnd.UNAVAILABLE);
    } else {
      dead(message, Reason.EXHAUSTED, CallEnd.UNAVAILABLE);
    }
  }

  private void next(Claimed message, Reason why) {
    String chain = Objects.requireNonNull(message.chain());
    if (!needed(message)) {
      rows.settle(message, MessageState.UNWANTED, Reason.NOT_NEEDED, "", "");
      return;
    }
    Optional<String> next =
        list(message).flatMap(list -> list.next(ticket(message), rows.phoned(chain)));
    if (next.isEmpty() && !rows.tried(chain)) {
      rows.settle(message, MessageState.UNSENDABLE, why, "", "");
      log.warn("ticket {}: nobody in the list can be phoned", message.ticket());
      return;
    }
    if (next.isEmpty()) {
      rows.settle(message, MessageState.DEAD, why, "", "");
      log.warn(
          "message {}: nobody in the list confirmed ticket {}; it waits for a person",
          message.id(),
          message.ticket());
      return;
    }
    rows.settle(message, MessageState.PASSED_ON, why, "", "");
    rows.addCall(
        new Notice(
            message.event(),
            new Addressee.Staff(next.get()),
            message.ticket(),
            message.values(),
            message.emergency(),
            chain),
        chain);
    events.publishEvent(new JdbcOutbox.Told());
    log.info("message {}: {} is phoned next", message.id(), next.get());
  }

  private void later(Claimed message, Duration pause, CallEnd end) {
    rows.postpone(message, Reason.FAILED, clock.instant().plus(pause), end.code());
  }

  private void dead(Claimed message, Reason why, CallEnd end) {
    rows.settle(message, MessageState.DEAD, why, end.code(), "");
    log.warn(
        "message {} ({}) waits for a person, phoned in vain: {}",
        message.id(),
        message.event(),
        end.code());
  }

  private void note(Claimed message, CallEnd end) {
    TicketNumber ticket = message.ticket();
    if (ticket != null) {
      tickets.note(ticket, ACTOR, new Happening.Phoned(login(message), end.code()));
    }
  }

  /** Empty string for a resident. */
  private static String login(Claimed message) {
    return message.to() instanceof Addressee.Staff staff ? staff.login() : "";
  }

  private static TicketNumber ticket(Claimed message) {
    return Objects.requireNonNull(message.ticket());
  }
}
