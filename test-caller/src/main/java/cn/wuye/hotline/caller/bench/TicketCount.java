package cn.wuye.hotline.caller.bench;

import cn.wuye.hotline.caller.Hotline;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** How many tickets stand in the database for each caller of the bench. */
final class TicketCount {
  private static final long PATIENCE_SECONDS = 120;
  private static final String COUNT =
      "SELECT reporter_phone, COUNT(*) FROM ticket WHERE reporter_phone LIKE '1371%'"
          + " GROUP BY reporter_phone";

  private final BenchDatabase database;

  TicketCount(Hotline hotline) {
    database = new BenchDatabase(hotline);
  }

  /** The counts once nothing is missing, or when patience ends. */
  Map<String, Integer> settled(List<String> expected) throws SQLException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (true) {
      Map<String, Integer> counts = count();
      if (counts.keySet().containsAll(expected) || System.nanoTime() > deadline) {
        return counts;
      }
      LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
    }
  }

  private Map<String, Integer> count() throws SQLException {
    Map<String, Integer> counts = new HashMap<>();
    try (var connection = database.connect();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(COUNT)) {
      while (rows.next()) {
        counts.put(rows.getString(1), rows.getInt(2));
      }
    }
    return counts;
  }
}
