package cn.wuye.hotline.backend.deadline.store;

import cn.wuye.hotline.backend.deadline.calendar.EstateCalendar;
import cn.wuye.hotline.backend.deadline.rule.DeadlineRule;
import cn.wuye.hotline.backend.deadline.rule.RuleRef;
import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.persistence.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Versions of rules, calendars and the ladder, and which estate has which calendar. Nothing is
 * overwritten.
 */
@Component
public class BookRows {
  private final JdbcClient jdbc;
  private final JsonMapper json;

  BookRows(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** Rises with every change that is committed. */
  long revision() {
    return jdbc.sql("SELECT revision FROM deadline_revision WHERE id = 1")
        .query(Long.class)
        .single();
  }

  /** Belongs to the transaction of a change: other changes wait until it is over. */
  public void changing() {
    jdbc.sql("UPDATE deadline_revision SET revision = revision + 1 WHERE id = 1").update();
  }

  /** Every version of every rule. */
  public List<RuleVersion> rules() {
    return jdbc.sql("SELECT * FROM deadline_rule ORDER BY id, version").query(this::rule).list();
  }

  /** Every version of every calendar. */
  public List<CalendarEdition> calendars() {
    return jdbc.sql("SELECT * FROM work_calendar ORDER BY id, version")
        .query(this::calendar)
        .list();
  }

  /** Which estate has had which calendar from when on. */
  public List<EstateCalendar> ofEstates() {
    return jdbc.sql("SELECT estate_id, valid_from, calendar_id FROM estate_calendar")
        .query(
            (row, n) ->
                new EstateCalendar(
                    new EstateId(row.getLong("estate_id")),
                    Utc.instant(row, "valid_from"),
                    row.getString("calendar_id")))
        .list();
  }

  /** Every version of the ladder. */
  public List<LadderVersion> ladders() {
    return jdbc.sql("SELECT * FROM escalation_ladder ORDER BY version").query(this::ladder).list();
  }

  /**
   * @throws org.springframework.dao.DuplicateKeyException when the version is there already
   */
  public void insert(LadderVersion version) {
    jdbc.sql(
            "INSERT INTO escalation_ladder (version, valid_from, content, author, created_at, note)"
                + " VALUES (:version, :from, :content, :author, :at, :note)")
        .param("version", version.version())
        .param("from", Utc.column(version.validFrom()))
        .param("content", json.writeValueAsString(LadderDocument.of(version.ladder())))
        .param("author", version.author())
        .param("at", Utc.column(version.createdAt()))
        .param("note", version.note())
        .update();
  }

  /**
   * @throws org.springframework.dao.DuplicateKeyException when the version is there already
   */
  public void insert(RuleVersion version) {
    DeadlineRule rule = version.rule();
    jdbc.sql(
            "INSERT INTO deadline_rule"
                + " (id, version, valid_from, switched_off, content, author, created_at, note)"
                + " VALUES (:id, :version, :from, :off, :content, :author, :at, :note)")
        .param("id", rule.ref().id())
        .param("version", rule.ref().version())
        .param("from", Utc.column(rule.validFrom()))
        .param("off", rule.off())
        .param("content", json.writeValueAsString(RuleDocument.of(rule, version.name())))
        .param("author", version.author())
        .param("at", Utc.column(version.createdAt()))
        .param("note", version.note())
        .update();
  }

  /**
   * @throws org.springframework.dao.DuplicateKeyException when the version is there already
   */
  public void insert(CalendarEdition edition) {
    jdbc.sql(
            "INSERT INTO work_calendar (id, version, valid_from, content, author, created_at, note)"
                + " VALUES (:id, :version, :from, :content, :author, :at, :note)")
        .param("id", edition.id())
        .param("version", edition.version())
        .param("from", Utc.column(edition.validFrom()))
        .param(
            "content",
            json.writeValueAsString(CalendarDocument.of(edition.content(), edition.name())))
        .param("author", edition.author())
        .param("at", Utc.column(edition.createdAt()))
        .param("note", edition.note())
        .update();
  }

  /**
   * @throws org.springframework.dao.DuplicateKeyException when it was changed at the same moment
   */
  public void insert(EstateCalendar choice, String author) {
    jdbc.sql(
            "INSERT INTO estate_calendar (estate_id, valid_from, calendar_id, author)"
                + " VALUES (:estate, :from, :calendar, :author)")
        .param("estate", choice.estate().value())
        .param("from", Utc.column(choice.validFrom()))
        .param("calendar", choice.calendar())
        .param("author", author)
        .update();
  }

  private RuleVersion rule(ResultSet row, int n) throws SQLException {
    RuleRef ref = new RuleRef(row.getString("id"), row.getInt("version"));
    RuleDocument document = json.readValue(row.getString("content"), RuleDocument.class);
    Instant from = Utc.instant(row, "valid_from");
    return new RuleVersion(
        document.rule(ref, from, row.getBoolean("switched_off")),
        row.getString("author"),
        Utc.instant(row, "created_at"),
        row.getString("note"),
        Objects.requireNonNullElse(document.name(), ""));
  }

  private LadderVersion ladder(ResultSet row, int n) throws SQLException {
    return new LadderVersion(
        row.getInt("version"),
        Utc.instant(row, "valid_from"),
        json.readValue(row.getString("content"), LadderDocument.class).ladder(),
        row.getString("author"),
        Utc.instant(row, "created_at"),
        row.getString("note"));
  }

  private CalendarEdition calendar(ResultSet row, int n) throws SQLException {
    CalendarDocument document = json.readValue(row.getString("content"), CalendarDocument.class);
    return new CalendarEdition(
        row.getString("id"),
        row.getInt("version"),
        Utc.instant(row, "valid_from"),
        document.content(),
        row.getString("author"),
        Utc.instant(row, "created_at"),
        row.getString("note"),
        Objects.requireNonNullElse(document.name(), ""));
  }
}
