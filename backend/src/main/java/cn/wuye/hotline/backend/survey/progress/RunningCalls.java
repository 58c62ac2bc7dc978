package cn.wuye.hotline.backend.survey.progress;

import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.estate.ScopeCondition;
import cn.wuye.hotline.backend.persistence.Columns;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The calls that go on, on whichever node. */
@Component
class RunningCalls {
  /** More than that nobody reads; the numbers say how many there are. */
  static final int MOST = 50;

  private final JdbcClient jdbc;

  RunningCalls(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Those about tickets that may be seen, the longest first; at most {@value #MOST}. */
  List<RunningCall> all(EstateScope scope) {
    Map<String, Object> parameters = new HashMap<>();
    String seen = ScopeCondition.of(scope, "t.estate_id", parameters);
    return jdbc.sql(
            "SELECT s.id, s.ticket, s.attempts, s.node, a.placed_at, t.reporter_phone,"
                + " COALESCE(e.name, '') AS estate FROM survey s"
                + " JOIN survey_attempt a ON a.survey_id = s.id AND a.number = s.attempts"
                + " JOIN ticket t ON t.number = s.ticket LEFT JOIN estate e ON e.id = t.estate_id"
                + " WHERE s.state = 'calling'"
                + (seen.isEmpty() ? "" : " AND " + seen)
                + " ORDER BY a.placed_at, s.id LIMIT "
                + MOST)
        .params(parameters)
        .query(RunningCalls::row)
        .list();
  }

  private static RunningCall row(ResultSet row, int n) throws SQLException {
    return new RunningCall(
        row.getLong("id"),
        new TicketNumber(row.getLong("ticket")),
        row.getInt("attempts"),
        Columns.text(row, "estate"),
        masked(row.getString("reporter_phone")),
        Columns.text(row, "node"),
        Utc.instant(row, "placed_at"));
  }

  private static @Nullable String masked(@Nullable String number) {
    return number == null ? null : new PhoneNumber(number).masked();
  }
}
