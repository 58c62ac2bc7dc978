package cn.wuye.hotline.backend.ticket;

import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.persistence.Transactions;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.ivr.conversation.CallId;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Opens tickets and brings them up to date as machines do: repeatable, and never losing one. */
@Component
public class Tickets {
  private static final Logger log = LoggerFactory.getLogger(Tickets.class);

  private final TicketRepository tickets;
  private final TicketRecorder recorder;
  private final TicketNumbers numbers;
  private final TicketRules rules;
  private final Timeline timeline;
  private final AdditionRows additions;
  private final Transactions transactions;
  private final Clock clock;

  Tickets(
      TicketRepository tickets,
      TicketRecorder recorder,
      TicketNumbers numbers,
      TicketRules rules,
      Timeline timeline,
      AdditionRows additions,
      Transactions transactions,
      Clock clock) {
    this.tickets = tickets;
    this.recorder = recorder;
    this.numbers = numbers;
    this.rules = rules;
    this.timeline = timeline;
    this.additions = additions;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** The ticket with this number, if it is there for the one who asks. */
  public Optional<Ticket> find(TicketNumber number, EstateScope scope) {
    return tickets
        .findById(number)
        .filter(ticket -> scope.sees(ticket.contents().place().estateId()));
  }

  /** The ticket that came from there. */
  public Optional<Ticket> find(Origin origin) {
    return tickets.findByOriginKey(origin.key());
  }

  /** The ticket that a call belongs to: its own, or the one it adds to. */
  public Optional<Ticket> ofCall(CallId call) {
    return find(Origin.call(call)).or(() -> additions.ticketOf(call).flatMap(tickets::findById));
  }

  /**
   * Opens a ticket, or finds the one its origin has already. What it says must be acceptable
   * ({@link TicketRules#check}); inside a transaction its number must be given.
   */
  public Opening open(NewTicket draft, Actor actor) {
    Optional<Ticket> known = find(draft.origin());
    if (known.isPresent()) {
      return new Opening(known.get(), false);
    }
    return openFirst(draft, actor);
  }

  /** The same as {@link #open} for what comes from nowhere that could have come before. */
  public Opening openFirst(NewTicket draft, Actor actor) {
    TicketNumber number = draft.number().orElseGet(numbers::next);
    try (TicketLog logged = TicketLog.of(number)) {
      Ticket opened = transactions.run(() -> insert(number, draft, actor));
      log.info(
          "ticket opened: {} {} {}; it waits to be accepted",
          draft.channel().code(),
          opened.contents().subject().category(),
          opened.contents().subject().urgency().code());
      return new Opening(opened, true);
    } catch (DuplicateKeyException raced) {
      return new Opening(find(draft.origin()).orElseThrow(() -> raced), false);
    }
  }

  /**
   * Opens the ticket of a call, or brings it up to date. What cannot be kept as it is (an estate
   * that is gone, a code nobody knows) is kept as words rather than refused; what a person has
   * changed meanwhile stays.
   */
  public Ticket openOrAmend(NewTicket draft, Actor actor) {
    Contents fitted =
        rules.fitted(draft.contents(), () -> find(draft.origin()).map(Ticket::contents));
    Opening opening =
        open(
            new NewTicket(
                draft.number(),
                draft.origin(),
                draft.channel(),
                draft.call(),
                fitted,
                draft.openedAt(),
                draft.dialect()),
            actor);
    return opening.fresh()
        ? opening.ticket()
        : transactions.run(() -> bringUpToDate(opening.ticket().number(), fitted, actor));
  }

  /** Notes what happened around a ticket; false when there is none of this number. */
  public boolean note(TicketNumber number, Actor actor, Happening what) {
    return transactions.run(
        () -> {
          Optional<Ticket> ticket = tickets.findById(number);
          ticket.ifPresent(found -> recorder.note(found, actor, what));
          return ticket.isPresent();
        });
  }

  /**
   * Notes several things at once that happened around a ticket as it stands in the caller's
   * transaction.
   */
  public void note(Ticket ticket, Actor actor, List<? extends Happening> what) {
    recorder.note(ticket, actor, what);
  }

  private Ticket insert(TicketNumber number, NewTicket draft, Actor actor) {
    Ticket ticket = Ticket.open(number, draft, Utc.now(clock));
    return recorder.save(
        ticket,
        actor,
        new Happening.Opened(
            draft.channel(),
            draft.call(),
            draft.contents().unfinished(),
            draft.contents().subject().urgency(),
            draft.dialect()));
  }

  private Ticket bringUpToDate(TicketNumber number, Contents newer, Actor actor) {
    Ticket ticket = tickets.findByNumber(number).orElseThrow();
    Contents kept = PersonsWord.keep(ticket.contents(), newer, timeline.of(number));
    List<FieldChange> changes = ticket.amend(kept, Utc.now(clock));
    if (changes.isEmpty()) {
      return ticket;
    }
    log.info("ticket {} brought up to date: {} fields", number, changes.size());
    return recorder.save(ticket, actor, new Happening.Amended(changes));
  }
}
