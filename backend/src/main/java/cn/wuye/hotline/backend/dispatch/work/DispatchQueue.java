package cn.wuye.hotline.backend.dispatch.work;

import cn.wuye.hotline.backend.dispatch.staff.Crew;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.ticket.Happening;
import cn.wuye.hotline.backend.ticket.TicketHappened;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import cn.wuye.hotline.backend.ticket.Urgency;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tickets that the machine has to look at. A ticket is put here in the transaction that opens it,
 * and taken away in the one that gives it to somebody: whatever dies between, it is still here.
 */
@Component
class DispatchQueue {
  private static final int BATCH = 100;

  /** When a ticket could not be looked at, the others come first. */
  private static final Duration LATER = Duration.ofMinutes(1);

  private final JdbcClient jdbc;
  private final Crew crew;
  private final DispatchProperties properties;
  private final Clock clock;

  DispatchQueue(JdbcClient jdbc, Crew crew, DispatchProperties properties, Clock clock) {
    this.jdbc = jdbc;
    this.crew = crew;
    this.properties = properties;
    this.clock = clock;
  }

  @EventListener
  void on(TicketHappened event) {
    if (!properties.automatic()) {
      return;
    }
    if (event.what() instanceof Happening.MergeUndone && crew.staffed()) {
      // While it was merged the machine has passed it over.
      unowned(event.ticket()).ifPresent(urgency -> put(event.ticket(), emergency(urgency)));
    } else if (event.what() instanceof Happening.Opened opened) {
      if (crew.staffed()) {
        put(event.ticket(), opened.urgency() == Urgency.EMERGENCY);
      }
    } else if (event.what() instanceof Happening.Amended && crew.staffed()) {
      // Another category or place is another question; while the call goes on it waits for the end.
      unowned(event.ticket()).ifPresent(urgency -> put(event.ticket(), emergency(urgency)));
    }
  }

  /** The urgency of a ticket that nobody has, as it stands now. */
  private Optional<String> unowned(TicketNumber ticket) {
    return jdbc.sql(
            "SELECT urgency FROM ticket WHERE number = :ticket AND owner IS NULL AND state = 'new'")
        .param("ticket", ticket.value())
        .query(String.class)
        .optional();
  }

  private static boolean emergency(String urgency) {
    return urgency.equals(Urgency.EMERGENCY.code());
  }

  private void put(TicketNumber ticket, boolean atOnce) {
    Instant now = Utc.now(clock);
    jdbc.sql(
            "INSERT INTO dispatch_queue (ticket, due_at) VALUES (:ticket, :due)"
                + " ON DUPLICATE KEY UPDATE due_at = :due")
        .param("ticket", ticket.value())
        .param("due", Utc.column(atOnce ? now : now.plus(properties.patience())))
        .update();
  }

  /** Those whose time has come, the longest waiting first. */
  List<TicketNumber> due() {
    return jdbc.sql(
            "SELECT ticket FROM dispatch_queue WHERE due_at <= :now ORDER BY due_at, ticket"
                + " LIMIT :most")
        .param("now", Utc.column(Utc.now(clock)))
        .param("most", BATCH)
        .query((row, n) -> new TicketNumber(row.getLong("ticket")))
        .list();
  }

  /**
   * Takes a ticket out; false when another node was faster. Only while the ticket is locked, so
   * that this waits for nobody who waits for us.
   */
  boolean take(TicketNumber ticket) {
    return jdbc.sql("DELETE FROM dispatch_queue WHERE ticket = :ticket")
            .param("ticket", ticket.value())
            .update()
        > 0;
  }

  void later(TicketNumber ticket) {
    jdbc.sql("UPDATE dispatch_queue SET due_at = :due WHERE ticket = :ticket")
        .param("due", Utc.column(Utc.now(clock).plus(LATER)))
        .param("ticket", ticket.value())
        .update();
  }
}
