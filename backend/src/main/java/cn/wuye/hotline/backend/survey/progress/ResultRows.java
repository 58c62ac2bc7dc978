package cn.wuye.hotline.backend.survey.progress;

import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.estate.ScopeCondition;
import cn.wuye.hotline.backend.persistence.Columns;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.survey.Period;
import cn.wuye.hotline.backend.survey.progress.SurveyResults.Part;
import cn.wuye.hotline.backend.survey.store.ScoreSql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The results of what was settled in a period: by the estate and the department that the ticket had
 * when it was solved, and the category that it has now.
 */
@Component
public class ResultRows {
  private static final String ANSWERED =
      "s.state = 'answered' AND (s.solved <> '' OR s.satisfaction IS NOT NULL)";

  private final JdbcClient jdbc;

  ResultRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The results of a period, of the surveys that may be seen. */
  public SurveyResults of(Period period, EstateScope scope) {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("from", Utc.column(period.start()));
    parameters.put("to", Utc.column(period.end()));
    String seen = ScopeCondition.of(scope, "s.estate_id", parameters);
    return SurveyResults.of(
        period,
        jdbc.sql(
                "SELECT COALESCE(s.estate_id, '') AS estate, t.category,"
                    + " COALESCE(c.department, t.department, '') AS department, SUM("
                    + ANSWERED
                    + ") AS answers,"
                    + " COUNT(CASE WHEN s.state = 'answered' THEN s.satisfaction END) AS scored,"
                    + " SUM(CASE WHEN s.state = 'answered' THEN "
                    + ScoreSql.SCORE
                    + " ELSE 0 END) AS scores,"
                    + " COUNT(CASE WHEN s.state = 'answered' AND "
                    + ScoreSql.GOOD
                    + " THEN 1 END) AS good,"
                    + " SUM(s.state = 'answered' AND s.solved <> '') AS told,"
                    + " SUM(s.state = 'answered' AND s.solved = 'solved') AS solved,"
                    + " SUM(s.state = 'answered' AND s.dissatisfied) AS dissatisfied,"
                    + " SUM(s.state = 'unreached') AS unreached,"
                    + " SUM(s.state = 'declined') AS declined"
                    + " FROM survey s JOIN ticket t ON t.number = s.ticket"
                    + " LEFT JOIN survey_credit c ON c.survey_id = s.id"
                    + " WHERE s.settled_at >= :from AND s.settled_at < :to"
                    + " AND s.state IN ('answered', 'unreached', 'declined')"
                    + (seen.isEmpty() ? "" : " AND " + seen)
                    + " GROUP BY s.estate_id, t.category,"
                    + " COALESCE(c.department, t.department, '')")
            .params(parameters)
            .query(ResultRows::row)
            .list());
  }

  private static Part row(ResultSet row, int n) throws SQLException {
    return new Part(
        Columns.text(row, "estate"),
        Columns.text(row, "category"),
        Columns.text(row, "department"),
        new Tally(
            row.getLong("answers"),
            row.getLong("scored"),
            row.getLong("scores"),
            row.getLong("good"),
            row.getLong("told"),
            row.getLong("solved"),
            row.getLong("dissatisfied"),
            row.getLong("unreached"),
            row.getLong("declined")));
  }
}
