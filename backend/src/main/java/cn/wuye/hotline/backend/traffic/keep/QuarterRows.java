package cn.wuye.hotline.backend.traffic.keep;

import cn.wuye.hotline.backend.persistence.Columns;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.traffic.figures.CallSums;
import cn.wuye.hotline.backend.traffic.figures.FigureTable;
import cn.wuye.hotline.backend.traffic.figures.FigureTable.Cell;
import cn.wuye.hotline.backend.traffic.figures.Quarter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of kept days and of their queues' quarters. */
@Component
class QuarterRows {
  private static final String COLUMNS =
      "start_at, queue_code, day, calls, offered, still_waiting, answered, answered_in_time,"
          + " abandoned, abandoned_short, abandoned_in_time, left_by_key, call_back_asked,"
          + " timed_out, found_empty, moved_on, lost_sight, wait_of_answered, longest_wait, talk,"
          + " on_hold, wrap_up, transferred";

  private final JdbcClient jdbc;
  private final JdbcTemplate template;

  QuarterRows(JdbcClient jdbc, JdbcTemplate template) {
    this.jdbc = jdbc;
    this.template = template;
  }

  /**
   * Writes a day in the place of what was kept of it, in the transaction that keeps the day. Comes
   * first there: whoever else keeps the same day waits here.
   */
  void replace(LocalDate day, FigureTable<CallSums> table, Instant now) {
    jdbc.sql(
            "INSERT INTO traffic_day (day, kept_at) VALUES (:day, :now)"
                + " ON DUPLICATE KEY UPDATE kept_at = :now")
        .param("day", day)
        .param("now", Utc.column(now))
        .update();
    jdbc.sql("DELETE FROM queue_quarter WHERE day = :day").param("day", day).update();
    template.batchUpdate(
        "INSERT INTO queue_quarter ("
            + COLUMNS
            + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        table.cells().stream().map(cell -> values(day, cell)).toList());
  }

  /**
   * The days of a time that are kept, and when they were.
   *
   * @param to does not belong to it
   */
  Map<LocalDate, Instant> kept(LocalDate from, LocalDate to) {
    Map<LocalDate, Instant> days = new TreeMap<>();
    jdbc.sql("SELECT day, kept_at FROM traffic_day WHERE day >= :from AND day < :to")
        .param("from", from)
        .param("to", to)
        .query(
            row -> {
              days.put(
                  Objects.requireNonNull(row.getObject("day", LocalDate.class)),
                  Utc.instant(row, "kept_at"));
            });
    return days;
  }

  /**
   * What is kept of the days of a time.
   *
   * @param to does not belong to it
   */
  FigureTable<CallSums> between(LocalDate from, LocalDate to) {
    return FigureTable.of(
        jdbc.sql(
                "SELECT "
                    + COLUMNS
                    + " FROM queue_quarter WHERE day >= :from AND day < :to"
                    + " ORDER BY start_at, queue_code")
            .param("from", from)
            .param("to", to)
            .query(QuarterRows::row)
            .list());
  }

  private static Object[] values(LocalDate day, Cell<CallSums> cell) {
    CallSums sums = cell.sums();
    return new Object[] {
      Utc.column(cell.quarter().start()),
      cell.of(),
      day,
      sums.calls(),
      sums.offered(),
      sums.waiting(),
      sums.answered(),
      sums.answeredInTime(),
      sums.abandoned(),
      sums.abandonedShort(),
      sums.abandonedInTime(),
      sums.leftByKey(),
      sums.callBackAsked(),
      sums.timedOut(),
      sums.empty(),
      sums.moved(),
      sums.lost(),
      sums.waitOfAnswered(),
      sums.longestWait(),
      sums.talk(),
      sums.hold(),
      sums.wrapUp(),
      sums.transferred()
    };
  }

  private static Cell<CallSums> row(ResultSet row, int n) throws SQLException {
    CallSums sums =
        new CallSums(
            row.getLong("calls"),
            row.getLong("offered"),
            row.getLong("still_waiting"),
            row.getLong("answered"),
            row.getLong("answered_in_time"),
            row.getLong("abandoned"),
            row.getLong("abandoned_short"),
            row.getLong("abandoned_in_time"),
            row.getLong("left_by_key"),
            row.getLong("call_back_asked"),
            row.getLong("timed_out"),
            row.getLong("found_empty"),
            row.getLong("moved_on"),
            row.getLong("lost_sight"),
            row.getLong("wait_of_answered"),
            row.getLong("longest_wait"),
            row.getLong("talk"),
            row.getLong("on_hold"),
            row.getLong("wrap_up"),
            row.getLong("transferred"));
    return new Cell<>(
        new Quarter(Utc.instant(row, "start_at")), Columns.text(row, "queue_code"), sums);
  }
}
