package cn.wuye.hotline.backend.deadline.store;

import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.ticket.State;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** When tickets are to be looked at next. */
@Component
class WatchRows {
  private final JdbcClient jdbc;

  WatchRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Waits until nobody else changes the ticket or its clocks; until the end of the transaction
   * nobody does.
   */
  void lock(TicketNumber ticket) {
    jdbc.sql("SELECT number FROM ticket WHERE number = :ticket FOR UPDATE")
        .param("ticket", ticket.value())
        .query(Long.class)
        .optional();
  }

  /**
   * It was looked at.
   *
   * @param quietUntil what was late by then counts as told; only when it is entered
   */
  void set(TicketNumber ticket, Optional<Instant> lookAt, Optional<Instant> quietUntil) {
    jdbc.sql(
            "INSERT INTO ticket_watch (ticket, look_at, quiet_until) VALUES (:ticket, :at, :quiet)"
                + " ON DUPLICATE KEY UPDATE look_at = :at, failures = 0")
        .param("quiet", quietUntil.map(Utc::column).orElse(null))
        .param("ticket", ticket.value())
        .param("at", lookAt.map(Utc::column).orElse(null))
        .update();
  }

  /** What was late has been told once, by who has the ticket locked. */
  void endQuiet(TicketNumber ticket) {
    jdbc.sql("UPDATE ticket_watch SET quiet_until = NULL WHERE ticket = :ticket")
        .param("ticket", ticket.value())
        .update();
  }

  /** How many looks in a row went wrong, with this one. */
  int failed(TicketNumber ticket) {
    jdbc.sql("UPDATE ticket_watch SET failures = failures + 1 WHERE ticket = :ticket")
        .param("ticket", ticket.value())
        .update();
    return jdbc.sql("SELECT failures FROM ticket_watch WHERE ticket = :ticket")
        .param("ticket", ticket.value())
        .query(Integer.class)
        .optional()
        .orElse(1);
  }

  void putOff(TicketNumber ticket, Instant until) {
    jdbc.sql("UPDATE ticket_watch SET look_at = :until WHERE ticket = :ticket")
        .param("until", Utc.column(until))
        .param("ticket", ticket.value())
        .update();
  }

  boolean has(TicketNumber ticket) {
    return jdbc.sql("SELECT COUNT(*) FROM ticket_watch WHERE ticket = :ticket")
            .param("ticket", ticket.value())
            .query(Integer.class)
            .single()
        > 0;
  }

  /**
   * A ticket that is to be looked at.
   *
   * @param quietUntil by when what was late counts as told; null when all is to be told
   */
  record Due(@Nullable Instant quietUntil) {}

  /** Empty when it is not to be looked at by now. */
  Optional<Due> due(TicketNumber ticket, Instant now) {
    return jdbc.sql(
            "SELECT quiet_until FROM ticket_watch WHERE ticket = :ticket AND look_at <= :now")
        .param("ticket", ticket.value())
        .param("now", Utc.column(now))
        .query((row, n) -> new Due(Utc.instantOrNull(row, "quiet_until")))
        .optional();
  }

  /** Those that are to be looked at by now, the longest waiting first. */
  List<TicketNumber> due(Instant now, int limit) {
    return jdbc.sql(
            "SELECT ticket FROM ticket_watch WHERE look_at <= :now ORDER BY look_at, ticket"
                + " LIMIT :limit")
        .param("now", Utc.column(now))
        .param("limit", limit)
        .query((row, n) -> new TicketNumber(row.getLong("ticket")))
        .list();
  }

  /** Whether all tickets have clocks: counted, which is far less than to look at each. */
  boolean complete() {
    return jdbc.sql("SELECT (SELECT COUNT(*) FROM ticket) - (SELECT COUNT(*) FROM ticket_watch)")
            .query(Long.class)
            .single()
        == 0;
  }

  /**
   * The lowest of so many ticket numbers below one; empty when there are none.
   *
   * @param before exclusive
   */
  Optional<Long> stretch(long before, int length) {
    return jdbc.sql(
            "SELECT MIN(number) AS lowest FROM (SELECT number FROM ticket WHERE number < :before"
                + " ORDER BY number DESC LIMIT :length) stretch")
        .param("before", before)
        .param("length", length)
        .query(
            (row, n) -> {
              long lowest = row.getLong("lowest");
              return row.wasNull() ? Optional.<Long>empty() : Optional.of(lowest);
            })
        .single();
  }

  /**
   * Tickets between two numbers that have no clocks yet, the newest first.
   *
   * @param from inclusive
   * @param before exclusive
   */
  List<TicketNumber> missing(long from, long before, Set<State> states) {
    return jdbc.sql(
            "SELECT t.number FROM ticket t LEFT JOIN ticket_watch w ON w.ticket = t.number"
                + " WHERE t.number >= :from AND t.number < :before AND w.ticket IS NULL"
                + " AND t.state IN (:states) ORDER BY t.number DESC")
        .param("from", from)
        .param("before", before)
        .param("states", states.stream().map(State::code).toList())
        .query((row, n) -> new TicketNumber(row.getLong("number")))
        .list();
  }
}
