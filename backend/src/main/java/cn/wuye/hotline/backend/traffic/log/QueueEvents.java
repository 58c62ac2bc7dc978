package cn.wuye.hotline.backend.traffic.log;

import cn.wuye.hotline.backend.persistence.Coded;
import cn.wuye.hotline.backend.persistence.Columns;
import cn.wuye.hotline.backend.persistence.Transactions;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.traffic.Blind;
import cn.wuye.hotline.backend.traffic.EventKind;
import cn.wuye.hotline.backend.traffic.QueueEvent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The log of what happened in queues and to agents, of all nodes. Nothing in it is changed. */
@Component
public class QueueEvents {
  /** How far back the state of an agent is looked for: nobody is signed in for longer. */
  private static final Duration SIGNED_IN_AT_MOST = Duration.ofDays(7);

  private static final String COLUMNS =
      "e.node, e.once, e.kind, e.at, e.call_id, e.queue_code, e.agent, e.detail";

  private static final List<String> STATES =
      Arrays.stream(EventKind.values()).filter(EventKind::ofAgent).map(EventKind::code).toList();

  private final JdbcClient jdbc;
  private final JdbcTemplate template;
  private final Transactions transactions;

  QueueEvents(JdbcClient jdbc, JdbcTemplate template, Transactions transactions) {
    this.jdbc = jdbc;
    this.template = template;
    this.transactions = transactions;
  }

  /** Writes all of them or none; what is written already stays as it is. */
  public void append(List<QueueEvent> events) {
    List<Object[]> rows = events.stream().map(QueueEvents::values).toList();
    transactions.run(
        () ->
            template.batchUpdate(
                "INSERT INTO queue_event"
                    + " (node, once, kind, at, call_id, queue_code, agent, detail)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE node = node",
                rows));
  }

  /**
   * What happened in a time, in its order.
   *
   * @param to does not belong to it
   */
  public List<QueueEvent> between(Instant from, Instant to) {
    return jdbc.sql(
            "SELECT "
                + COLUMNS
                + " FROM queue_event e WHERE e.at >= :from AND e.at < :to ORDER BY e.at, e.id")
        .param("from", Utc.column(from))
        .param("to", Utc.column(to))
        .query(QueueEvents::row)
        .list();
  }

  /**
   * Whether anything happened in a time.
   *
   * @param to does not belong to it
   */
  public boolean any(Instant from, Instant to) {
    return jdbc.sql("SELECT id FROM queue_event WHERE at >= :from AND at < :to LIMIT 1")
        .param("from", Utc.column(from))
        .param("to", Utc.column(to))
        .query(Long.class)
        .optional()
        .isPresent();
  }

  /** When the last happened that a node has told, before a moment. */
  public Optional<Instant> lastOf(String node, Instant before) {
    return jdbc.sql(
            "SELECT at FROM queue_event WHERE node = :node AND at < :before"
                + " ORDER BY at DESC, id DESC LIMIT 1")
        .param("node", node)
        .param("before", Utc.column(before))
        .query((row, n) -> Utc.instant(row, "at"))
        .optional();
  }

  /**
   * Removes some of what happened before a moment; gives how many.
   *
   * @param most so many at once
   */
  int forget(Instant before, int most) {
    return jdbc.sql("DELETE FROM queue_event WHERE at < :before ORDER BY at, id LIMIT :most")
        .param("before", Utc.column(before))
        .param("most", most)
        .update();
  }

  /**
   * The times that ended in one, in which a node saw nothing of its Asterisk.
   *
   * @param to does not belong to it
   */
  public List<Blind> blind(Instant from, Instant to) {
    return jdbc
        .sql(
            "SELECT "
                + COLUMNS
                + " FROM queue_event e WHERE e.call_id = '' AND e.at >= :from AND e.at < :to"
                + " AND e.kind = :kind ORDER BY e.at, e.id")
        .param("from", Utc.column(from))
        .param("to", Utc.column(to))
        .param("kind", EventKind.BLIND.code())
        .query(QueueEvents::row)
        .list()
        .stream()
        .map(Blind::of)
        .toList();
  }

  /**
   * The last event of each agent before a moment: in which state everybody was then. Together with
   * {@link #between} it gives the whole of the agents' time.
   */
  public List<QueueEvent> statesAt(Instant moment) {
    return jdbc.sql(
            "SELECT "
                + COLUMNS
                + " FROM queue_event e JOIN (SELECT s.agent AS agent, MAX(s.at) AS newest"
                + " FROM queue_event s WHERE s.at < :moment AND s.at >= :since"
                + " AND s.kind IN (:states) GROUP BY s.agent) l"
                + " ON e.agent = l.agent AND e.at = l.newest"
                + " WHERE e.kind IN (:states) ORDER BY e.at, e.id")
        .param("moment", Utc.column(moment))
        .param("since", Utc.column(moment.minus(SIGNED_IN_AT_MOST)))
        .param("states", STATES)
        .query(QueueEvents::row)
        .list();
  }

  private static Object[] values(QueueEvent event) {
    return new Object[] {
      event.node(),
      event.once(),
      event.kind().code(),
      Utc.column(event.at()),
      event.call(),
      event.queue(),
      event.agent(),
      event.detail()
    };
  }

  private static QueueEvent row(ResultSet row, int n) throws SQLException {
    return new QueueEvent(
        Columns.text(row, "node"),
        Columns.text(row, "once"),
        Coded.of(EventKind.class, Columns.text(row, "kind")),
        Utc.instant(row, "at"),
        Columns.text(row, "call_id"),
        Columns.text(row, "queue_code"),
        Columns.text(row, "agent"),
        Columns.text(row, "detail"));
  }
}
