package cn.wuye.hotline.backend.survey.progress;

import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.estate.ScopeCondition;
import cn.wuye.hotline.backend.persistence.Coded;
import cn.wuye.hotline.backend.persistence.Columns;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.survey.CallOutcome;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who is phoned again, and why; whose call is due first comes first. */
@Component
public class RetryQueue {
  /** How many stand on a page. */
  public static final int PAGE = 50;

  private final JdbcClient jdbc;

  RetryQueue(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A page.
   *
   * @param next where the next page begins; empty when this is the last
   */
  public record Page(List<Retry> retries, Optional<RetryCursor> next) {
    public Page {
      retries = List.copyOf(retries);
    }
  }

  /**
   * Those about tickets that may be seen.
   *
   * @param after where the page before ended; empty for the first page
   */
  public Page page(EstateScope scope, Optional<RetryCursor> after) {
    Map<String, Object> parameters = new HashMap<>();
    String seen = ScopeCondition.of(scope, "t.estate_id", parameters);
    after.ifPresent(
        cursor -> {
          parameters.put("due", Utc.column(cursor.due()));
          parameters.put("id", cursor.survey());
        });
    List<Retry> found =
        jdbc.sql(
                "SELECT s.id, s.ticket, COALESCE(e.name, '') AS estate, t.category, t.subcategory,"
                    + " s.urgent, s.due_at, s.attempts, s.asked_for, a.outcome, a.placed_at"
                    + " FROM survey s JOIN survey_attempt a ON a.survey_id = s.id"
                    + " AND a.number = s.attempts JOIN ticket t ON t.number = s.ticket"
                    + " LEFT JOIN estate e ON e.id = t.estate_id"
                    + " WHERE s.state = 'planned' AND s.due_at IS NOT NULL AND s.attempts > 0"
                    + " AND a.outcome IS NOT NULL"
                    // The first half is what the index is entered by.
                    + (after.isEmpty()
                        ? ""
                        : " AND s.due_at >= :due AND (s.due_at > :due OR s.id > :id)")
                    + (seen.isEmpty() ? "" : " AND " + seen)
                    + " ORDER BY s.due_at, s.id LIMIT "
                    + (PAGE + 1))
            .params(parameters)
            .query(RetryQueue::row)
            .list();
    if (found.size() <= PAGE) {
      return new Page(found, Optional.empty());
    }
    Retry last = found.get(PAGE - 1);
    return new Page(
        found.subList(0, PAGE), Optional.of(new RetryCursor(last.due(), last.survey())));
  }

  private static Retry row(ResultSet row, int n) throws SQLException {
    return new Retry(
        row.getLong("id"),
        new TicketNumber(row.getLong("ticket")),
        Columns.text(row, "estate"),
        Columns.text(row, "category"),
        Columns.text(row, "subcategory"),
        row.getBoolean("urgent"),
        Utc.instant(row, "due_at"),
        row.getInt("attempts"),
        Coded.of(CallOutcome.class, Columns.text(row, "outcome")),
        Utc.instant(row, "placed_at"),
        Utc.instantOrNull(row, "asked_for"));
  }
}
