package cn.wuye.hotline.backend.deadline.pause;

import cn.wuye.hotline.backend.deadline.ClockState;
import cn.wuye.hotline.backend.deadline.Clocks;
import cn.wuye.hotline.backend.deadline.HistoryEvent.Paused;
import cn.wuye.hotline.backend.deadline.TicketClock;
import cn.wuye.hotline.backend.deadline.rule.PauseReason;
import cn.wuye.hotline.backend.deadline.store.Reckoning;
import cn.wuye.hotline.backend.deadline.store.TicketClocks;
import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.persistence.Text;
import cn.wuye.hotline.backend.persistence.Transactions;
import cn.wuye.hotline.backend.ticket.Actor;
import cn.wuye.hotline.backend.ticket.Happening;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import cn.wuye.hotline.backend.ticket.Tickets;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What people do to a ticket's clocks. No version is needed, because nothing is overwritten. */
@Component
public class TicketPauses {
  /** Longest note, in characters. */
  public static final int MAX_NOTE = 500;

  private static final Logger log = LoggerFactory.getLogger(TicketPauses.class);

  private final TicketClocks clocks;
  private final Tickets tickets;
  private final JdbcClient jdbc;
  private final Transactions transactions;

  TicketPauses(TicketClocks clocks, Tickets tickets, JdbcClient jdbc, Transactions transactions) {
    this.jdbc = jdbc;
    this.clocks = clocks;
    this.tickets = tickets;
    this.transactions = transactions;
  }

  /**
   * Lets the clocks stand still that the ticket's rule allows to.
   *
   * @param note why, at most {@value #MAX_NOTE} characters; may be empty
   */
  public PauseResult pause(
      TicketNumber number, PauseReason reason, String note, Actor actor, EstateScope scope) {
    Text.require("note", note, MAX_NOTE);
    return change(
        number,
        scope,
        reckoning -> {
          if (paused(reckoning.clocks())) {
            return new PauseResult.AlreadyPaused(number);
          }
          Set<PauseReason> allowed = allowed(reckoning);
          if (!allowed.contains(reason)) {
            return new PauseResult.Refused(number, reason, allowed);
          }
          tickets.note(number, actor, new Happening.Paused(reason.code(), note));
          log.info("{} pauses ticket {}: {}", actor, number, reason.code());
          return new PauseResult.Done(number);
        });
  }

  /**
   * Lets the clocks go on.
   *
   * @param note as given, at most {@value #MAX_NOTE} characters; may be empty
   */
  public PauseResult resume(TicketNumber number, String note, Actor actor, EstateScope scope) {
    Text.require("note", note, MAX_NOTE);
    return change(
        number,
        scope,
        reckoning -> {
          if (!paused(reckoning.clocks())) {
            return new PauseResult.NotPaused(number);
          }
          tickets.note(number, actor, new Happening.Resumed(note));
          log.info("{} lets ticket {} go on", actor, number);
          return new PauseResult.Done(number);
        });
  }

  /** Those of these tickets that stand still as of the last look at their clocks. */
  public Set<TicketNumber> paused(Collection<TicketNumber> asked) {
    return asked.isEmpty()
        ? Set.of()
        : Set.copyOf(
            jdbc.sql(
                    "SELECT DISTINCT ticket FROM ticket_clock WHERE ticket IN (:tickets)"
                        + " AND state = :paused")
                .param("tickets", asked.stream().map(TicketNumber::value).toList())
                .param("paused", ClockState.PAUSED.code())
                .query((row, n) -> new TicketNumber(row.getLong("ticket")))
                .list());
  }

  /** Whether one of the clocks stands still. */
  public static boolean paused(Clocks clocks) {
    return clocks.all().stream().map(TicketClock::state).anyMatch(ClockState.PAUSED::equals);
  }

  /** The reasons for which something of the ticket would stand still now. */
  public static Set<PauseReason> allowed(Reckoning reckoning) {
    Set<PauseReason> allowed = EnumSet.noneOf(PauseReason.class);
    Arrays.stream(PauseReason.values())
        .filter(reason -> paused(ifPaused(reckoning, reason)))
        .forEach(allowed::add);
    return allowed;
  }

  private static Clocks ifPaused(Reckoning reckoning, PauseReason reason) {
    return reckoning
        .book()
        .calculator()
        .recalculate(
            reckoning.clocks(),
            reckoning.history().and(new Paused(reckoning.now(), reason)),
            reckoning.now());
  }

  /** The ticket is locked: of two people who pause at once one does, and the other is told. */
  private PauseResult change(
      TicketNumber number, EstateScope scope, Function<Reckoning, PauseResult> change) {
    return transactions.run(
        () -> {
          Optional<Reckoning> seen = clocks.of(number, scope);
          return seen.isEmpty()
              ? new PauseResult.Unknown(number)
              : clocks.renew(number).map(change).orElseGet(() -> new PauseResult.Unknown(number));
        });
  }
}
