package cn.wuye.hotline.backend.survey.figures;

import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.estate.ScopeCondition;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.survey.Period;
import cn.wuye.hotline.backend.survey.store.ScoreSql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The figures of surveys. */
@Component
public class SurveyFigures {
  private final JdbcClient jdbc;

  SurveyFigures(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Of surveys that were settled within a period, in the order of who they are of. */
  public List<Figure> of(By by, Period period, EstateScope scope) {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("from", Utc.column(period.start()));
    parameters.put("to", Utc.column(period.end()));
    String seen = ScopeCondition.of(scope, "s.estate_id", parameters);
    return jdbc.sql(
            "SELECT "
                + by.column()
                + " AS who, COUNT(*) AS settled, SUM(s.state = 'answered') AS answered,"
                + " SUM(s.state = 'unreached') AS unreached, SUM(s.state = 'declined') AS declined,"
                + " COUNT(s.satisfaction) AS scored, SUM("
                + ScoreSql.SCORE
                + ") AS scores, SUM("
                + ScoreSql.GOOD
                + ") AS satisfied,"
                + " SUM(s.solved <> '') AS told, SUM(s.solved = 'solved') AS solved,"
                + " SUM(s.dissatisfied) AS dissatisfied, COUNT(s.recommendation) AS recommended,"
                + " SUM(s.recommendation >= 9) AS promoters,"
                + " SUM(s.recommendation <= 6) AS detractors"
                + " FROM survey s LEFT JOIN survey_credit c ON c.survey_id = s.id"
                + " WHERE s.settled_at >= :from AND s.settled_at < :to"
                + " AND s.state IN ('answered', 'unreached', 'declined')"
                + (by == By.THIRD_PARTY ? " AND c.third_party IS NOT NULL" : "")
                + (seen.isEmpty() ? "" : " AND " + seen)
                + " GROUP BY who ORDER BY who")
        .params(parameters)
        .query(SurveyFigures::row)
        .list();
  }

  /** A sum over no answer at all is null, which reads as 0. */
  private static Figure row(ResultSet row, int n) throws SQLException {
    return new Figure(
        Objects.requireNonNullElse(row.getString("who"), ""),
        row.getLong("settled"),
        row.getLong("answered"),
        row.getLong("unreached"),
        row.getLong("declined"),
        row.getLong("scored"),
        row.getLong("scores"),
        row.getLong("satisfied"),
        row.getLong("told"),
        row.getLong("solved"),
        row.getLong("dissatisfied"),
        row.getLong("recommended"),
        row.getLong("promoters"),
        row.getLong("detractors"));
  }
}
