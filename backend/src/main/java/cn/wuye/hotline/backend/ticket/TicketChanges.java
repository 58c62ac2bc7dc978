package cn.wuye.hotline.backend.ticket;

import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.persistence.Transactions;
import cn.wuye.hotline.backend.persistence.Utc;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What people do to tickets. Each wish carries the version that its author had before her; if the
 * ticket has moved on, nothing is changed and she is told what happened.
 */
@Component
public class TicketChanges {
  private static final Logger log = LoggerFactory.getLogger(TicketChanges.class);

  private final TicketRepository tickets;
  private final TicketRecorder recorder;
  private final TicketRules rules;
  private final Timeline timeline;
  private final Transactions transactions;
  private final Clock clock;

  TicketChanges(
      TicketRepository tickets,
      TicketRecorder recorder,
      TicketRules rules,
      Timeline timeline,
      Transactions transactions,
      Clock clock) {
    this.tickets = tickets;
    this.recorder = recorder;
    this.rules = rules;
    this.timeline = timeline;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Who wishes it, what she may see, and on which version her wish is based. */
  public record Wish(TicketNumber number, long version, Actor actor, EstateScope scope) {}

  /** Changes what the ticket says. */
  public ChangeResult amend(Wish wish, UnaryOperator<Contents> change) {
    return change(wish, ticket -> amendNow(ticket, wish, change.apply(ticket.contents())));
  }

  /**
   * Moves the ticket to another state.
   *
   * @param verb neither {@link Verb#MARK_DUPLICATE}, which needs to say of what, nor {@link
   *     Verb#DECLINE}, which needs a reason from the list
   * @param reason kept in the timeline; may be empty
   */
  public ChangeResult apply(Wish wish, Verb verb, String reason) {
    if (verb == Verb.MARK_DUPLICATE) {
      return new ChangeResult.Invalid(Invalidity.SURVIVOR_MISSING, "");
    }
    if (verb == Verb.DECLINE) {
      return new ChangeResult.Invalid(Invalidity.DUTY_REASON_MISSING, "");
    }
    return change(
        wish, ticket -> move(ticket, wish, verb, reason, Optional.empty(), Optional.empty()));
  }

  /**
   * It is not the company's duty (非物业职责): the resident is told why, so a reason from the list is
   * needed.
   *
   * @param words what else there is to say; may be empty
   */
  public ChangeResult decline(Wish wish, DutyReason why, String words) {
    return change(
        wish,
        ticket -> move(ticket, wish, Verb.DECLINE, words, Optional.empty(), Optional.of(why)));
  }

  /**
   * Another ticket carries on; whoever asks for this one will be led there. What was merged before
   * is followed to the ticket that goes on in the end, whose work must not be over and which must
   * not be less urgent: nobody waits longer because tickets were put together.
   */
  public ChangeResult markDuplicate(Wish wish, TicketNumber survivor, String reason) {
    return change(
        wish,
        ticket -> {
          Optional<Ticket> carrying = tickets.findByNumber(survivor).filter(t -> sees(wish, t));
          if (carrying.isEmpty()) {
            return new ChangeResult.Invalid(Invalidity.UNKNOWN_SURVIVOR, survivor.toString());
          }
          // Locked on the way: two tickets marked as each other's duplicates at once must not both
          // win.
          Ticket head = MergedTickets.head(carrying.get(), tickets::findByNumber);
          return unfit(ticket, head, survivor, wish)
              .<ChangeResult>map(why -> new ChangeResult.Invalid(why, head.number().toString()))
              .orElseGet(() -> merge(ticket, head, wish, reason));
        });
  }

  private static Optional<Invalidity> unfit(
      Ticket ticket, Ticket head, TicketNumber named, Wish wish) {
    if (head.number().equals(ticket.number()) || named.equals(ticket.number())) {
      return Optional.of(Invalidity.CIRCULAR_DUPLICATE);
    }
    if (!sees(wish, head)) {
      return Optional.of(Invalidity.UNKNOWN_SURVIVOR);
    }
    if (!State.OPEN.contains(head.state())) {
      return Optional.of(Invalidity.SURVIVOR_OVER);
    }
    return ticket.contents().subject().urgency().above(head.contents().subject().urgency())
        ? Optional.of(Invalidity.LESS_URGENT_SURVIVOR)
        : Optional.empty();
  }

  private ChangeResult merge(Ticket ticket, Ticket head, Wish wish, String reason) {
    ChangeResult merged =
        move(
            ticket,
            wish,
            Verb.MARK_DUPLICATE,
            reason,
            Optional.of(head.number()),
            Optional.empty());
    if (merged instanceof ChangeResult.Done) {
      recorder.note(head, wish.actor(), new Happening.Absorbed(ticket.number()));
    }
    return merged;
  }

  /**
   * Takes back that another ticket carries on: this one stands for itself again, as it stood then.
   *
   * @param before where it stood
   * @param reason kept in the timeline; may be empty
   */
  public ChangeResult standAlone(Wish wish, State before, String reason) {
    return change(
        wish,
        ticket -> {
          Optional<TicketNumber> survivor = ticket.duplicateOf();
          Instant merged = ticket.stateSince();
          if (survivor.isEmpty() || !ticket.restore(before, Utc.now(clock))) {
            return new ChangeResult.Refused(
                ticket, Verb.REOPEN, Transitions.possible(ticket.state()));
          }
          log.info("{} takes back that {} carries on", wish.actor(), survivor.get());
          Ticket alone =
              recorder.save(
                  ticket,
                  wish.actor(),
                  new Happening.MergeUndone(survivor.get(), before, merged, reason));
          tickets
              .findById(survivor.get())
              .ifPresent(
                  other ->
                      recorder.note(other, wish.actor(), new Happening.Released(alone.number())));
          return new ChangeResult.Done(alone);
        });
  }

  /**
   * Writes something down; no version is needed, because nothing is overwritten. What is said to a
   * ticket that goes on as another one is written there, where it will be read.
   */
  public ChangeResult note(TicketNumber number, String text, Actor actor, EstateScope scope) {
    return transactions.run(
        () ->
            tickets
                .findById(number)
                .filter(ticket -> scope.sees(ticket.contents().place().estateId()))
                .<ChangeResult>map(
                    ticket -> {
                      Ticket head = MergedTickets.head(ticket, tickets::findById);
                      Ticket read = scope.sees(head.contents().place().estateId()) ? head : ticket;
                      recorder.note(read, actor, new Happening.NoteAdded(text));
                      return new ChangeResult.Done(read);
                    })
                .orElse(new ChangeResult.Unknown(number)));
  }

  private ChangeResult change(Wish wish, Function<Ticket, ChangeResult> change) {
    try (TicketLog logged = TicketLog.of(wish.number())) {
      return transactions.run(
          () -> {
            Optional<Ticket> found =
                tickets.findByNumber(wish.number()).filter(ticket -> sees(wish, ticket));
            if (found.isEmpty()) {
              return new ChangeResult.Unknown(wish.number());
            }
            Ticket ticket = found.get();
            return ticket.version() == wish.version()
                ? change.apply(ticket)
                : new ChangeResult.Stale(ticket, timeline.since(wish.number(), wish.version()));
          });
    }
  }

  private ChangeResult amendNow(Ticket ticket, Wish wish, Contents amended) {
    Optional<ChangeResult.Invalid> invalid =
        rules.checkAmended(amended, ticket.contents(), wish.scope());
    if (invalid.isPresent()) {
      return invalid.get();
    }
    List<FieldChange> changes = ticket.amend(amended, Utc.now(clock));
    if (changes.isEmpty()) {
      return new ChangeResult.Done(ticket);
    }
    log.info("{} amends {} fields", wish.actor(), changes.size());
    return new ChangeResult.Done(
        recorder.save(ticket, wish.actor(), new Happening.Amended(changes)));
  }

  private ChangeResult move(
      Ticket ticket,
      Wish wish,
      Verb verb,
      String reason,
      Optional<TicketNumber> survivor,
      Optional<DutyReason> duty) {
    State from = ticket.state();
    Instant now = Utc.now(clock);
    Optional<State> to =
        survivor.isPresent() ? ticket.markDuplicate(survivor.get(), now) : ticket.apply(verb, now);
    if (to.isEmpty()) {
      return new ChangeResult.Refused(ticket, verb, Transitions.possible(from));
    }
    if (to.get() == State.ACCEPTED) {
      ticket.answeredBy(wish.actor());
    }
    log.info("{} {}: {} → {}", wish.actor(), verb.code(), from.code(), to.get().code());
    return new ChangeResult.Done(
        recorder.save(
            ticket,
            wish.actor(),
            new Happening.StateChanged(from, to.get(), verb, reason, survivor, duty)));
  }

  private static boolean sees(Wish wish, Ticket ticket) {
    return wish.scope().sees(ticket.contents().place().estateId());
  }
}
