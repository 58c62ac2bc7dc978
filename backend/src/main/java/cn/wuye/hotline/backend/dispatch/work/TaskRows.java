package cn.wuye.hotline.backend.dispatch.work;

import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.estate.ScopeCondition;
import cn.wuye.hotline.backend.persistence.Coded;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.ticket.State;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/** The rows of {@link Tasks}. Written only while the ticket is locked. */
@Component
class TaskRows {
  private static final String SELECT =
      "SELECT id, ticket, party_kind, party, state, opened_at, since, due_at, worker, words"
          + " FROM task ";

  private final JdbcClient jdbc;
  private final Clock clock;

  TaskRows(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  Optional<Task> find(long id) {
    return jdbc.sql(SELECT + "WHERE id = :id").param("id", id).query(TaskRows::row).optional();
  }

  /** Those of a ticket, as they were opened. */
  List<Task> of(TicketNumber ticket) {
    return jdbc.sql(SELECT + "WHERE ticket = :ticket ORDER BY id")
        .param("ticket", ticket.value())
        .query(TaskRows::row)
        .list();
  }

  /**
   * Those a department has still to do on tickets that are open and may be seen, the one that is
   * due first first.
   */
  List<Task> openOf(String department, EstateScope scope) {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("party", department);
    parameters.put("open", State.OPEN.stream().map(State::code).toList());
    String seen = ScopeCondition.of(scope, "t.estate_id", parameters);
    return jdbc.sql(
            SELECT
                + "WHERE party_kind = 'department' AND party = :party"
                + " AND state IN ('open', 'accepted') AND EXISTS (SELECT 1 FROM ticket t"
                + " WHERE t.number = task.ticket AND t.state IN (:open)"
                + (seen.isEmpty() ? "" : " AND " + seen)
                + ") ORDER BY due_at, id LIMIT 100")
        .params(parameters)
        .query(TaskRows::row)
        .list();
  }

  long add(TicketNumber ticket, PartyKind kind, String party, Duration within) {
    Instant now = Utc.now(clock);
    GeneratedKeyHolder key = new GeneratedKeyHolder();
    jdbc.sql(
            "INSERT INTO task (ticket, party_kind, party, state, opened_at, since, due_at)"
                + " VALUES (:ticket, :kind, :party, 'open', :now, :now, :due)")
        .param("ticket", ticket.value())
        .param("kind", kind.code())
        .param("party", party)
        .param("now", Utc.column(now))
        .param("due", Utc.column(now.plus(within)))
        .update(key, "id");
    return Objects.requireNonNull(key.getKey(), "generated id").longValue();
  }

  void move(Task task, TaskState to, String worker, String words) {
    jdbc.sql(
            "UPDATE task SET version = version + 1, state = :state, since = :now,"
                + " worker = COALESCE(worker, :worker), words = :words WHERE id = :id")
        .param("state", to.code())
        .param("now", Utc.column(Utc.now(clock)))
        .param("worker", worker)
        .param("words", words)
        .param("id", task.id())
        .update();
  }

  private static Task row(ResultSet row, int n) throws SQLException {
    return new Task(
        row.getLong("id"),
        new TicketNumber(row.getLong("ticket")),
        Coded.of(PartyKind.class, row.getString("party_kind")),
        row.getString("party"),
        Coded.of(TaskState.class, row.getString("state")),
        Utc.instant(row, "opened_at"),
        Utc.instant(row, "since"),
        Utc.instant(row, "due_at"),
        Objects.requireNonNullElse(row.getString("worker"), ""),
        row.getString("words"));
  }
}
