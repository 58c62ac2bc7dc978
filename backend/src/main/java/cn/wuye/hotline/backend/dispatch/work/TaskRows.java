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
      "SELECT k.id, k.ticket, k.number, k.party_kind, k.party, k.state, k.opened_at, k.since,"
          + " k.worker, k.words, c.due_at, c.state AS clock_state FROM task k"
          + " LEFT JOIN ticket_clock c ON c.ticket = k.ticket AND c.target = 'help'"
          + " AND c.occurrence = k.number ";

  private final JdbcClient jdbc;
  private final Clock clock;

  TaskRows(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  Optional<Task> find(long id) {
    return jdbc.sql(SELECT + "WHERE k.id = :id").param("id", id).query(TaskRows::row).optional();
  }

  /** Those of a ticket, as they were opened. */
  List<Task> of(TicketNumber ticket) {
    return jdbc.sql(SELECT + "WHERE k.ticket = :ticket ORDER BY k.number")
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
                + "WHERE k.party_kind = 'department' AND k.party = :party"
                + " AND k.state IN ('open', 'accepted') AND EXISTS (SELECT 1 FROM ticket t"
                + " WHERE t.number = k.ticket AND t.state IN (:open)"
                + (seen.isEmpty() ? "" : " AND " + seen)
                + ") ORDER BY c.due_at IS NULL, c.due_at, k.id LIMIT 100")
        .params(parameters)
        .query(TaskRows::row)
        .list();
  }

  /**
   * Opens one.
   *
   * @param number one more than the ticket has
   */
  long add(TicketNumber ticket, int number, PartyKind kind, String party) {
    GeneratedKeyHolder key = new GeneratedKeyHolder();
    jdbc.sql(
            "INSERT INTO task (ticket, number, party_kind, party, state, opened_at, since)"
                + " VALUES (:ticket, :number, :kind, :party, 'open', :now, :now)")
        .param("ticket", ticket.value())
        .param("number", number)
        .param("kind", kind.code())
        .param("party", party)
        .param("now", Utc.column(Utc.now(clock)))
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
        row.getInt("number"),
        Coded.of(PartyKind.class, row.getString("party_kind")),
        row.getString("party"),
        Coded.of(TaskState.class, row.getString("state")),
        Utc.instant(row, "opened_at"),
        Utc.instant(row, "since"),
        Utc.instantOrNull(row, "due_at"),
        "missed".equals(row.getString("clock_state")),
        Objects.requireNonNullElse(row.getString("worker"), ""),
        row.getString("words"));
  }
}
