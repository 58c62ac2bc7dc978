package cn.wuye.hotline.backend.poll.store;

import cn.wuye.hotline.backend.persistence.Coded;
import cn.wuye.hotline.backend.persistence.Columns;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.survey.CallAttempt;
import cn.wuye.hotline.backend.survey.CallOutcome;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of calls for polls. */
@Component
public class PollAttemptRows {
  private final JdbcClient jdbc;

  PollAttemptRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The attempt with one who was just taken. */
  public void begin(long asked, Instant now) {
    jdbc.sql(
            "INSERT INTO poll_attempt (asked_id, number, node, placed_at)"
                + " SELECT id, attempts, node, :now FROM poll_resident WHERE id = :asked")
        .param("now", Utc.column(now))
        .param("asked", asked)
        .update();
  }

  /** How it ended; false when that is known already, or there is none such. */
  public boolean end(long asked, int attempt, CallOutcome outcome, Instant at) {
    return jdbc.sql(
                "UPDATE poll_attempt SET outcome = :outcome, ended_at = :at"
                    + " WHERE asked_id = :asked AND number = :number AND outcome IS NULL")
            .param("outcome", outcome.code())
            .param("at", Utc.column(at))
            .param("asked", asked)
            .param("number", attempt)
            .update()
        > 0;
  }

  /** Those that have ended, the first first. */
  public List<CallAttempt> ended(long asked) {
    return jdbc.sql(
            "SELECT placed_at, outcome FROM poll_attempt WHERE asked_id = ?"
                + " AND outcome IS NOT NULL ORDER BY number")
        .param(asked)
        .query(PollAttemptRows::row)
        .list();
  }

  private static CallAttempt row(ResultSet row, int n) throws SQLException {
    return new CallAttempt(
        Utc.instant(row, "placed_at"), Coded.of(CallOutcome.class, Columns.text(row, "outcome")));
  }
}
