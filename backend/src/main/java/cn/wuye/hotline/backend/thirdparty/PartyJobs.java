package cn.wuye.hotline.backend.thirdparty;

import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of {@link PartyJob}. Written only while the ticket is locked. */
@Component
class PartyJobs {
  private static final String SELECT =
      "SELECT task, ticket, party, opened_at, accept_due, arrive_due, done_due, accept_cents,"
          + " arrive_cents, done_cents, accepted_at, arrived_at, done_at, ended_at"
          + " FROM third_party_job ";

  private final JdbcClient jdbc;

  PartyJobs(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The id of a third party's task of a ticket. */
  Optional<Long> task(TicketNumber ticket, String party) {
    return jdbc.sql(
            "SELECT id FROM task WHERE ticket = :ticket AND party_kind = 'third-party'"
                + " AND party = :party")
        .param("ticket", ticket.value())
        .param("party", party)
        .query(Long.class)
        .optional();
  }

  Optional<PartyJob> find(long task) {
    return jdbc.sql(SELECT + "WHERE task = :task")
        .param("task", task)
        .query(PartyJobs::row)
        .optional();
  }

  /** Those whose next time has come, the longest waiting first. */
  List<PartyJob> toLookAt(Instant now, int most) {
    return jdbc.sql(SELECT + "WHERE look_at < :now ORDER BY look_at, task LIMIT :most")
        .param("now", Utc.column(now))
        .param("most", most)
        .query(PartyJobs::row)
        .list();
  }

  /** Those of a ticket that still run. */
  List<PartyJob> running(TicketNumber ticket) {
    return jdbc.sql(SELECT + "WHERE ticket = :ticket AND ended_at IS NULL ORDER BY task")
        .param("ticket", ticket.value())
        .query(PartyJobs::row)
        .list();
  }

  void add(PartyJob job) {
    jdbc.sql(
            "INSERT INTO third_party_job (task, ticket, party, opened_at, accept_due, arrive_due,"
                + " done_due, accept_cents, arrive_cents, done_cents) VALUES (:task, :ticket,"
                + " :party, :opened, :accept, :arrive, :done, :acceptCents, :arriveCents,"
                + " :doneCents)")
        .param("task", job.task())
        .param("ticket", job.ticket().value())
        .param("party", job.party())
        .param("opened", Utc.column(job.openedAt()))
        .param("accept", Utc.column(job.due(Target.ACCEPT)))
        .param("arrive", Utc.column(job.due(Target.ARRIVE)))
        .param("done", Utc.column(job.due(Target.DONE)))
        .param("acceptCents", job.cents().getOrDefault(Target.ACCEPT, 0L))
        .param("arriveCents", job.cents().getOrDefault(Target.ARRIVE, 0L))
        .param("doneCents", job.cents().getOrDefault(Target.DONE, 0L))
        .update();
  }

  /** Notes what was reached; what was noted before stays. */
  void met(long task, Target target, Instant at) {
    String column =
        switch (target) {
          case ACCEPT -> "accepted_at";
          case ARRIVE -> "arrived_at";
          case DONE -> "done_at";
        };
    jdbc.sql(
            "UPDATE third_party_job SET "
                + column
                + " = COALESCE("
                + column
                + ", :at) WHERE task = :task")
        .param("at", Utc.column(at))
        .param("task", task)
        .update();
  }

  void end(long task, Instant at) {
    jdbc.sql("UPDATE third_party_job SET ended_at = COALESCE(ended_at, :at) WHERE task = :task")
        .param("at", Utc.column(at))
        .param("task", task)
        .update();
  }

  void lookAgain(PartyJob job, Instant now) {
    jdbc.sql("UPDATE third_party_job SET look_at = :at WHERE task = :task")
        .param("at", job.nextDue(now).map(Utc::column).orElse(null))
        .param("task", job.task())
        .update();
  }

  /** Notes a miss; false when that was done before. */
  boolean miss(PartyJob job, Target target, Instant now) {
    boolean known =
        jdbc.sql("SELECT COUNT(*) FROM third_party_miss WHERE task = :task AND target = :target")
                .param("task", job.task())
                .param("target", target.code())
                .query(Long.class)
                .single()
            > 0;
    if (known) {
      return false;
    }
    try {
      jdbc.sql(
              "INSERT INTO third_party_miss (task, target, party, due_at, cents, noticed_at)"
                  + " VALUES (:task, :target, :party, :due, :cents, :now)")
          .param("task", job.task())
          .param("target", target.code())
          .param("party", job.party())
          .param("due", Utc.column(job.due(target)))
          .param("cents", job.cents().getOrDefault(target, 0L))
          .param("now", Utc.column(now))
          .update();
      return true;
    } catch (DuplicateKeyException raced) {
      return false;
    }
  }

  private static PartyJob row(ResultSet row, int n) throws SQLException {
    Map<Target, Instant> met = new EnumMap<>(Target.class);
    put(met, Target.ACCEPT, row, "accepted_at");
    put(met, Target.ARRIVE, row, "arrived_at");
    put(met, Target.DONE, row, "done_at");
    return new PartyJob(
        row.getLong("task"),
        new TicketNumber(row.getLong("ticket")),
        row.getString("party"),
        Utc.instant(row, "opened_at"),
        Map.of(
            Target.ACCEPT, Utc.instant(row, "accept_due"),
            Target.ARRIVE, Utc.instant(row, "arrive_due"),
            Target.DONE, Utc.instant(row, "done_due")),
        Map.of(
            Target.ACCEPT, row.getLong("accept_cents"),
            Target.ARRIVE, row.getLong("arrive_cents"),
            Target.DONE, row.getLong("done_cents")),
        met,
        Utc.instantOrNull(row, "ended_at"));
  }

  private static void put(Map<Target, Instant> met, Target target, ResultSet row, String column)
      throws SQLException {
    Instant at = Utc.instantOrNull(row, column);
    if (at != null) {
      met.put(target, at);
    }
  }
}
