package cn.wuye.hotline.backend.deadline.chase;

import cn.wuye.hotline.backend.deadline.ClockKey;
import cn.wuye.hotline.backend.deadline.escalation.Role;
import cn.wuye.hotline.backend.deadline.escalation.Step;
import cn.wuye.hotline.backend.deadline.escalation.StepKey;
import cn.wuye.hotline.backend.persistence.Coded;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import cn.wuye.hotline.backend.ticket.Urgency;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which steps have been taken, and who has been or is still to be told of them. */
@Component
class EscalationRows {
  private final JdbcClient jdbc;
  private final JdbcTemplate template;

  EscalationRows(JdbcClient jdbc, JdbcTemplate template) {
    this.jdbc = jdbc;
    this.template = template;
  }

  /** When all tickets that were due had been looked at; null for never. */
  @Nullable Instant lastRun() {
    return jdbc.sql("SELECT last_run FROM escalation_run WHERE id = 1")
        .query((row, n) -> Optional.ofNullable(Utc.instantOrNull(row, "last_run")))
        .single()
        .orElse(null);
  }

  void ran(Instant now) {
    jdbc.sql("UPDATE escalation_run SET last_run = :now WHERE id = 1")
        .param("now", Utc.column(now))
        .update();
  }

  /** Whether the last attempt at one of the jobs failed, on any node. */
  boolean jobFailed() {
    return jdbc.sql(
                "SELECT COUNT(*) FROM scheduled_tasks"
                    + " WHERE task_name IN (:names) AND consecutive_failures > 0")
            .param("names", List.of(DeadlineJobs.CHASE, DeadlineJobs.FIRST_CLOCKS))
            .query(Integer.class)
            .single()
        > 0;
  }

  Set<StepKey> taken(TicketNumber ticket) {
    return new HashSet<>(
        jdbc.sql("SELECT * FROM escalation_step WHERE ticket = :ticket")
            .param("ticket", ticket.value())
            .query((row, n) -> key(row))
            .list());
  }

  /**
   * Takes steps of a locked ticket that {@link #taken} did not have.
   *
   * @param silent of which nobody is told
   * @throws org.springframework.dao.DuplicateKeyException when somebody was faster in spite of the
   *     lock: then the whole is rolled back, and looked at again
   */
  void take(List<Step> steps, Instant now, Set<StepKey> silent) {
    template.batchUpdate(
        "INSERT INTO escalation_step (step_key, ticket, target, occurrence, step, due_at, urgency,"
            + " role, taken_at, silent) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        steps.stream()
            .map(
                step -> {
                  StepKey key = step.key();
                  return new Object[] {
                    key.text(),
                    key.ticket().value(),
                    key.clock().target(),
                    key.clock().occurrence(),
                    key.step(),
                    Utc.column(key.due()),
                    step.urgency().code(),
                    step.role().code(),
                    Utc.column(now),
                    silent.contains(key)
                  };
                })
            .toList());
  }

  /** Notes who is told: the addressees of the steps. */
  void note(List<Told> told) {
    template.batchUpdate(
        "INSERT INTO escalation_notice (step_key, login, told_at) VALUES (?, ?, ?)",
        told.stream()
            .map(
                each ->
                    new @Nullable Object[] {
                      each.step.key().text(), each.step.addressee(), Utc.columnOrNull(each.at)
                    })
            .toList());
  }

  /**
   * Somebody is told of a step.
   *
   * @param at null: with the next digest
   */
  record Told(Step step, @Nullable Instant at) {}

  /** Who waits for a digest. */
  List<String> waiting() {
    return jdbc.sql("SELECT DISTINCT login FROM escalation_notice WHERE told_at IS NULL")
        .query(String.class)
        .list();
  }

  /** What somebody's digest has to hold, by the due times; whoever asks at once waits. */
  List<Step> waiting(String login) {
    return jdbc.sql(
            "SELECT s.* FROM escalation_notice n JOIN escalation_step s ON s.step_key = n.step_key"
                + " WHERE n.told_at IS NULL AND n.login = :login ORDER BY s.due_at, s.step_key"
                + " FOR UPDATE")
        .param("login", login)
        .query(
            (row, n) ->
                new Step(
                    key(row),
                    Coded.of(Urgency.class, row.getString("urgency")),
                    Coded.of(Role.class, row.getString("role")),
                    login))
        .list();
  }

  void told(List<Step> steps, String login, Instant now) {
    jdbc.sql(
            "UPDATE escalation_notice SET told_at = :now"
                + " WHERE login = :login AND step_key IN (:keys)")
        .param("now", Utc.column(now))
        .param("login", login)
        .param("keys", steps.stream().map(step -> step.key().text()).toList())
        .update();
  }

  private static StepKey key(ResultSet row) throws SQLException {
    return new StepKey(
        new TicketNumber(row.getLong("ticket")),
        new ClockKey(row.getString("target"), row.getInt("occurrence")),
        row.getString("step"),
        Utc.instant(row, "due_at"));
  }
}
