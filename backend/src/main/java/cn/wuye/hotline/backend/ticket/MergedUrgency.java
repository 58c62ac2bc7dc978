package cn.wuye.hotline.backend.ticket;

import cn.wuye.hotline.backend.persistence.Utc;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Nobody waits longer because her ticket was put together with another: when what goes on as
 * another one becomes more urgent, because her call still goes on or its words are understood late,
 * the one that is worked on becomes as urgent, in the same transaction.
 */
@Component
class MergedUrgency {
  /** Who raises the urgency. */
  static final Actor RAISER = Actor.system("merges");

  private static final Logger log = LoggerFactory.getLogger(MergedUrgency.class);

  private final TicketRepository tickets;
  private final TicketRecorder recorder;
  private final Clock clock;

  MergedUrgency(TicketRepository tickets, TicketRecorder recorder, Clock clock) {
    this.tickets = tickets;
    this.recorder = recorder;
    this.clock = clock;
  }

  @EventListener
  void on(TicketHappened happened) {
    if (happened.what() instanceof Happening.Amended amended
        && happened.now().state() == State.DUPLICATE
        && amended.changes().stream()
            .anyMatch(change -> change.field().equals(Field.URGENCY.code()))) {
      raiseHead(happened.now());
    }
  }

  private void raiseHead(Ticket merged) {
    Urgency urgency = merged.contents().subject().urgency();
    // Locked on the way, as by whoever merges.
    Ticket head = MergedTickets.head(merged, tickets::findByNumber);
    if (State.OPEN.contains(head.state()) && urgency.above(head.contents().subject().urgency())) {
      log.info(
          "ticket {} is {} as {}, which goes on as it", head.number(), urgency, merged.number());
      recorder.save(
          head,
          RAISER,
          new Happening.Amended(head.amend(head.contents().with(urgency), Utc.now(clock))));
    }
  }
}
