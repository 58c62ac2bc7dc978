package cn.wuye.hotline.backend.survey.progress;

import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.estate.ScopeCondition;
import cn.wuye.hotline.backend.persistence.Columns;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.survey.Period;
import cn.wuye.hotline.backend.survey.Satisfaction;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the dissatisfied of a period say, and which words they have in common. */
@Component
public class DissatisfiedComments {
  /** No more than the latest of them are read. */
  public static final int MOST = 2000;

  private final JdbcClient jdbc;
  private final WordCutter cutter;

  DissatisfiedComments(JdbcClient jdbc, WordCutter cutter) {
    this.jdbc = jdbc;
    this.cutter = cutter;
  }

  /** The words that are frequent in what may be seen of a period. */
  public WordList words(Period period, EstateScope scope) {
    return WordList.of(latest(period, scope), cutter::words);
  }

  /** The comments of a period in which a word of that list stands, the newest first. */
  public List<Comment> with(String word, Period period, EstateScope scope) {
    return latest(period, scope).stream()
        .filter(comment -> cutter.words(comment.words()).contains(word))
        .toList();
  }

  private List<Comment> latest(Period period, EstateScope scope) {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("from", Utc.column(period.start()));
    parameters.put("to", Utc.column(period.end()));
    String seen = ScopeCondition.of(scope, "t.estate_id", parameters);
    Map<Long, Comment> bySurvey = new LinkedHashMap<>();
    jdbc.sql(
            "SELECT s.id, s.ticket, s.solved, s.satisfaction, s.settled_at, a.words FROM survey s"
                + " JOIN survey_answer a ON a.survey_id = s.id AND a.item = 'comment'"
                + " JOIN ticket t ON t.number = s.ticket"
                + " WHERE s.dissatisfied = TRUE AND s.settled_at >= :from AND s.settled_at < :to"
                + " AND a.words <> ''"
                + (seen.isEmpty() ? "" : " AND " + seen)
                + " ORDER BY s.settled_at DESC, s.id DESC, a.at, a.source, a.number LIMIT "
                + MOST)
        .params(parameters)
        .query(DissatisfiedComments::row)
        .list()
        .forEach(said -> bySurvey.merge(said.survey(), said, (all, one) -> all.and(one.words())));
    return List.copyOf(bySurvey.values());
  }

  private static Comment row(ResultSet row, int n) throws SQLException {
    return new Comment(
        row.getLong("id"),
        new TicketNumber(row.getLong("ticket")),
        Columns.text(row, "words"),
        Columns.text(row, "solved"),
        Satisfaction.ofKey(row.getInt("satisfaction")).orElse(null),
        Utc.instant(row, "settled_at"));
  }
}
