package cn.wuye.hotline.backend.dispatch.work;

import cn.wuye.hotline.backend.persistence.Coded;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/** Jobs and who they were offered to. Written only while the ticket is locked. */
@Component
class AssignmentRows {
  private static final String SELECT =
      "SELECT id, ticket, worker, department, state, hand_over, offered_at, arrived_at, safe_at"
          + " FROM assignment ";
  private static final String LIVE = "state IN ('offered', 'accepted') ";

  private final JdbcClient jdbc;
  private final Clock clock;

  AssignmentRows(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Whom the work is with now: offered or accepted. */
  Optional<Assignment> current(TicketNumber ticket) {
    return one("WHERE ticket = :ticket AND NOT hand_over AND " + LIVE, ticket);
  }

  /** To whom it is being handed over. */
  Optional<Assignment> handOver(TicketNumber ticket) {
    return one("WHERE ticket = :ticket AND hand_over AND " + LIVE, ticket);
  }

  /** Both, whom the work is with first. */
  List<Assignment> live(TicketNumber ticket) {
    return jdbc.sql(SELECT + "WHERE ticket = :ticket AND " + LIVE + "ORDER BY hand_over, id")
        .param("ticket", ticket.value())
        .query(AssignmentRows::row)
        .list();
  }

  private Optional<Assignment> one(String where, TicketNumber ticket) {
    return jdbc
        .sql(SELECT + where + "ORDER BY id DESC LIMIT 1")
        .param("ticket", ticket.value())
        .query(AssignmentRows::row)
        .list()
        .stream()
        .findFirst();
  }

  /** What somebody has to answer or to do, the oldest first. */
  List<Assignment> liveOf(String worker) {
    return jdbc.sql(SELECT + "WHERE worker = :worker AND " + LIVE + "ORDER BY offered_at, id")
        .param("worker", worker)
        .query(AssignmentRows::row)
        .list();
  }

  /** Logins of those who have refused a ticket. */
  Set<String> refusers(TicketNumber ticket) {
    return new HashSet<>(
        jdbc.sql("SELECT worker FROM assignment WHERE ticket = :ticket AND state = 'refused'")
            .param("ticket", ticket.value())
            .query(String.class)
            .list());
  }

  /** Offers a job, or enters one that is accepted already. */
  long add(
      TicketNumber ticket,
      String worker,
      String department,
      AssignmentState state,
      boolean handOver) {
    GeneratedKeyHolder key = new GeneratedKeyHolder();
    jdbc.sql(
            "INSERT INTO assignment (ticket, worker, department, state, hand_over, offered_at, since)"
                + " VALUES (:ticket, :worker, :department, :state, :handOver, :now, :now)")
        .param("ticket", ticket.value())
        .param("worker", worker)
        .param("department", department)
        .param("state", state.code())
        .param("handOver", handOver)
        .param("now", Utc.column(Utc.now(clock)))
        .update(key, "id");
    return Objects.requireNonNull(key.getKey(), "generated id").longValue();
  }

  /** Moves it on; an accepted hand-over is none any more. */
  void move(Assignment assignment, AssignmentState to) {
    jdbc.sql(
            "UPDATE assignment SET state = :state, hand_over = hand_over AND :state <> 'accepted',"
                + " since = :now WHERE id = :id")
        .param("state", to.code())
        .param("now", Utc.column(Utc.now(clock)))
        .param("id", assignment.id())
        .update();
  }

  void arrived(Assignment assignment) {
    jdbc.sql("UPDATE assignment SET arrived_at = :now WHERE id = :id")
        .param("now", Utc.column(Utc.now(clock)))
        .param("id", assignment.id())
        .update();
  }

  void safe(Assignment assignment) {
    jdbc.sql("UPDATE assignment SET safe_at = :now WHERE id = :id")
        .param("now", Utc.column(Utc.now(clock)))
        .param("id", assignment.id())
        .update();
  }

  private static Assignment row(ResultSet row, int n) throws SQLException {
    return new Assignment(
        row.getLong("id"),
        new TicketNumber(row.getLong("ticket")),
        row.getString("worker"),
        row.getString("department"),
        Coded.of(AssignmentState.class, row.getString("state")),
        row.getBoolean("hand_over"),
        Utc.instant(row, "offered_at"),
        Utc.instantOrNull(row, "arrived_at"),
        Utc.instantOrNull(row, "safe_at"));
  }
}
