package cn.wuye.hotline.backend.dispatch.work;

import cn.wuye.hotline.backend.dispatch.staff.Crew;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.ticket.Happening;
import cn.wuye.hotline.backend.ticket.Ticket;
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
  /** So few that an emergency of this very moment does not wait long. */
  private static final int BATCH = 20;

  /** When a ticket could not be looked at, the others come first; emergencies come back so soon. */
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
      unanswered(event.ticket()).ifPresent(urgency -> put(event.ticket(), emergency(urgency)));
    } else if (event.what() instanceof Happening.Opened opened) {
      if (crew.staffed()) {
        put(event.ticket(), opened.urgency() == Urgency.EMERGENCY);
      }
    } else if (event.what() instanceof Happening.Amended && crew.staffed()) {
      // Another category or place is another question; while the call goes on it waits for the end.
      unanswered(event.ticket()).ifPresent(urgency -> put(event.ticket(), emergency(urgency)));
    }
  }

  /** The urgency of a ticket that nobody has accepted, as it stands now. */
  private Optional<String> unanswered(TicketNumber ticket) {
    return jdbc.sql(
            "SELECT t.urgency FROM ticket t WHERE t.number = :ticket"
                + " AND ((t.owner IS NULL AND t.state IN ('new', 'accepted', 'dispatched',"
                + " 'in-progress')) OR EXISTS (SELECT 1 FROM assignment a"
                + " WHERE a.ticket = t.number AND a.state = 'offered' AND NOT a.hand_over))")
        .param("ticket", ticket.value())
        .query(String.class)
        .optional();
  }

  private static boolean emergency(String urgency) {
    return urgency.equals(Urgency.EMERGENCY.code());
  }

  private void put(TicketNumber ticket, boolean atOnce) {
    Instant now = Utc.now(clock);
    put(ticket, atOnce ? now : now.plus(properties.patience()));
  }

  /**
   * To be tried again by itself, because nobody could be found: when the next shift begins, and now
   * and then until then, because somebody may have been put on duty or have less to do.
   *
   * @param shift when the next one begins; empty when nobody has any
   */
  void again(Ticket ticket, Optional<Instant> shift) {
    boolean soon =
        ticket.contents().subject().emergency() && properties.retry().compareTo(LATER) > 0;
    Instant latest = Utc.now(clock).plus(soon ? LATER : properties.retry());
    put(ticket.number(), shift.filter(latest::isAfter).orElse(latest));
  }

  private void put(TicketNumber ticket, Instant due) {
    jdbc.sql(
            "INSERT INTO dispatch_queue (ticket, due_at) VALUES (:ticket, :due)"
                + " ON DUPLICATE KEY UPDATE due_at = :due")
        .param("ticket", ticket.value())
        .param("due", Utc.column(due))
        .update();
  }

  /** Those whose time has come: emergencies first, then the longest waiting. */
  List<TicketNumber> due() {
    return jdbc.sql(
            "SELECT q.ticket FROM dispatch_queue q JOIN ticket t ON t.number = q.ticket"
                + " WHERE q.due_at <= :now"
                + " ORDER BY t.urgency = :first DESC, q.due_at, q.ticket LIMIT :most")
        .param("now", Utc.column(Utc.now(clock)))
        .param("first", Urgency.EMERGENCY.code())
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
