package cn.wuye.hotline.backend.wording;

import cn.wuye.hotline.backend.persistence.Coded;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.ivr.wording.DialogSettings;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;

/** Versions in the database. */
class VersionStore {
  /** What is shipped; has no row. */
  static final long SHIPPED = 0;

  private static final int LONGEST_CHANGES = 2000;
  private static final String SELECT =
      """
      SELECT v.number, v.based_on, v.state, v.author, v.created_at, v.note, v.changes,
             s.switched_at, s.actor
        FROM dialog_version v
        LEFT JOIN dialog_switch s
          ON s.id = (SELECT MAX(x.id) FROM dialog_switch x
                      WHERE x.version = v.number AND x.action <> 'discarded')
      """;

  private final JdbcClient jdbc;

  VersionStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  long live() {
    return jdbc.sql("SELECT version FROM dialog_live WHERE id = 1").query(Long.class).single();
  }

  /** The live version; nobody else writes versions until the transaction ends. */
  long lock() {
    return jdbc.sql("SELECT version FROM dialog_live WHERE id = 1 FOR UPDATE")
        .query(Long.class)
        .single();
  }

  Optional<DialogVersion> find(long number) {
    return jdbc.sql(SELECT + " WHERE v.number = ?").param(number).query(this::version).optional();
  }

  Optional<DialogVersion> draft() {
    return jdbc.sql(SELECT + " WHERE v.state = 'draft' ORDER BY v.number DESC LIMIT 1")
        .query(this::version)
        .optional();
  }

  /** The newest, the newest first; every one that ever was live among them. */
  List<DialogVersion> newest(int limit) {
    return jdbc.sql(
            SELECT
                + " WHERE v.state IN ('draft', 'live') OR s.id IS NOT NULL"
                + " OR v.number > (SELECT MAX(n.number) FROM dialog_version n) - 10"
                + " ORDER BY v.number DESC LIMIT ?")
        .param(limit)
        .query(this::version)
        .list();
  }

  /** The document of a version; empty when there is none. */
  Optional<DialogSettings> settings(long number) {
    return number == SHIPPED
        ? Optional.of(DialogSettings.SHIPPED)
        : content(number).map(SettingsJson::read);
  }

  /** The document as it was written, which may be one of another release; empty without any. */
  Optional<String> content(long number) {
    return number == SHIPPED
        ? Optional.of(SettingsJson.write(DialogSettings.SHIPPED))
        : jdbc.sql("SELECT content FROM dialog_version WHERE number = ?")
            .param(number)
            .query(String.class)
            .optional();
  }

  long add(
      long basedOn, String author, Instant at, String note, List<String> changes, String content) {
    GeneratedKeyHolder key = new GeneratedKeyHolder();
    jdbc.sql(
            "INSERT INTO dialog_version (based_on, state, author, created_at, note, changes, content)"
                + " VALUES (?, 'draft', ?, ?, ?, ?, ?)")
        .params(
            basedOn,
            author,
            Utc.column(at),
            note,
            SettingsChanges.fitted(changes, LONGEST_CHANGES),
            content)
        .update(key, "number");
    return Objects.requireNonNull(key.getKey(), "generated number").longValue();
  }

  void state(long number, VersionState state) {
    jdbc.sql("UPDATE dialog_version SET state = ? WHERE number = ?")
        .params(state.code(), number)
        .update();
  }

  void live(long number) {
    jdbc.sql("UPDATE dialog_live SET version = ? WHERE id = 1").param(number).update();
  }

  void note(Instant at, String actor, String action, long version, long previous) {
    jdbc.sql(
            "INSERT INTO dialog_switch (switched_at, actor, action, version, previous)"
                + " VALUES (?, ?, ?, ?, ?)")
        .params(Utc.column(at), actor, action, version, previous)
        .update();
  }

  /** The last changes of the live version, the newest first. */
  List<Switch> switches(int limit) {
    return jdbc.sql(
            "SELECT switched_at, actor, action, version, previous FROM dialog_switch"
                + " ORDER BY id DESC LIMIT ?")
        .param(limit)
        .query(
            (row, n) ->
                new Switch(
                    Utc.instant(row, "switched_at"),
                    row.getString("actor"),
                    row.getString("action"),
                    row.getLong("version"),
                    row.getLong("previous")))
        .list();
  }

  private DialogVersion version(ResultSet row, int number) throws SQLException {
    return new DialogVersion(
        row.getLong("number"),
        row.getLong("based_on"),
        Coded.of(VersionState.class, row.getString("state")),
        row.getString("author"),
        Utc.instant(row, "created_at"),
        row.getString("note"),
        row.getString("changes").lines().toList(),
        Utc.instantOrNull(row, "switched_at"),
        row.getString("actor"));
  }
}
