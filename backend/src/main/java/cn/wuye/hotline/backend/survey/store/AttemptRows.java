package cn.wuye.hotline.backend.survey.store;

import cn.wuye.hotline.backend.persistence.Coded;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.survey.CallAttempt;
import cn.wuye.hotline.backend.survey.CallOutcome;
import cn.wuye.hotline.backend.survey.CallPlan;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of calls for surveys. */
@Component
public class AttemptRows {
  private final JdbcClient jdbc;

  AttemptRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The attempt of a survey that was just taken. */
  public void begin(long survey, Instant now) {
    jdbc.sql(
            "INSERT INTO survey_attempt (survey_id, number, node, placed_at)"
                + " SELECT id, attempts, node, :now FROM survey WHERE id = :survey")
        .param("now", Utc.column(now))
        .param("survey", survey)
        .update();
  }

  /** How it ended; false when that is known already, or there is none such. */
  public boolean end(long survey, int attempt, CallOutcome outcome, Instant at) {
    return jdbc.sql(
                "UPDATE survey_attempt SET outcome = :outcome, ended_at = :at"
                    + " WHERE survey_id = :survey AND number = :number AND outcome IS NULL")
            .param("outcome", outcome.code())
            .param("at", Utc.column(at))
            .param("survey", survey)
            .param("number", attempt)
            .update()
        > 0;
  }

  /** Those that have ended, the first first. */
  public List<CallAttempt> ended(long survey) {
    return jdbc.sql(
            "SELECT placed_at, outcome FROM survey_attempt WHERE survey_id = ?"
                + " AND outcome IS NOT NULL ORDER BY number")
        .param(survey)
        .query(AttemptRows::row)
        .list();
  }

  /** Whether the last of them goes on. */
  public boolean running(long survey) {
    return jdbc.sql("SELECT COUNT(*) FROM survey_attempt WHERE survey_id = ? AND outcome IS NULL")
            .param(survey)
            .query(Long.class)
            .single()
        > 0;
  }

  /** The calls whose lease is over, the longest first. */
  public List<CallPlan.Taken> lost(Instant now, int most) {
    return jdbc.sql(
            "SELECT id, attempts, node FROM survey WHERE state = 'calling' AND lease_until <= :now"
                + " ORDER BY lease_until, id LIMIT :most")
        .param("now", Utc.column(now))
        .param("most", most)
        .query(
            (row, n) ->
                new CallPlan.Taken(
                    row.getLong("id"),
                    row.getInt("attempts"),
                    Objects.requireNonNull(row.getString("node"))))
        .list();
  }

  private static CallAttempt row(ResultSet row, int n) throws SQLException {
    return new CallAttempt(
        Utc.instant(row, "placed_at"),
        Coded.of(CallOutcome.class, Objects.requireNonNull(row.getString("outcome"))));
  }
}
