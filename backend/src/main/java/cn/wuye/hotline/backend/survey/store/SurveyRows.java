package cn.wuye.hotline.backend.survey.store;

import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.persistence.Coded;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.survey.SurveyResult;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of surveys. */
@Component
public class SurveyRows {
  private static final String SELECT =
      "SELECT id, ticket, round, estate_id, state, urgent, due_at, give_up_at, attempts,"
          + " first_call_at FROM survey ";

  private final JdbcClient jdbc;

  SurveyRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The survey; empty when there is none such. */
  public Optional<Survey> find(long id) {
    return jdbc.sql(SELECT + "WHERE id = ?").param(id).query(SurveyRows::row).optional();
  }

  /** The same, and nobody else changes it until the transaction ends. */
  public Optional<Survey> locked(long id) {
    return jdbc.sql(SELECT + "WHERE id = ? FOR UPDATE").param(id).query(SurveyRows::row).optional();
  }

  /** Those of a ticket, the first round first. */
  public List<Survey> of(TicketNumber ticket) {
    return jdbc.sql(SELECT + "WHERE ticket = ? ORDER BY round")
        .param(ticket.value())
        .query(SurveyRows::row)
        .list();
  }

  /** In how many rounds before this one she was dissatisfied. */
  public int dissatisfiedBefore(TicketNumber ticket, int round) {
    return jdbc.sql(
            "SELECT COUNT(*) FROM survey WHERE ticket = :ticket AND round < :round AND dissatisfied")
        .param("ticket", ticket.value())
        .param("round", round)
        .query(Integer.class)
        .single();
  }

  /** Plans one; not twice for one round. */
  void add(
      TicketNumber ticket,
      int round,
      @Nullable EstateId estate,
      boolean urgent,
      Instant now,
      @Nullable Instant due,
      @Nullable Instant giveUp,
      Duration headStart) {
    jdbc.sql(
            "INSERT INTO survey (ticket, round, estate_id, state, urgent, planned_at, due_at, rank_at,"
                + " give_up_at) VALUES (:ticket, :round, :estate, 'planned', :urgent, :now, :due,"
                + " :rank, :giveUp) ON DUPLICATE KEY UPDATE ticket = ticket")
        .param("ticket", ticket.value())
        .param("round", round)
        .param("estate", estate == null ? null : estate.value())
        .param("urgent", urgent)
        .param("now", Utc.column(now))
        .param("due", Utc.columnOrNull(due))
        .param("rank", Utc.columnOrNull(due == null ? null : due.minus(headStart)))
        .param("giveUp", Utc.columnOrNull(giveUp))
        .update();
  }

  /** The ticket goes on otherwise; whoever is on the phone just now is asked for nothing. */
  void withdraw(TicketNumber ticket, Instant now) {
    jdbc.sql(
            "UPDATE survey SET state = 'withdrawn', due_at = NULL, rank_at = NULL, give_up_at = NULL,"
                + " lease_until = NULL, settled_at = :now"
                + " WHERE ticket = :ticket AND state IN (:open)")
        .param("open", SurveyState.OPEN)
        .param("ticket", ticket.value())
        .param("now", Utc.column(now))
        .update();
  }

  /** Takes one that is planned and due; of several who try, one does. */
  public boolean take(long id, String node, Instant now, Instant until) {
    return jdbc.sql(
                "UPDATE survey SET state = 'calling', attempts = attempts + 1, node = :node,"
                    + " lease_until = :until, first_call_at = COALESCE(first_call_at, :now)"
                    + " WHERE id = :id AND state = 'planned' AND due_at <= :now")
            .param("node", node)
            .param("until", Utc.column(until))
            .param("now", Utc.column(now))
            .param("id", id)
            .update()
        > 0;
  }

  /** Whether she is on the phone for it, in a call of ours or of hers; the survey is locked. */
  public boolean talks(long id, Instant now) {
    return jdbc.sql(
                "SELECT COUNT(*) FROM survey WHERE id = :id AND state = 'calling'"
                    + " AND (lease_until > :now OR back_until > :now)")
            .param("id", id)
            .param("now", Utc.column(now))
            .query(Long.class)
            .single()
        > 0;
  }

  /** A planned call is moved, unless somebody has changed it since it was due then. */
  public void move(long id, Instant from, Instant to, Duration headStart) {
    jdbc.sql(
            "UPDATE survey SET due_at = :to, rank_at = :rank"
                + " WHERE id = :id AND state = 'planned' AND due_at = :from")
        .param("to", Utc.column(to))
        .param("rank", Utc.column(to.minus(headStart)))
        .param("from", Utc.column(from))
        .param("id", id)
        .update();
  }

  /**
   * She is called again, or given up later; the survey is locked.
   *
   * @param due null when no call is planned
   * @param asked the time she has named
   * @param giveUp null when a call is planned
   */
  public void again(
      long id,
      @Nullable Instant due,
      @Nullable Instant asked,
      @Nullable Instant giveUp,
      Duration headStart) {
    jdbc.sql(
            "UPDATE survey SET state = 'planned', lease_until = NULL, due_at = :due, rank_at = :rank,"
                + " asked_for = :asked, give_up_at = :giveUp WHERE id = :id")
        .param("due", Utc.columnOrNull(due))
        .param("rank", Utc.columnOrNull(due == null ? null : due.minus(headStart)))
        .param("asked", Utc.columnOrNull(asked))
        .param("giveUp", Utc.columnOrNull(giveUp))
        .param("id", id)
        .update();
  }

  /** A person looks for her; the survey is locked. */
  public void handOver(long id) {
    jdbc.sql(
            "UPDATE survey SET state = 'person', lease_until = NULL, due_at = NULL, rank_at = NULL,"
                + " give_up_at = NULL WHERE id = ?")
        .param(id)
        .update();
  }

  /** It is over, and this is what is known; the survey is locked. */
  public void settle(long id, SurveyState state, Answers answers, int level, Instant now) {
    SurveyResult result = answers.result();
    jdbc.sql(
            "UPDATE survey SET state = :state, lease_until = NULL, due_at = NULL, rank_at = NULL,"
                + " give_up_at = NULL, channel = :channel, solved = :solved,"
                + " satisfaction = :satisfaction, attitude = :attitude, speed = :speed,"
                + " result = :result, recommendation = :recommendation,"
                + " dissatisfied = :dissatisfied, level = :level, settled_at = :now WHERE id = :id")
        .param("state", state.code())
        .param("channel", state == SurveyState.UNREACHED ? "" : channel(answers))
        .param("solved", answers.value(Item.SOLVED))
        .param("satisfaction", answers.number(Item.SATISFACTION).orElse(null))
        .param("attitude", answers.number(Item.ATTITUDE).orElse(null))
        .param("speed", answers.number(Item.SPEED).orElse(null))
        .param("result", answers.number(Item.RESULT).orElse(null))
        .param("recommendation", answers.number(Item.RECOMMENDATION).orElse(null))
        .param("dissatisfied", result.dissatisfied())
        .param("level", level)
        .param("now", Utc.column(now))
        .param("id", id)
        .update();
  }

  private static String channel(Answers answers) {
    return answers.last().map(said -> said.channel().code()).orElse("");
  }

  /** Those who count as unreached from now on, the longest waiting first. */
  public List<Long> toGiveUp(Instant now, int most) {
    return jdbc.sql(
            "SELECT id FROM survey WHERE state = 'planned' AND give_up_at <= :now"
                + " ORDER BY give_up_at, id LIMIT :most")
        .param("now", Utc.column(now))
        .param("most", most)
        .query(Long.class)
        .list();
  }

  private static Survey row(ResultSet row, int n) throws SQLException {
    long estate = row.getLong("estate_id");
    EstateId where = row.wasNull() ? null : new EstateId(estate);
    return new Survey(
        row.getLong("id"),
        new TicketNumber(row.getLong("ticket")),
        row.getInt("round"),
        where,
        Coded.of(SurveyState.class, Objects.requireNonNull(row.getString("state"))),
        row.getBoolean("urgent"),
        Utc.instantOrNull(row, "due_at"),
        Utc.instantOrNull(row, "give_up_at"),
        row.getInt("attempts"),
        Utc.instantOrNull(row, "first_call_at"));
  }
}
