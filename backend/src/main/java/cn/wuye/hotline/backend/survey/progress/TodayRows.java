package cn.wuye.hotline.backend.survey.progress;

import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.estate.ScopeCondition;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.survey.Period;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts a day's surveys: those that were called in it, those that were settled in it without a
 * call, and those that wait. Each is found by an index of its own, so that a look costs what the
 * day holds and not what the years before it have left.
 */
@Component
class TodayRows {
  private static final String ANSWERED_TODAY =
      "s.state = 'answered' AND s.settled_at >= :from AND s.settled_at < :to";

  /** She was spoken with, though she did not have to answer; or she answered otherwise later. */
  private static final String REACHED =
      "s.state <> 'calling' AND (a.outcome IN ('answered', 'postponed', 'declined') OR ("
          + ANSWERED_TODAY
          + "))";

  /** A call that failed on our own side has disturbed nobody, and is none. */
  private static final String CALLED_TODAY =
      "EXISTS (SELECT 1 FROM survey_attempt b WHERE b.survey_id = s.id"
          + " AND b.placed_at >= :from AND b.placed_at < :to"
          + " AND (b.outcome IS NULL OR b.outcome <> 'congestion'))";

  private final JdbcClient jdbc;

  TodayRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  TodayNumbers count(Period day, EstateScope scope) {
    return called(day, scope).plus(settledOtherwise(day, scope)).plus(waiting(day, scope));
  }

  private TodayNumbers called(Period day, EstateScope scope) {
    Map<String, Object> parameters = parameters(day);
    return jdbc.sql(
            "SELECT 0 AS waiting, "
                + surveys("s.state = 'calling'")
                + " AS calling, "
                + surveys(REACHED)
                + " AS reached, "
                + surveys(ANSWERED_TODAY)
                + " AS answered, "
                + surveys(ANSWERED_TODAY + " AND s.dissatisfied")
                + " AS dissatisfied, COUNT(DISTINCT s.id) - "
                + surveys("s.state = 'calling'")
                + " - "
                + surveys(REACHED)
                + " AS unreached FROM survey_attempt a JOIN survey s ON s.id = a.survey_id"
                + " WHERE a.placed_at >= :from AND a.placed_at < :to AND s.state <> 'withdrawn'"
                + " AND (a.outcome IS NULL OR a.outcome <> 'congestion')"
                + seen(scope, parameters))
        .params(parameters)
        .query(TodayRows::row)
        .single();
  }

  /** Of how many surveys a call meets the condition; each is counted once. */
  private static String surveys(String condition) {
    return "COUNT(DISTINCT CASE WHEN " + condition + " THEN s.id END)";
  }

  /** Answers by link, SMS or staff, and who was given up today after days of calls. */
  private TodayNumbers settledOtherwise(Period day, EstateScope scope) {
    Map<String, Object> parameters = parameters(day);
    return jdbc.sql(
            "SELECT 0 AS waiting, 0 AS calling,"
                + " COALESCE(SUM(s.state = 'answered'), 0) AS reached,"
                + " COALESCE(SUM(s.state = 'answered'), 0) AS answered,"
                + " COALESCE(SUM(s.state = 'answered' AND s.dissatisfied), 0) AS dissatisfied,"
                + " COALESCE(SUM(s.state = 'unreached'), 0) AS unreached"
                + " FROM survey s WHERE s.settled_at >= :from AND s.settled_at < :to"
                + " AND s.state IN ('answered', 'unreached') AND NOT "
                + CALLED_TODAY
                + seen(scope, parameters))
        .params(parameters)
        .query(TodayRows::row)
        .single();
  }

  /** What fell due before today and was not called yet waits today as well. */
  private TodayNumbers waiting(Period day, EstateScope scope) {
    Map<String, Object> parameters = parameters(day);
    return jdbc.sql(
            "SELECT COUNT(*) AS waiting, 0 AS calling, 0 AS reached, 0 AS answered,"
                + " 0 AS dissatisfied, 0 AS unreached FROM survey s"
                + " WHERE s.state = 'planned' AND s.due_at < :to"
                + " AND (s.attempts = 0 OR NOT "
                + CALLED_TODAY
                + ")"
                + seen(scope, parameters))
        .params(parameters)
        .query(TodayRows::row)
        .single();
  }

  private static Map<String, Object> parameters(Period day) {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("from", Utc.column(day.start()));
    parameters.put("to", Utc.column(day.end()));
    return parameters;
  }

  private static String seen(EstateScope scope, Map<String, Object> parameters) {
    String seen = ScopeCondition.of(scope, "s.estate_id", parameters);
    return seen.isEmpty() ? "" : " AND " + seen;
  }

  private static TodayNumbers row(ResultSet row, int n) throws SQLException {
    return new TodayNumbers(
        row.getLong("waiting"),
        row.getLong("calling"),
        row.getLong("reached"),
        row.getLong("answered"),
        row.getLong("dissatisfied"),
        row.getLong("unreached"));
  }
}
