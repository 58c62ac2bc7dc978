package cn.wuye.hotline.backend.survey.store;

import cn.wuye.hotline.backend.persistence.Coded;
import cn.wuye.hotline.backend.persistence.Columns;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.survey.CallAttempt;
import cn.wuye.hotline.backend.survey.CallOutcome;
import cn.wuye.hotline.backend.survey.CallPlan;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The rows of calls of one kind: a table of attempts beside the table of what is phoned for, which
 * has the number of the last attempt, its node and its lease.
 */
public abstract class CallRows {
  private final JdbcClient jdbc;
  private final String attempts;
  private final String key;
  private final String things;

  /**
   * @param attempts table of the attempts
   * @param key its column that says what an attempt is for
   * @param things table of what is phoned for
   */
  protected CallRows(JdbcClient jdbc, String attempts, String key, String things) {
    this.jdbc = jdbc;
    this.attempts = attempts;
    this.key = key;
    this.things = things;
  }

  /** The attempt of what was just taken. */
  public void begin(long id, Instant now) {
    jdbc.sql(
            "INSERT INTO %s (%s, number, node, placed_at)".formatted(attempts, key)
                + " SELECT id, attempts, node, :now FROM %s WHERE id = :id".formatted(things))
        .param("now", Utc.column(now))
        .param("id", id)
        .update();
  }

  /** How it ended; false when that is known already, or there is none such. */
  public boolean end(long id, int attempt, CallOutcome outcome, Instant at) {
    return jdbc.sql(
                "UPDATE %s SET outcome = :outcome, ended_at = :at".formatted(attempts)
                    + " WHERE %s = :id AND number = :number AND outcome IS NULL".formatted(key))
            .param("outcome", outcome.code())
            .param("at", Utc.column(at))
            .param("id", id)
            .param("number", attempt)
            .update()
        > 0;
  }

  /** Those that have ended, the first first. */
  public List<CallAttempt> ended(long id) {
    return jdbc.sql(
            "SELECT placed_at, outcome FROM %s WHERE %s = ?".formatted(attempts, key)
                + " AND outcome IS NOT NULL ORDER BY number")
        .param(id)
        .query(CallRows::row)
        .list();
  }

  /** Whether the last of them goes on. */
  public boolean running(long id) {
    return jdbc.sql(
                "SELECT COUNT(*) FROM %s WHERE %s = ? AND outcome IS NULL".formatted(attempts, key))
            .param(id)
            .query(Long.class)
            .single()
        > 0;
  }

  /** The calls whose lease is over, the longest first. */
  public List<CallPlan.Taken> lost(Instant now, int most) {
    return jdbc.sql(
            "SELECT id, attempts, node FROM %s".formatted(things)
                + " WHERE state = 'calling' AND lease_until <= :now"
                + " ORDER BY lease_until, id LIMIT :most")
        .param("now", Utc.column(now))
        .param("most", most)
        .query(
            (row, n) ->
                new CallPlan.Taken(
                    row.getLong("id"), row.getInt("attempts"), Columns.text(row, "node")))
        .list();
  }

  private static CallAttempt row(ResultSet row, int n) throws SQLException {
    return new CallAttempt(
        Utc.instant(row, "placed_at"), Coded.of(CallOutcome.class, Columns.text(row, "outcome")));
  }
}
