package cn.wuye.hotline.backend.survey.store;

import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which surveys are due. */
@Component
public class DueRows {
  private final JdbcClient jdbc;

  DueRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * One that is due.
   *
   * @param asked whether she has named the time herself
   */
  public record Due(
      long id, TicketNumber ticket, Instant due, boolean urgent, int attempts, boolean asked) {}

  /** Those that may be called by their own due time, in the order of the calls. */
  public List<Due> due(Instant now, int most) {
    return jdbc.sql(
            "SELECT id, ticket, due_at, urgent, attempts, asked_for FROM survey WHERE state = 'planned'"
                + " AND rank_at <= :now AND due_at <= :now ORDER BY rank_at, id LIMIT :most")
        .param("now", Utc.column(now))
        .param("most", most)
        .query(
            (row, n) ->
                new Due(
                    row.getLong("id"),
                    new TicketNumber(row.getLong("ticket")),
                    Utc.instant(row, "due_at"),
                    row.getBoolean("urgent"),
                    row.getInt("attempts"),
                    row.getObject("asked_for") != null))
        .list();
  }
}
