package cn.wuye.hotline.backend.related.watch;

import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.related.RelatedProperties;
import cn.wuye.hotline.backend.ticket.Actor;
import cn.wuye.hotline.backend.ticket.Channel;
import cn.wuye.hotline.backend.ticket.Happening;
import cn.wuye.hotline.backend.ticket.TicketHappened;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tickets that have to be compared with others. A ticket is put here in the transaction that opens
 * it or brings it up to date, and taken away in the one that compares it. What an older system's
 * tickets had to do with each other is long over.
 */
@Component
class RelationQueue {
  private static final int BATCH = 100;

  /** When a ticket could not be compared, the others come first. */
  private static final Duration LATER = Duration.ofMinutes(1);

  private final JdbcClient jdbc;
  private final RelatedProperties properties;
  private final Clock clock;

  RelationQueue(JdbcClient jdbc, RelatedProperties properties, Clock clock) {
    this.jdbc = jdbc;
    this.properties = properties;
    this.clock = clock;
  }

  @EventListener
  void on(TicketHappened event) {
    boolean opened =
        event.what() instanceof Happening.Opened fresh && fresh.channel() != Channel.IMPORT;
    boolean amended = event.what() instanceof Happening.Amended && !machine(event.actor());
    if (properties.automatic() && (opened || amended)) {
      put(event.ticket(), Utc.now(clock).plus(properties.patience()));
    }
  }

  private static boolean machine(Actor actor) {
    return actor.value().startsWith("system:");
  }

  private void put(TicketNumber ticket, Instant due) {
    jdbc.sql(
            "INSERT INTO relation_queue (ticket, due_at) VALUES (:ticket, :due)"
                + " ON DUPLICATE KEY UPDATE due_at = :due")
        .param("ticket", ticket.value())
        .param("due", Utc.column(due))
        .update();
  }

  /** Those whose time has come, the longest waiting first. */
  List<TicketNumber> due() {
    return jdbc.sql(
            "SELECT ticket FROM relation_queue WHERE due_at <= :now ORDER BY due_at, ticket"
                + " LIMIT "
                + BATCH)
        .param("now", Utc.column(Utc.now(clock)))
        .query((row, n) -> new TicketNumber(row.getLong("ticket")))
        .list();
  }

  /** Takes a ticket out, while it is locked; false when another node was faster. */
  boolean take(TicketNumber ticket) {
    return jdbc.sql("DELETE FROM relation_queue WHERE ticket = :ticket")
            .param("ticket", ticket.value())
            .update()
        > 0;
  }

  void later(TicketNumber ticket) {
    jdbc.sql("UPDATE relation_queue SET due_at = :due WHERE ticket = :ticket")
        .param("due", Utc.column(Utc.now(clock).plus(LATER)))
        .param("ticket", ticket.value())
        .update();
  }
}
