package cn.wuye.hotline.backend.survey.store;

import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.estate.ScopeCondition;
import cn.wuye.hotline.backend.persistence.Coded;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of what people have to do after surveys. Written only while the ticket is locked. */
@Component
public class SurveyTaskRows {
  /** The most that one list holds. */
  public static final int MOST = 100;

  private static final String SELECT =
      "SELECT k.id, k.survey_id, s.ticket, k.kind, k.opened_at, k.due_at, k.state FROM survey_task k"
          + " JOIN survey s ON s.id = k.survey_id JOIN ticket t ON t.number = s.ticket ";

  private final JdbcClient jdbc;

  SurveyTaskRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Opens one, unless the survey has it; what was done before is to be done again. */
  public void open(long survey, TaskKind kind, Instant now, @Nullable Instant due) {
    jdbc.sql(
            "INSERT INTO survey_task (survey_id, kind, state, opened_at, due_at)"
                + " VALUES (:survey, :kind, 'open', :now, :due)"
                // In this order: each sees what those before it have set.
                + " ON DUPLICATE KEY UPDATE opened_at = CASE WHEN state = 'open' THEN opened_at"
                + " ELSE :now END, due_at = CASE WHEN state = 'open' THEN due_at ELSE :due END,"
                + " done_at = NULL, done_by = NULL, words = '', state = 'open'")
        .param("survey", survey)
        .param("kind", kind.code())
        .param("now", Utc.column(now))
        .param("due", Utc.columnOrNull(due))
        .update();
  }

  /** The task; empty when there is none such for who asks. */
  public Optional<SurveyTask> find(long id, EstateScope scope) {
    Map<String, Object> parameters = new HashMap<>(Map.of("id", id));
    return jdbc.sql(SELECT + "WHERE k.id = :id" + seen(scope, parameters))
        .params(parameters)
        .query(SurveyTaskRows::row)
        .optional();
  }

  /**
   * Those that are open and may be seen, the one that is due first first; at most {@value #MOST}.
   */
  public List<SurveyTask> open(EstateScope scope) {
    Map<String, Object> parameters = new HashMap<>();
    return jdbc.sql(
            SELECT
                + "WHERE k.state = 'open'"
                + seen(scope, parameters)
                + " ORDER BY k.due_at IS NULL, k.due_at, k.id LIMIT "
                + MOST)
        .params(parameters)
        .query(SurveyTaskRows::row)
        .list();
  }

  /** Those of a ticket, as they were opened. The ticket itself must be visible to who asks. */
  public List<SurveyTask> of(TicketNumber ticket) {
    return jdbc.sql(SELECT + "WHERE s.ticket = ? ORDER BY k.id")
        .param(ticket.value())
        .query(SurveyTaskRows::row)
        .list();
  }

  /** It is done; false when it is not open any more. */
  public boolean done(long id, String by, String words, Instant now) {
    return jdbc.sql(
                "UPDATE survey_task SET state = 'done', done_at = :now, done_by = :by, words = :words"
                    + " WHERE id = :id AND state = 'open'")
            .param("now", Utc.column(now))
            .param("by", by)
            .param("words", words)
            .param("id", id)
            .update()
        > 0;
  }

  /** The ticket went on otherwise. */
  void withdraw(TicketNumber ticket, Instant now) {
    jdbc.sql(
            "UPDATE survey_task SET state = 'withdrawn', done_at = :now WHERE state = 'open'"
                + " AND survey_id IN (SELECT id FROM survey WHERE ticket = :ticket)")
        .param("now", Utc.column(now))
        .param("ticket", ticket.value())
        .update();
  }

  private static String seen(EstateScope scope, Map<String, Object> parameters) {
    String seen = ScopeCondition.of(scope, "t.estate_id", parameters);
    return seen.isEmpty() ? "" : " AND " + seen;
  }

  private static SurveyTask row(ResultSet row, int n) throws SQLException {
    return new SurveyTask(
        row.getLong("id"),
        row.getLong("survey_id"),
        new TicketNumber(row.getLong("ticket")),
        Coded.of(TaskKind.class, Objects.requireNonNull(row.getString("kind"))),
        Utc.instant(row, "opened_at"),
        Utc.instantOrNull(row, "due_at"),
        "open".equals(row.getString("state")));
  }
}
