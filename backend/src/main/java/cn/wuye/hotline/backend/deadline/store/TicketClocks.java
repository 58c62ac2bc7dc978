package cn.wuye.hotline.backend.deadline.store;

import cn.wuye.hotline.backend.database.DatabaseFailure;
import cn.wuye.hotline.backend.deadline.Clocks;
import cn.wuye.hotline.backend.deadline.TicketHistory;
import cn.wuye.hotline.backend.deadline.escalation.NextLook;
import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.persistence.Transactions;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.ticket.Channel;
import cn.wuye.hotline.backend.ticket.Field;
import cn.wuye.hotline.backend.ticket.FieldChange;
import cn.wuye.hotline.backend.ticket.Happening;
import cn.wuye.hotline.backend.ticket.State;
import cn.wuye.hotline.backend.ticket.Ticket;
import cn.wuye.hotline.backend.ticket.TicketHappened;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import cn.wuye.hotline.backend.ticket.Tickets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The clocks of tickets. They are computed from the timeline in the transaction of each change, so
 * that a ticket never stands there with the clocks of something else.
 */
@Component
public class TicketClocks {
  private static final Logger log = LoggerFactory.getLogger(TicketClocks.class);

  /** The fields that decide about a rule. */
  private static final Set<String> DECISIVE =
      Set.of(
          Field.KIND.code(),
          Field.CATEGORY.code(),
          Field.SUBCATEGORY.code(),
          Field.URGENCY.code(),
          Field.ESTATE.code());

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

  private final ClockRows rows;
  private final WatchRows watches;
  private final TicketHistories histories;
  private final DeadlineBooks books;
  private final Tickets tickets;
  private final Transactions transactions;
  private final Clock clock;

  TicketClocks(
      ClockRows rows,
      WatchRows watches,
      TicketHistories histories,
      DeadlineBooks books,
      Tickets tickets,
      Transactions transactions,
      Clock clock) {
    this.rows = rows;
    this.watches = watches;
    this.histories = histories;
    this.books = books;
    this.tickets = tickets;
    this.transactions = transactions;
    this.clock = clock;
  }

  @EventListener
  void on(TicketHappened happened) {
    if (matters(happened.what())) {
      Optional<Instant> quiet = quietUntil(happened.what());
      try {
        if (happened.what() instanceof Happening.MergeUndone undone) {
          rows.unsettle(happened.ticket(), undone.mergedAt());
        }
        if (happened.what() instanceof Happening.Opened) {
          begin(happened.now(), quiet);
        } else {
          renew(happened.ticket(), quiet, Instant.MIN);
        }
      } catch (RuntimeException broken) {
        if (DatabaseFailure.of(broken) != DatabaseFailure.REFUSED) {
          throw broken;
        }
        // No complaint is lost for a rule that cannot be read: the chase tries again.
        log.error("ticket {} has no clocks for now", happened.ticket(), broken);
        watches.set(happened.ticket(), Optional.of(Utc.now(clock)), quiet);
      }
    }
  }

  /**
   * An older system's tickets come with deadlines that were missed long ago, and so do those that
   * something happens to before they were given their first clocks.
   */
  private Optional<Instant> quietUntil(Happening what) {
    return what instanceof Happening.Opened opened && opened.channel() != Channel.IMPORT
        ? Optional.empty()
        : Optional.of(Utc.now(clock));
  }

  private static boolean matters(Happening what) {
    if (what instanceof Happening.Amended amended) {
      return amended.changes().stream().map(FieldChange::field).anyMatch(DECISIVE::contains);
    }
    return what instanceof Happening.Opened
        || what instanceof Happening.StateChanged
        || what instanceof Happening.MergeUndone
        || what instanceof Happening.CallAdded
        || what instanceof Happening.MadeSafe
        || what instanceof Happening.TaskMoved
        || what instanceof Happening.Paused
        || what instanceof Happening.Resumed;
  }

  /**
   * Computes the clocks of a ticket anew and stores them: what is settled stays as it is, and
   * whoever does it twice changes nothing. Nobody else changes the ticket until the end of the
   * transaction.
   *
   * @return empty when there is no such ticket
   */
  public Optional<Reckoning> renew(TicketNumber number) {
    return renew(number, Optional.of(Utc.now(clock)), Instant.MIN);
  }

  /**
   * @param quietUntil what was late by then counts as told, if these are its first clocks
   * @param told up to when everybody has been told what there is to tell
   */
  private Optional<Reckoning> renew(
      TicketNumber number, Optional<Instant> quietUntil, Instant told) {
    return transactions.run(
        () -> {
          watches.lock(number);
          return renewLocked(number, quietUntil, told);
        });
  }

  private Optional<Reckoning> renewLocked(
      TicketNumber number, Optional<Instant> quietUntil, Instant told) {
    return tickets
        .find(number, EstateScope.ALL)
        .map(
            ticket -> {
              List<ClockRows.Row> stored = rows.of(number);
              Reckoning reckoning = reckon(ticket, histories.of(ticket), stored);
              store(reckoning, stored, quietUntil, told);
              return reckoning;
            });
  }

  /** The first clocks of a ticket that is opened in this transaction: there is nothing to read. */
  private void begin(Ticket ticket, Optional<Instant> quietUntil) {
    Reckoning reckoning = reckon(ticket, TicketHistories.ofNew(ticket), List.of());
    store(reckoning, List.of(), quietUntil, Instant.MIN);
  }

  /** The clocks as they stand now, if the ticket is there for the one who asks. Stores nothing. */
  public Optional<Reckoning> of(TicketNumber number, EstateScope scope) {
    return tickets
        .find(number, scope)
        .map(ticket -> reckon(ticket, histories.of(ticket), rows.of(number)));
  }

  /** Those that may have to be told of by now, the longest waiting first. */
  public List<TicketNumber> toLookAt(int limit) {
    return watches.due(Utc.now(clock), limit);
  }

  /**
   * A ticket whose turn has come.
   *
   * @param quietUntil by when what was late counts as told; this is told once, and empty when all
   *     is to be told
   */
  public record Look(Reckoning reckoning, Optional<Instant> quietUntil) {}

  /**
   * The same as {@link #renew} for one who tells people, in the same transaction, all there is to
   * tell; empty when that has been done when its turn has come, by another node.
   */
  public Optional<Look> look(TicketNumber number) {
    return transactions.run(
        () -> {
          watches.lock(number);
          Instant now = Utc.now(clock);
          return watches
              .due(number, now)
              .flatMap(
                  due -> {
                    Optional<Instant> quiet = Optional.ofNullable(due.quietUntil());
                    quiet.ifPresent(until -> watches.endQuiet(number));
                    return renewLocked(number, Optional.empty(), now)
                        .map(reckoning -> new Look(reckoning, quiet));
                  });
        });
  }

  /**
   * Puts a look off that went wrong: by half a minute, and longer each time it goes wrong again.
   *
   * @return by how much, at most 10 minutes
   */
  public Duration putOff(TicketNumber number) {
    int doublings = Math.min(10, watches.failed(number) - 1);
    Duration pause = FIRST_PAUSE.multipliedBy(1L << doublings);
    Duration taken = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    watches.putOff(number, Utc.now(clock).plus(taken));
    return taken;
  }

  /** Whether there is no ticket without clocks. */
  public boolean complete() {
    return watches.complete();
  }

  /**
   * Some neighbouring ticket numbers.
   *
   * @param from the lowest
   * @param without those that have no clocks yet, the newest first
   */
  public record Stretch(long from, List<TicketNumber> without) {
    public Stretch {
      without = List.copyOf(without);
    }
  }

  /**
   * Looks for tickets without clocks, from the newest to the oldest.
   *
   * @param before what lies at or above this number has been seen
   * @param length how many tickets are looked at
   * @return empty when there are no more
   */
  public Optional<Stretch> withoutClocks(long before, int length, Set<State> states) {
    return watches
        .stretch(before, length)
        .map(from -> new Stretch(from, watches.missing(from, before, states)));
  }

  /** Gives a ticket its clocks that has none yet; empty when it has. */
  public Optional<Reckoning> begin(TicketNumber number) {
    return transactions.run(
        () -> {
          watches.lock(number);
          return watches.has(number) ? Optional.empty() : renew(number);
        });
  }

  private Reckoning reckon(Ticket ticket, TicketHistory history, List<ClockRows.Row> stored) {
    Instant now = Utc.now(clock);
    DeadlineBook book = books.current();
    Clocks before =
        new Clocks(Optional.empty(), stored.stream().map(ClockRows.Row::clock).toList());
    return new Reckoning(
        ticket, history, book.calculator().recalculate(before, history, now), book, now);
  }

  private void store(
      Reckoning reckoning, List<ClockRows.Row> stored, Optional<Instant> quietUntil, Instant told) {
    Ticket ticket = reckoning.ticket();
    rows.replace(ticket.number(), stored, reckoning.clocks().all());
    watches.set(
        ticket.number(),
        NextLook.after(
            told,
            reckoning.plan(),
            reckoning.clocks(),
            reckoning.unsolvedSince(),
            reckoning.book().calculator()),
        quietUntil);
  }
}
