package cn.wuye.hotline.backend.related.watch;

import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.persistence.Transactions;
import cn.wuye.hotline.backend.related.incident.Proposals;
import cn.wuye.hotline.backend.related.merge.Distinctions;
import cn.wuye.hotline.backend.ticket.Actor;
import cn.wuye.hotline.backend.ticket.ChangeResult;
import cn.wuye.hotline.backend.ticket.Kind;
import cn.wuye.hotline.backend.ticket.MergedTickets;
import cn.wuye.hotline.backend.ticket.Repeats;
import cn.wuye.hotline.backend.ticket.State;
import cn.wuye.hotline.backend.ticket.Subject;
import cn.wuye.hotline.backend.ticket.Ticket;
import cn.wuye.hotline.backend.ticket.TicketChanges;
import cn.wuye.hotline.backend.ticket.TicketChanges.Wish;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import cn.wuye.hotline.backend.ticket.TicketPlace;
import cn.wuye.hotline.backend.ticket.TicketWork;
import cn.wuye.hotline.backend.ticket.Tickets;
import cn.wuye.hotline.backend.ticket.Urgency;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Compares the tickets that wait with others. Runs on every node at once: the ticket is locked, and
 * who finds it gone from the queue leaves it alone.
 */
@Component
class Relating {
  private static final Logger log = LoggerFactory.getLogger(Relating.class);
  private static final Actor MACHINE = Actor.system("duplicates");

  /** The more urgent first; of equal ones who waits longer, whichever is looked at first. */
  private static final Comparator<Ticket> GOES_ON =
      Comparator.<Ticket, Urgency>comparing(
              ticket -> ticket.contents().subject().urgency(),
              (one, two) -> one == two ? 0 : one.above(two) ? -1 : 1)
          .thenComparing(Ticket::openedAt)
          .thenComparing(ticket -> ticket.number().value());

  private final RelationQueue queue;
  private final Earlier earlier;
  private final Distinctions distinctions;
  private final Proposals proposals;
  private final TicketWork work;
  private final Tickets tickets;
  private final TicketChanges changes;
  private final MergedTickets merged;
  private final Repeats repeats;
  private final Transactions transactions;

  Relating(
      RelationQueue queue,
      Earlier earlier,
      Distinctions distinctions,
      Proposals proposals,
      TicketWork work,
      Tickets tickets,
      TicketChanges changes,
      MergedTickets merged,
      Repeats repeats,
      Transactions transactions) {
    this.queue = queue;
    this.earlier = earlier;
    this.distinctions = distinctions;
    this.proposals = proposals;
    this.work = work;
    this.tickets = tickets;
    this.changes = changes;
    this.merged = merged;
    this.repeats = repeats;
    this.transactions = transactions;
  }

  /** Looks at all that is due; gives how many this node has compared. */
  int round() {
    int compared = 0;
    for (TicketNumber ticket : queue.due()) {
      compared += compare(ticket) ? 1 : 0;
    }
    return compared;
  }

  private boolean compare(TicketNumber number) {
    try {
      return transactions.run(
          () -> {
            Optional<Ticket> ticket = work.locked(number);
            if (ticket.isEmpty() || !queue.take(number)) {
              return false;
            }
            relate(ticket.get());
            return true;
          });
    } catch (RuntimeException e) {
      log.error("ticket {} could not be compared; trying again in a minute", number, e);
      queue.later(number);
      return false;
    }
  }

  /** What a locked ticket has to do with others. Without a kind that is known nothing is sure. */
  private void relate(Ticket ticket) {
    Subject subject = ticket.contents().subject();
    boolean trouble = subject.kind() == Kind.COMPLAINT || subject.kind() == Kind.REPAIR;
    boolean known = !Set.of("", "other").contains(subject.subcategory());
    if (!State.OPEN.contains(ticket.state()) || !trouble || !known) {
      return;
    }
    if (!mergeSure(ticket)) {
      repeated(ticket).ifPresent(before -> repeats.link(ticket.number(), before.number(), MACHINE));
      proposals.consider(ticket);
    }
  }

  /** Without those that somebody has told apart from it. */
  private List<TicketNumber> notDistinct(Ticket ticket, List<TicketNumber> others) {
    if (others.isEmpty()) {
      return others;
    }
    Set<TicketNumber> distinct = distinctions.of(ticket.number());
    return others.stream().filter(other -> !distinct.contains(other)).toList();
  }

  /** The latest that it repeats; of one that was merged the ticket that went on. */
  private Optional<Ticket> repeated(Ticket ticket) {
    return notDistinct(ticket, earlier.repeated(ticket)).stream()
        .flatMap(other -> tickets.find(other, EstateScope.ALL).stream())
        .filter(other -> samePlace(ticket.contents().place(), other.contents().place()))
        .flatMap(other -> merged.head(other.number()).stream())
        .filter(head -> !head.number().equals(ticket.number()))
        .findFirst();
  }

  /** The one that waits longer goes on, unless the other may not wait as long. */
  private boolean mergeSure(Ticket ticket) {
    return notDistinct(ticket, earlier.sure(ticket)).stream()
        .flatMap(other -> tickets.find(other, EstateScope.ALL).stream())
        .filter(other -> samePlace(ticket.contents().place(), other.contents().place()))
        .findFirst()
        // As it is now: whoever changes it just then is waited for, and not overrun.
        .flatMap(other -> work.locked(other.number()))
        .map(other -> merge(ticket, other))
        .filter(ChangeResult.Done.class::isInstance)
        .isPresent();
  }

  private ChangeResult merge(Ticket ticket, Ticket other) {
    boolean goesOn = GOES_ON.compare(ticket, other) < 0;
    Ticket ending = goesOn ? other : ticket;
    Ticket surviving = goesOn ? ticket : other;
    log.info("ticket {} is surely the same as {}", ending.number(), surviving.number());
    return changes.markDuplicate(
        new Wish(ending.number(), ending.version(), MACHINE, EstateScope.ALL),
        surviving.number(),
        "");
  }

  /** What one of them does not say the other may; what both say must be the same. */
  private static boolean samePlace(TicketPlace one, TicketPlace other) {
    return (one.estateId() == null
            || other.estateId() == null
            || one.estateId().equals(other.estateId()))
        && same(one.building(), other.building())
        && same(one.unit(), other.unit())
        && same(one.room(), other.room());
  }

  private static boolean same(String one, String other) {
    return one.isEmpty() || other.isEmpty() || one.equals(other);
  }
}
