package cn.wuye.hotline.backend.traffic.keep;

import cn.wuye.hotline.backend.persistence.Columns;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.traffic.figures.AgentSums;
import cn.wuye.hotline.backend.traffic.figures.FigureTable;
import cn.wuye.hotline.backend.traffic.figures.FigureTable.Cell;
import cn.wuye.hotline.backend.traffic.figures.Quarter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of agents' quarters, and of their pauses by reason, of kept days. */
@Component
class AgentQuarterRows {
  private static final String COLUMNS =
      "start_at, agent, day, handled, missed, handling, ready, ringing, talking, wrap_up, paused,"
          + " unreachable";

  private final JdbcClient jdbc;
  private final JdbcTemplate template;

  AgentQuarterRows(JdbcClient jdbc, JdbcTemplate template) {
    this.jdbc = jdbc;
    this.template = template;
  }

  /** Writes a day in the place of what was kept of it, in the transaction that keeps the day. */
  void replace(LocalDate day, FigureTable<AgentSums> table) {
    jdbc.sql("DELETE FROM agent_quarter WHERE day = :day").param("day", day).update();
    jdbc.sql("DELETE FROM agent_quarter_pause WHERE day = :day").param("day", day).update();
    List<Object[]> rows = new ArrayList<>();
    List<Object[]> pauses = new ArrayList<>();
    for (Cell<AgentSums> cell : table.cells()) {
      rows.add(values(day, cell));
      cell.sums()
          .pausedFor()
          .forEach((reason, millis) -> pauses.add(pause(day, cell, reason, millis)));
    }
    template.batchUpdate(
        "INSERT INTO agent_quarter (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        rows);
    template.batchUpdate(
        "INSERT INTO agent_quarter_pause (start_at, agent, reason, day, paused)"
            + " VALUES (?, ?, ?, ?, ?)",
        pauses);
  }

  /**
   * What is kept of the days of a time.
   *
   * @param to does not belong to it
   */
  FigureTable<AgentSums> between(LocalDate from, LocalDate to) {
    List<Cell<AgentSums>> cells = new ArrayList<>();
    cells.addAll(
        jdbc.sql("SELECT " + COLUMNS + " FROM agent_quarter WHERE day >= :from AND day < :to")
            .param("from", from)
            .param("to", to)
            .query(AgentQuarterRows::row)
            .list());
    cells.addAll(
        jdbc.sql(
                "SELECT start_at, agent, reason, paused FROM agent_quarter_pause"
                    + " WHERE day >= :from AND day < :to")
            .param("from", from)
            .param("to", to)
            .query(AgentQuarterRows::pauseRow)
            .list());
    return FigureTable.of(cells);
  }

  private static Object[] values(LocalDate day, Cell<AgentSums> cell) {
    AgentSums sums = cell.sums();
    return new Object[] {
      Utc.column(cell.quarter().start()),
      cell.of(),
      day,
      sums.handled(),
      sums.missed(),
      sums.handling(),
      sums.ready(),
      sums.ringing(),
      sums.talking(),
      sums.wrapUp(),
      sums.paused(),
      sums.unreachable()
    };
  }

  private static Object[] pause(LocalDate day, Cell<AgentSums> cell, String reason, long millis) {
    return new Object[] {Utc.column(cell.quarter().start()), cell.of(), reason, day, millis};
  }

  private static Cell<AgentSums> row(ResultSet row, int n) throws SQLException {
    return cell(
        row,
        new AgentSums(
            row.getLong("handled"),
            row.getLong("missed"),
            row.getLong("handling"),
            row.getLong("ready"),
            row.getLong("ringing"),
            row.getLong("talking"),
            row.getLong("wrap_up"),
            row.getLong("paused"),
            row.getLong("unreachable"),
            Map.of()));
  }

  /** Only the reasons: the pause itself is in the quarter's row. */
  private static Cell<AgentSums> pauseRow(ResultSet row, int n) throws SQLException {
    String reason = Columns.text(row, "reason");
    return cell(
        row, new AgentSums(0, 0, 0, 0, 0, 0, 0, 0, 0, Map.of(reason, row.getLong("paused"))));
  }

  private static Cell<AgentSums> cell(ResultSet row, AgentSums sums) throws SQLException {
    return new Cell<>(new Quarter(Utc.instant(row, "start_at")), Columns.text(row, "agent"), sums);
  }
}
