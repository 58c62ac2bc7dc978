package cn.wuye.hotline.backend.ticket;

import cn.wuye.hotline.backend.persistence.Transactions;
import cn.wuye.hotline.ivr.conversation.CallId;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Later calls about a ticket that is still open. A call adds to one ticket once, however often it
 * is entered; what it adds may grow.
 */
@Component
public class Additions {
  private static final Logger log = LoggerFactory.getLogger(Additions.class);
  private static final Actor TRANSCRIPTION = Actor.system("transcription");

  private final AdditionRows rows;
  private final TicketRepository tickets;
  private final TicketRecorder recorder;
  private final Transactions transactions;

  Additions(
      AdditionRows rows,
      TicketRepository tickets,
      TicketRecorder recorder,
      Transactions transactions) {
    this.rows = rows;
    this.tickets = tickets;
    this.recorder = recorder;
    this.transactions = transactions;
  }

  /**
   * Adds a call to a ticket, or brings up to date what it has added.
   *
   * @return where it stands now; empty when nothing can be added: there is no such ticket, its work
   *     is over, or the call has a ticket of its own
   */
  public Optional<TicketNumber> keep(TicketNumber ticket, Addition addition) {
    return transactions.run(() -> enter(ticket, addition));
  }

  private Optional<TicketNumber> enter(TicketNumber wanted, Addition addition) {
    Optional<String> before = rows.textOf(addition.call());
    if (before.isPresent()) {
      Optional<TicketNumber> known = rows.ticketOf(addition.call());
      rows.update(
          addition.call(), addition.text(), addition.unfinished(), addition.needsTranscript());
      if (!before.get().equals(addition.text())) {
        known.flatMap(tickets::findById).ifPresent(ticket -> note(ticket, addition));
      }
      return known;
    }
    if (tickets.findByOriginKey(Origin.call(addition.call()).key()).isPresent()) {
      return Optional.empty();
    }
    // Locked: nobody may solve it between this look and the addition.
    Optional<Ticket> ticket =
        tickets
            .findByNumber(wanted)
            .map(named -> MergedTickets.head(named, tickets::findByNumber))
            .filter(found -> State.OPEN.contains(found.state()));
    ticket.ifPresent(
        found -> {
          rows.insert(found.number(), addition);
          note(found, addition);
          log.info("call {} adds to ticket {}", addition.call(), found.number());
        });
    return ticket.map(Ticket::number);
  }

  private void note(Ticket ticket, Addition addition) {
    recorder.note(
        ticket,
        Actor.call(addition.call()),
        new Happening.CallAdded(addition.call(), addition.text(), addition.unfinished()));
  }

  /** What a call has added has become text. Does nothing when it added nothing. */
  public void transcribed(CallId call, UnaryOperator<String> completion) {
    transactions.run(
        () -> {
          Optional<String> text = rows.textOf(call);
          text.ifPresent(before -> complete(call, before, completion.apply(before)));
          return text;
        });
  }

  private void complete(CallId call, String before, String after) {
    rows.update(call, after, false, false);
    if (!after.equals(before)) {
      rows.ticketOf(call)
          .flatMap(tickets::findById)
          .ifPresent(
              ticket ->
                  recorder.note(
                      ticket, TRANSCRIPTION, new Happening.CallAdded(call, after, false)));
    }
  }

  /** The calls that add to a ticket, the first first. */
  public List<CallId> callsOf(TicketNumber ticket) {
    return rows.callsOf(ticket);
  }
}
