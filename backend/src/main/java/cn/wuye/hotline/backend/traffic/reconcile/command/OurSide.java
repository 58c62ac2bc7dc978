package cn.wuye.hotline.backend.traffic.reconcile.command;

import cn.wuye.hotline.backend.persistence.Coded;
import cn.wuye.hotline.backend.persistence.Columns;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.traffic.EventKind;
import cn.wuye.hotline.backend.traffic.QueueEvent;
import cn.wuye.hotline.backend.traffic.reconcile.Reconciliation.CallBack;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What our tables say of a node, read without the application. */
final class OurSide {
  private static final String TALKED = "talked";
  private static final Set<String> OVER = Set.of(TALKED, "withdrawn", "unreached");

  private final Connection connection;
  private final String node;

  OurSide(Connection connection, String node) {
    this.connection = connection;
    this.node = node;
  }

  /**
   * Its events in a time, in their order.
   *
   * @param to does not belong to it
   */
  List<QueueEvent> events(Instant from, Instant to) throws SQLException {
    List<QueueEvent> events = new ArrayList<>();
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT node, once, kind, at, call_id, queue_code, agent, detail FROM queue_event"
                + " WHERE node = ? AND at >= ? AND at < ? ORDER BY at, id")) {
      fill(query, from, to);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          events.add(
              new QueueEvent(
                  Columns.text(row, "node"),
                  Columns.text(row, "once"),
                  Coded.of(EventKind.class, Columns.text(row, "kind")),
                  Utc.instant(row, "at"),
                  Columns.text(row, "call_id"),
                  Columns.text(row, "queue_code"),
                  Columns.text(row, "agent"),
                  Columns.text(row, "detail")));
        }
      }
    }
    return events;
  }

  /**
   * The call-backs that were asked for in a time, but for those by which another node reached
   * somebody.
   *
   * @param to does not belong to it
   */
  List<CallBack> callBacks(Instant from, Instant to) throws SQLException {
    List<CallBack> made = new ArrayList<>();
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT c.id, c.queue_code, c.state FROM call_back c WHERE c.cause = 'asked'"
                + " AND NOT EXISTS (SELECT 1 FROM queue_event e WHERE e.call_id = c.call_id"
                + " AND e.kind = 'call-back-done' AND e.node <> ?)"
                + " AND c.created_at >= ? AND c.created_at < ? ORDER BY c.id")) {
      fill(query, from, to);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          String state = Columns.text(row, "state");
          made.add(
              new CallBack(
                  row.getLong("id"),
                  Columns.text(row, "queue_code"),
                  OVER.contains(state),
                  state.equals(TALKED)));
        }
      }
    }
    return made;
  }

  private void fill(PreparedStatement query, Instant from, Instant to) throws SQLException {
    query.setString(1, node);
    query.setObject(2, Utc.column(from));
    query.setObject(3, Utc.column(to));
  }
}
