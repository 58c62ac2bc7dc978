package cn.wuye.hotline.caller.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Makes many tickets of few: copies of what the sample has, each a little older, with all that
 * lists and search read. Their timelines are not copied.
 */
final class TicketFill {
  private static final long FIRST_SEQUENCE = 50_000_000L;
  private static final int CHUNK = 50_000;

  /** What a copy does not take over as it is. */
  private static final Map<String, String> CHANGED =
      Map.of(
          "number", "m.copied",
          "ticket", "m.copied",
          "origin_key", "CONCAT('bench:', m.copied)",
          "call_id", "NULL",
          "duplicate_of", "NULL",
          "opened_at", "c.opened_at - INTERVAL m.round * 61 SECOND",
          "entered_at", "c.entered_at - INTERVAL m.round * 61 SECOND",
          "look_at", "NULL");

  private final BenchDatabase database;

  TicketFill(BenchDatabase database) {
    this.database = database;
  }

  /** Copies until there are this many. */
  void to(long tickets) throws SQLException {
    database.run(
        "CREATE TABLE IF NOT EXISTS bench_copy (original BIGINT NOT NULL, copied BIGINT NOT NULL"
            + " PRIMARY KEY, round INT NOT NULL, KEY (original))");
    List<Long> originals = new ArrayList<>();
    try (Connection connection = database.connect();
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "SELECT number FROM ticket WHERE origin_key NOT LIKE 'bench:%' AND origin_key NOT"
                    + " LIKE 'api:%' ORDER BY number")) {
      while (rows.next()) {
        originals.add(rows.getLong(1));
      }
    }
    long there = database.number("SELECT COUNT(*) FROM ticket");
    long copied = database.number("SELECT COUNT(*) FROM ticket WHERE origin_key LIKE 'bench:%'");
    while (there < tickets) {
      int chunk = (int) Math.min(CHUNK, tickets - there);
      copy(originals, copied, chunk);
      copied += chunk;
      there += chunk;
      Progress.tell(there + " tickets");
    }
    database.run("ANALYZE TABLE ticket, ticket_search, ticket_watch, ticket_clock");
  }

  private void copy(List<Long> originals, long from, int chunk) throws SQLException {
    try (Connection connection = database.connect()) {
      connection.setAutoCommit(false);
      try (var statement = connection.createStatement()) {
        statement.execute("DELETE FROM bench_copy");
        try (PreparedStatement insert =
            connection.prepareStatement("INSERT INTO bench_copy VALUES (?, ?, ?)")) {
          for (long i = from; i < from + chunk; i++) {
            insert.setLong(1, originals.get((int) (i % originals.size())));
            insert.setLong(2, CheckDigit.number(FIRST_SEQUENCE + i));
            insert.setLong(3, i / originals.size() + 1);
            insert.addBatch();
          }
          insert.executeBatch();
        }
        for (String table : List.of("ticket", "ticket_search", "ticket_watch", "ticket_clock")) {
          statement.execute(copy(connection, table));
        }
      }
      connection.commit();
    }
  }

  private static String copy(Connection connection, String table) throws SQLException {
    List<String> columns = new ArrayList<>();
    try (var rows =
        connection.getMetaData().getColumns(connection.getCatalog(), null, table, "%")) {
      while (rows.next()) {
        if (!"YES".equals(rows.getString("IS_AUTOINCREMENT"))) {
          columns.add(rows.getString("COLUMN_NAME"));
        }
      }
    }
    String key = columns.contains("ticket") ? "ticket" : "number";
    return "INSERT INTO %s (%s) SELECT %s FROM bench_copy m JOIN %s c ON c.%s = m.original"
        .formatted(
            table,
            String.join(", ", columns),
            columns.stream()
                .map(column -> CHANGED.getOrDefault(column, "c." + column))
                .collect(Collectors.joining(", ")),
            table,
            key);
  }
}
