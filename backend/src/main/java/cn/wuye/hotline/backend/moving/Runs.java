package cn.wuye.hotline.backend.moving;

import cn.wuye.hotline.backend.persistence.Coded;
import cn.wuye.hotline.backend.persistence.Text;
import cn.wuye.hotline.backend.persistence.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The imports in the database, where every node sees them. */
@Component
class Runs {
  private static final TypeReference<List<Stage.Group>> GROUPS = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final Clock clock;

  Runs(JdbcClient jdbc, JsonMapper json, Clock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.clock = clock;
  }

  long add(String fileName, String source, String node, String by) {
    GeneratedKeyHolder key = new GeneratedKeyHolder();
    jdbc.sql(
            "INSERT INTO import_run (file_name, source, state, node, started_by, created_at,"
                + " changed_at, sums_before, sums_after)"
                + " VALUES (:file, :source, 'reading', :node, :by, :now, :now, '', '')")
        .param("file", Text.fitted(fileName, 200))
        .param("source", source)
        .param("node", node)
        .param("by", by)
        .param("now", now())
        .update(key, "id");
    return Objects.requireNonNull(key.getKey(), "generated id").longValue();
  }

  Optional<ImportRun> find(long id) {
    return jdbc.sql("SELECT * FROM import_run WHERE id = :id")
        .param("id", id)
        .query(this::run)
        .optional();
  }

  /** The latest ones, the newest first. */
  List<ImportRun> latest(int limit) {
    return jdbc.sql("SELECT * FROM import_run ORDER BY id DESC LIMIT :limit")
        .param("limit", limit)
        .query(this::run)
        .list();
  }

  /** What is to be worked on, the oldest first. */
  List<ImportRun> waiting() {
    return jdbc.sql(
            "SELECT * FROM import_run WHERE state IN ('reading', 'checking', 'entering')"
                + " ORDER BY id LIMIT 20")
        .query(this::run)
        .list();
  }

  /** Moves on; false when it was not in that state any more. */
  boolean move(long id, RunState from, RunState to) {
    return jdbc.sql(
                "UPDATE import_run SET state = :to, rows_done = 0, changed_at = :now"
                    + " WHERE id = :id AND state = :from")
            .param("to", to.code())
            .param("now", now())
            .param("id", id)
            .param("from", from.code())
            .update()
        == 1;
  }

  /** A checked one is to be entered now; false when it is not checked, or was entered before. */
  boolean enter(long id, boolean allOrNothing) {
    return jdbc.sql(
                "UPDATE import_run SET state = 'entering', all_or_nothing = :wanted, rows_done = 0,"
                    + " changed_at = :now WHERE id = :id AND state = 'checked'")
            .param("wanted", allOrNothing)
            .param("now", now())
            .param("id", id)
            .update()
        == 1;
  }

  /** Gives up a checked one that nobody entered; false when somebody does just now. */
  boolean expire(long id) {
    return jdbc.sql(
                "UPDATE import_run SET state = 'failed', failure = 'expired', changed_at = :now"
                    + " WHERE id = :id AND state = 'checked'")
            .param("now", now())
            .param("id", id)
            .update()
        == 1;
  }

  void fail(long id, String failure) {
    jdbc.sql(
            "UPDATE import_run SET state = 'failed', failure = :failure, changed_at = :now"
                + " WHERE id = :id")
        .param("failure", Text.fitted(failure, 60))
        .param("now", now())
        .param("id", id)
        .update();
  }

  void progress(long id, int rowsRead, int rowsDone) {
    jdbc.sql(
            "UPDATE import_run SET rows_read = GREATEST(rows_read, :read), rows_done = :done,"
                + " changed_at = :now WHERE id = :id")
        .param("read", rowsRead)
        .param("done", rowsDone)
        .param("now", now())
        .param("id", id)
        .update();
  }

  void before(long id, Sums sums) {
    jdbc.sql("UPDATE import_run SET sums_before = :sums WHERE id = :id")
        .param("sums", json.writeValueAsString(sums))
        .param("id", id)
        .update();
  }

  void after(long id, Sums sums) {
    jdbc.sql("UPDATE import_run SET sums_after = :sums WHERE id = :id")
        .param("sums", json.writeValueAsString(sums))
        .param("id", id)
        .update();
  }

  /** Checked ones that nobody entered since. */
  List<Long> waitingSince(Instant before) {
    return jdbc.sql("SELECT id FROM import_run WHERE state = 'checked' AND changed_at < :before")
        .param("before", Utc.column(before))
        .query(Long.class)
        .list();
  }

  /** Those that are over, and whose rows are still staged. */
  List<Long> endedWithRows() {
    return jdbc.sql(
            "SELECT id FROM import_run WHERE state IN ('done', 'failed')"
                + " AND EXISTS (SELECT 1 FROM import_row r WHERE r.run_id = import_run.id)")
        .query(Long.class)
        .list();
  }

  List<Long> unchangedSince(Instant before) {
    return jdbc.sql("SELECT id FROM import_run WHERE changed_at < :before")
        .param("before", Utc.column(before))
        .query(Long.class)
        .list();
  }

  /** Keeps what the rows tell when they are gone; what was kept before stays. */
  void keepCounts(long id, List<Stage.Group> groups) {
    jdbc.sql("UPDATE import_run SET counts = :counts WHERE id = :id AND counts IS NULL")
        .param("counts", json.writeValueAsString(groups))
        .param("id", id)
        .update();
  }

  /** What was kept; empty while the rows themselves tell. */
  Optional<List<Stage.Group>> counts(long id) {
    return jdbc.sql("SELECT counts FROM import_run WHERE id = :id AND counts IS NOT NULL")
        .param("id", id)
        .query(String.class)
        .optional()
        .map(text -> json.readValue(text, GROUPS));
  }

  /** Removes one whose rows and faults are gone. */
  void delete(long id) {
    jdbc.sql("DELETE FROM import_run WHERE id = :id").param("id", id).update();
  }

  private java.time.LocalDateTime now() {
    return Utc.column(Utc.now(clock));
  }

  private ImportRun run(ResultSet row, int n) throws SQLException {
    return new ImportRun(
        row.getLong("id"),
        row.getString("file_name"),
        row.getString("source"),
        Coded.of(RunState.class, row.getString("state")),
        row.getBoolean("all_or_nothing"),
        row.getString("node"),
        row.getString("started_by"),
        Utc.instant(row, "created_at"),
        Utc.instant(row, "changed_at"),
        row.getString("failure"),
        row.getInt("rows_read"),
        row.getInt("rows_done"),
        sums(row.getString("sums_before")),
        sums(row.getString("sums_after")));
  }

  private Sums sums(String text) {
    return text.isEmpty() ? Sums.NONE : json.readValue(text, Sums.class);
  }
}
