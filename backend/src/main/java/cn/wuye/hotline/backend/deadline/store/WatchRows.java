package cn.wuye.hotline.backend.deadline.store;

import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
   * @param quiet whether what is late already counts as told; only when it is entered
   */
  void set(TicketNumber ticket, Optional<Instant> lookAt, boolean quiet) {
    jdbc.sql(
            "INSERT INTO ticket_watch (ticket, look_at, quiet) VALUES (:ticket, :at, :quiet)"
                + " ON DUPLICATE KEY UPDATE look_at = :at")
        .param("quiet", quiet)
        .param("ticket", ticket.value())
        .param("at", lookAt.map(Utc::column).orElse(null))
        .update();
  }

  /** Whether what is late already counts as told; asked once. */
  boolean takeQuiet(TicketNumber ticket) {
    return jdbc.sql("UPDATE ticket_watch SET quiet = FALSE WHERE ticket = :ticket AND quiet = TRUE")
            .param("ticket", ticket.value())
            .update()
        > 0;
  }

  boolean has(TicketNumber ticket) {
    return jdbc.sql("SELECT COUNT(*) FROM ticket_watch WHERE ticket = :ticket")
            .param("ticket", ticket.value())
            .query(Integer.class)
            .single()
        > 0;
  }

  /** Whether it is to be looked at by now. */
  boolean due(TicketNumber ticket, Instant now) {
    return jdbc.sql("SELECT COUNT(*) FROM ticket_watch WHERE ticket = :ticket AND look_at <= :now")
            .param("ticket", ticket.value())
            .param("now", Utc.column(now))
            .query(Integer.class)
            .single()
        > 0;
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

  /** Tickets that have no clocks yet, by number. */
  List<TicketNumber> missing(long after, int limit) {
    return jdbc.sql(
            "SELECT t.number FROM ticket t LEFT JOIN ticket_watch w ON w.ticket = t.number"
                + " WHERE t.number > :after AND w.ticket IS NULL ORDER BY t.number LIMIT :limit")
        .param("after", after)
        .param("limit", limit)
        .query((row, n) -> new TicketNumber(row.getLong("number")))
        .list();
  }
}
