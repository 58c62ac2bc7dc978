package cn.wuye.hotline.backend.poll.store;

import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.persistence.Coded;
import cn.wuye.hotline.backend.persistence.Columns;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.poll.AgeRange;
import cn.wuye.hotline.backend.poll.AskedState;
import cn.wuye.hotline.backend.poll.PollSample.Candidate;
import cn.wuye.hotline.backend.resident.NumberKey;
import cn.wuye.hotline.backend.survey.store.BackRows;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of those who were drawn. */
@Component
public class PollResidentRows {
  private static final String SELECT =
      "SELECT id, poll_id, resident_id, estate_id, state, attempts FROM poll_resident ";

  private final JdbcClient jdbc;
  private final JdbcTemplate template;

  PollResidentRows(JdbcClient jdbc, JdbcTemplate template) {
    this.jdbc = jdbc;
    this.template = template;
  }

  /**
   * One who is due.
   *
   * @param asked whether she has named the time herself
   */
  public record Due(PollResident who, Instant due, boolean asked) {}

  /**
   * One who was phoned in vain.
   *
   * @param calledAt when the call was placed
   */
  public record Missed(PollResident who, Instant calledAt) {}

  /**
   * Who may be drawn: lives there now, has a number, wants surveys, and is of such an age.
   *
   * @param year the present one
   */
  public List<Candidate> candidates(List<EstateId> estates, AgeRange ages, int year) {
    String born = ages.any() ? "" : " AND r.birth_year BETWEEN :bornFrom AND :bornUntil";
    return jdbc.sql(
            "SELECT d.resident_id, d.estate_id, p.number FROM resident_dwelling d"
                + " JOIN resident r ON r.id = d.resident_id"
                + " JOIN resident_phone p ON p.resident_id = d.resident_id AND p.position = 0"
                + " LEFT JOIN resident_survey w ON w.resident_id = d.resident_id"
                + " WHERE d.position = 0 AND d.estate_id IN (:estates)"
                + " AND COALESCE(w.no_surveys, FALSE) = FALSE"
                + born)
        .param("estates", estates.stream().map(EstateId::value).toList())
        .param("bornFrom", ages.bornFrom(year))
        .param("bornUntil", ages.bornUntil(year))
        .query(
            (row, n) ->
                new Candidate(
                    row.getLong("resident_id"),
                    new EstateId(row.getLong("estate_id")),
                    NumberKey.of(new PhoneNumber(Columns.text(row, "number")))))
        .list();
  }

  /**
   * One who is drawn.
   *
   * @param due when she is asked
   */
  public record Drawn(Candidate who, Instant due) {}

  /** These are drawn: their ids rise in this order. */
  public void add(long poll, List<Drawn> drawn) {
    template.batchUpdate(
        "INSERT INTO poll_resident (poll_id, resident_id, estate_id, state, due_at)"
            + " VALUES (?, ?, ?, 'planned', ?)",
        drawn.stream()
            .map(
                each ->
                    new Object[] {
                      poll,
                      each.who().resident(),
                      each.who().estate().value(),
                      Utc.column(each.due())
                    })
            .toList());
  }

  /** The one with this id. */
  public Optional<PollResident> find(long id) {
    return jdbc.sql(SELECT + "WHERE id = ?").param(id).query(PollResidentRows::row).optional();
  }

  /** The same, and nobody else changes her row until the transaction ends. */
  public Optional<PollResident> locked(long id) {
    return jdbc.sql(SELECT + "WHERE id = ? FOR UPDATE")
        .param(id)
        .query(PollResidentRows::row)
        .optional();
  }

  /** Those of running polls who are due, the longest first. */
  public List<Due> due(Instant now, int most) {
    return jdbc.sql(
            "SELECT r.id, r.poll_id, r.resident_id, r.estate_id, r.state, r.attempts, r.due_at,"
                + " r.asked_for FROM poll_resident r JOIN poll p ON p.id = r.poll_id"
                + " WHERE r.state = 'planned' AND r.due_at <= :now AND p.state = 'running'"
                + " AND (p.channel = 'phone' OR (p.channel = 'both' AND r.invited_at IS NOT NULL))"
                + " ORDER BY r.due_at, r.id LIMIT :most")
        .param("now", Utc.column(now))
        .param("most", most)
        .query(
            (row, n) ->
                new Due(
                    row(row, n), Utc.instant(row, "due_at"), row.getObject("asked_for") != null))
        .list();
  }

  /** Those of running polls with a page whose message is due, the longest first. */
  public List<Long> toInvite(Instant now, int most) {
    return jdbc.sql(
            "SELECT r.id FROM poll_resident r JOIN poll p ON p.id = r.poll_id"
                + " WHERE r.state = 'planned' AND r.due_at <= :now AND r.invited_at IS NULL"
                + " AND p.state = 'running' AND p.channel IN ('page', 'both')"
                + " ORDER BY r.due_at, r.id LIMIT :most")
        .param("now", Utc.column(now))
        .param("most", most)
        .query(Long.class)
        .list();
  }

  /**
   * She has her message; her row is locked.
   *
   * @param phoned when she is phoned unless she has answered; null for never
   * @return false when she had it before, or is not asked any more
   */
  public boolean invited(long id, Instant now, @Nullable Instant phoned) {
    return jdbc.sql(
                "UPDATE poll_resident SET invited_at = :now, due_at = :phoned"
                    + " WHERE id = :id AND state = 'planned' AND invited_at IS NULL")
            .param("now", Utc.column(now))
            .param("phoned", Utc.columnOrNull(phoned))
            .param("id", id)
            .update()
        == 1;
  }

  /** For which poll a resident has a message and has not answered; the latest. */
  public Optional<PollResident> invitedLast(long resident) {
    return jdbc.sql(
            SELECT
                + "WHERE resident_id = ? AND invited_at IS NOT NULL"
                + " AND state IN ('planned', 'calling') ORDER BY invited_at DESC, id DESC LIMIT 1")
        .param(resident)
        .query(PollResidentRows::row)
        .optional();
  }

  /**
   * The last call in vain to a number, for a poll that goes on. Not of who has said since, in a
   * call of her own, that it does not suit her.
   */
  public Optional<Missed> missed(PhoneNumber number, Instant since) {
    return jdbc.sql(
            "SELECT r.id, r.poll_id, r.resident_id, r.estate_id, r.state, r.attempts, a.placed_at"
                + " FROM resident_phone n JOIN poll_resident r ON r.resident_id = n.resident_id"
                + " JOIN poll p ON p.id = r.poll_id"
                + " JOIN poll_attempt a ON a.asked_id = r.id AND a.number = r.attempts"
                + " WHERE n.number IN (:numbers) AND n.position = 0"
                + " AND r.state = 'planned' AND p.state = 'running'"
                + " AND a.placed_at > :since AND a.outcome IN (:vain)"
                + " AND NOT EXISTS (SELECT 1 FROM poll_answer w WHERE w.asked_id = r.id"
                + " AND w.item = 'postponed' AND w.at > a.placed_at"
                + " AND w.source NOT LIKE 'poll-%')"
                + " ORDER BY a.placed_at DESC, r.id LIMIT 1")
        .param("numbers", NumberKey.spellings(number))
        .param("vain", BackRows.IN_VAIN)
        .param("since", Utc.column(since))
        .query((row, n) -> new Missed(row(row, n), Utc.instant(row, "placed_at")))
        .optional();
  }

  /** She is phoned no sooner; false when she is not planned any more. */
  public boolean notBefore(long id, Instant least) {
    return jdbc.sql(
                "UPDATE poll_resident SET due_at = GREATEST(due_at, :least)"
                    + " WHERE id = :id AND state = 'planned'")
            .param("least", Utc.column(least))
            .param("id", id)
            .update()
        == 1;
  }

  /** Takes one who is due; of several who try, one does. */
  public boolean take(long id, String node, Instant now, Instant until) {
    return jdbc.sql(
                "UPDATE poll_resident SET state = 'calling', attempts = attempts + 1, node = :node,"
                    + " lease_until = :until WHERE id = :id AND state = 'planned'"
                    + " AND due_at <= :now"
                    + " AND poll_id IN (SELECT p.id FROM poll p WHERE p.state = 'running'"
                    + " AND (p.channel = 'phone'"
                    + " OR (p.channel = 'both' AND poll_resident.invited_at IS NOT NULL)))")
            .param("node", node)
            .param("until", Utc.column(until))
            .param("id", id)
            .param("now", Utc.column(now))
            .update()
        == 1;
  }

  /** A planned call is moved, unless somebody has changed it since it was due then. */
  public void move(long id, Instant from, Instant to) {
    jdbc.sql(
            "UPDATE poll_resident SET due_at = :to"
                + " WHERE id = :id AND state = 'planned' AND due_at = :from")
        .param("to", Utc.column(to))
        .param("id", id)
        .param("from", Utc.column(from))
        .update();
  }

  /**
   * She is called again; her row is locked.
   *
   * @param asked the time she has named; null for none
   */
  public void again(long id, Instant due, @Nullable Instant asked) {
    jdbc.sql(
            "UPDATE poll_resident SET state = 'planned', lease_until = NULL, due_at = :due,"
                + " asked_for = :asked WHERE id = :id")
        .param("due", Utc.column(due))
        .param("asked", Utc.columnOrNull(asked))
        .param("id", id)
        .update();
  }

  /** Nothing more comes of her; her row is locked. */
  public void settle(long id, AskedState state, Instant now) {
    jdbc.sql(
            "UPDATE poll_resident SET state = :state, lease_until = NULL, due_at = NULL,"
                + " settled_at = :now WHERE id = :id")
        .param("state", state.code())
        .param("now", Utc.column(now))
        .param("id", id)
        .update();
  }

  /** The poll is over: who waits is asked no more. Calls that go on end as they end. */
  public void over(long poll, Instant now) {
    jdbc.sql(
            "UPDATE poll_resident SET state = CASE WHEN attempts > 0 OR invited_at IS NOT NULL"
                + " THEN 'unreached'"
                + " ELSE 'not-asked' END, due_at = NULL, settled_at = :now"
                + " WHERE poll_id = :poll AND state = 'planned'")
        .param("now", Utc.column(now))
        .param("poll", poll)
        .update();
  }

  private static PollResident row(ResultSet row, int n) throws SQLException {
    return new PollResident(
        row.getLong("id"),
        row.getLong("poll_id"),
        row.getObject("resident_id", Long.class),
        new EstateId(row.getLong("estate_id")),
        Coded.of(AskedState.class, Columns.text(row, "state")),
        row.getInt("attempts"));
  }
}
