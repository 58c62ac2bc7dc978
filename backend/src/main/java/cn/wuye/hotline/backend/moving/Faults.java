package cn.wuye.hotline.backend.moving;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The faults of all imports. */
@Component
class Faults {
  private final JdbcTemplate template;
  private final JdbcClient jdbc;

  Faults(JdbcTemplate template, JdbcClient jdbc) {
    this.template = template;
    this.jdbc = jdbc;
  }

  /**
   * Keeps faults.
   *
   * @param fromFile found while reading the file, so that a new check will not find them again
   */
  void add(long run, List<Fault> faults, boolean fromFile) {
    List<Object[]> values = new ArrayList<>();
    for (Fault fault : faults) {
      values.add(
          new Object[] {
            run,
            fromFile,
            fault.notice(),
            fault.sheet(),
            fault.row(),
            fault.column(),
            fault.letter(),
            fault.value(),
            fault.code(),
            fault.argument()
          });
    }
    template.batchUpdate(
        "INSERT INTO import_fault (run_id, from_file, notice, sheet, row_no, column_name, letter,"
            + " value, code, argument) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        values);
  }

  void clear(long run) {
    jdbc.sql("DELETE FROM import_fault WHERE run_id = :run").param("run", run).update();
  }

  /** Forgets what a check found. */
  void clearChecked(long run) {
    jdbc.sql("DELETE FROM import_fault WHERE run_id = :run AND from_file = FALSE")
        .param("run", run)
        .update();
  }

  /** Removes some; gives how many. */
  int remove(long run, int limit) {
    return jdbc.sql("DELETE FROM import_fault WHERE run_id = :run LIMIT :limit")
        .param("run", run)
        .param("limit", limit)
        .update();
  }

  /** How many, without notices. */
  long count(long run) {
    return jdbc.sql("SELECT COUNT(*) FROM import_fault WHERE run_id = :run AND notice = FALSE")
        .param("run", run)
        .query(Long.class)
        .single();
  }

  /** A fault with what orders it. */
  record Numbered(long id, Fault fault) {}

  /** The next ones in the order they were found: by sheet, then row. */
  List<Numbered> after(long run, long id, int limit) {
    return jdbc.sql(
            "SELECT * FROM import_fault WHERE run_id = :run AND id > :id ORDER BY id LIMIT :limit")
        .param("run", run)
        .param("id", id)
        .param("limit", limit)
        .query(
            (row, n) ->
                new Numbered(
                    row.getLong("id"),
                    new Fault(
                        row.getString("sheet"),
                        row.getInt("row_no"),
                        row.getString("column_name"),
                        row.getString("letter"),
                        row.getString("value"),
                        row.getString("code"),
                        row.getString("argument"),
                        row.getBoolean("notice"))))
        .list();
  }
}
