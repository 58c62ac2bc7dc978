package cn.wuye.hotline.backend.quality;

import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.estate.ScopeCondition;
import cn.wuye.hotline.backend.persistence.Utc;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What came of the checks, by who was judged. */
@Component
public class QualityResults {
  private final JdbcClient jdbc;

  QualityResults(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Of one who was judged.
   *
   * @param agent login; empty string for nobody by name
   * @param scored how many of her tickets were scored
   * @param mean tenths of 0–100, of the sheets that count
   * @param low how many of them were there for a low score of the resident
   * @param disputed how many she disputed
   * @param changed how many of those were changed
   */
  public record Result(String agent, int scored, int mean, int low, int disputed, int changed) {}

  /**
   * All whose tickets were scored first within a time, by login.
   *
   * @param to does not belong to it any more
   */
  public List<Result> between(Instant from, Instant to, EstateScope scope) {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("from", Utc.column(from));
    parameters.put("to", Utc.column(to));
    String seen = ScopeCondition.of(scope, "t.estate_id", parameters);
    return jdbc.sql(
            "SELECT i.agent, COUNT(*) AS scored, ROUND(AVG(i.score)) AS mean, SUM(i.low) AS low,"
                + " COUNT(d.item_id) AS disputed, COALESCE(SUM(d.changed), 0) AS changed"
                + " FROM quality_item i JOIN ticket t ON t.number = i.ticket"
                + " LEFT JOIN quality_dispute d ON d.item_id = i.id"
                + " WHERE i.scored_at >= :from AND i.scored_at < :to"
                + (seen.isEmpty() ? "" : " AND " + seen)
                + " GROUP BY i.agent ORDER BY i.agent")
        .params(parameters)
        .query(
            (row, n) ->
                new Result(
                    Objects.requireNonNull(row.getString("agent")),
                    row.getInt("scored"),
                    row.getInt("mean"),
                    row.getInt("low"),
                    row.getInt("disputed"),
                    row.getInt("changed")))
        .list();
  }
}
