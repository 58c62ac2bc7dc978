package cn.wuye.hotline.backend.moving;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts the database. */
@Component
class Counting {
  private final JdbcClient jdbc;

  Counting(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Sums now() {
    Map<String, Long> total = new TreeMap<>();
    total.put(Sheet.ESTATES.code(), count("estate"));
    total.put(Sheet.BUILDINGS.code(), count("building"));
    total.put(Sheet.RESIDENTS.code(), count("resident"));
    total.put(Sheet.DUTY.code(), count("duty_entry"));
    total.put(Sheet.TICKETS.code(), count("ticket"));
    return new Sums(
        total,
        grouped(
            "SELECT e.name AS what, COUNT(*) AS n FROM resident_dwelling d"
                + " JOIN estate e ON e.id = d.estate_id WHERE d.position = 0 GROUP BY e.name"),
        grouped(
            "SELECT COALESCE(e.name, '') AS what, COUNT(*) AS n FROM ticket t"
                + " LEFT JOIN estate e ON e.id = t.estate_id GROUP BY what"),
        grouped("SELECT category AS what, COUNT(*) AS n FROM ticket GROUP BY category"));
  }

  private long count(String table) {
    return jdbc.sql("SELECT COUNT(*) FROM " + table).query(Long.class).single();
  }

  private Map<String, Long> grouped(String sql) {
    Map<String, Long> groups = new TreeMap<>();
    jdbc.sql(sql)
        .query(
            row -> {
              groups.put(Objects.requireNonNull(row.getString("what")), row.getLong("n"));
            });
    return groups;
  }
}
