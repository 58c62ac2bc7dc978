package cn.wuye.hotline.backend.survey.store;

import cn.wuye.hotline.backend.persistence.Coded;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.resident.NumberKey;
import cn.wuye.hotline.backend.survey.CallOutcome;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Surveys that somebody was phoned for in vain and may answer in a call of her own; which call that
 * is stands with the survey, for the time of a lease.
 */
@Component
public class BackRows {
  /** The codes of how a call in vain ends. */
  public static final List<String> IN_VAIN =
      Stream.of(
              CallOutcome.HUNG_UP,
              CallOutcome.POSTPONED,
              CallOutcome.BUSY,
              CallOutcome.NO_ANSWER,
              CallOutcome.REJECTED,
              CallOutcome.UNREACHABLE,
              CallOutcome.MACHINE,
              CallOutcome.LOST)
          .map(Coded::code)
          .toList();

  private final JdbcClient jdbc;

  BackRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A call in vain, or one of which nobody knows yet.
   *
   * @param calledAt when it was placed
   * @param ended false while it goes on
   */
  public record Missed(long survey, int attempt, Instant calledAt, boolean ended) {}

  /** A survey that is held by a call that came in. */
  public record Held(long survey, String call) {}

  /**
   * The last call to a number whose survey still waits. Not of who wants no surveys, has another's
   * number, has said in a later call of her own that it does not suit her, or is on the line for
   * it.
   */
  public Optional<Missed> missed(PhoneNumber number, Instant since, Instant now) {
    return jdbc.sql(
            "SELECT s.id, a.number, a.placed_at, a.outcome FROM ticket t JOIN survey s ON s.ticket = t.number"
                + " JOIN survey_attempt a ON a.survey_id = s.id"
                + " WHERE t.reporter_phone IN (:numbers)"
                + " AND s.state IN (:open)"
                + " AND (s.back_until IS NULL OR s.back_until <= :now)"
                + " AND a.placed_at > :since AND (a.outcome IS NULL OR a.outcome IN (:vain))"
                + " AND NOT EXISTS (SELECT 1 FROM survey_attempt o WHERE o.survey_id = s.id"
                + " AND o.outcome IN ('stranger', 'declined'))"
                + " AND NOT EXISTS (SELECT 1 FROM survey_answer w WHERE w.survey_id = s.id"
                + " AND w.channel = 'callback' AND w.item = 'postponed' AND w.at > a.placed_at)"
                + " ORDER BY a.placed_at DESC, a.survey_id LIMIT 1")
        .param("open", SurveyState.OPEN)
        .param("numbers", NumberKey.spellings(number))
        .param("vain", IN_VAIN)
        .param("since", Utc.column(since))
        .param("now", Utc.column(now))
        .query(
            (row, n) ->
                new Missed(
                    row.getLong("id"),
                    row.getInt("number"),
                    Utc.instant(row, "placed_at"),
                    row.getString("outcome") != null))
        .optional();
  }

  /** Takes it for a call that came in; of several who try, one does. */
  public boolean take(long survey, String call, Instant now, Instant until) {
    return jdbc.sql(
                "UPDATE survey SET state = 'calling', back_call = :call, back_until = :until"
                    + " WHERE id = :id AND state IN (:open)"
                    + " AND (back_until IS NULL OR back_until <= :now)")
            .param("call", call)
            .param("open", SurveyState.OPEN)
            .param("until", Utc.column(until))
            .param("now", Utc.column(now))
            .param("id", survey)
            .update()
        > 0;
  }

  /** Whether such a call goes on; the survey is locked. */
  public boolean goesOn(long survey) {
    return holder(survey).isPresent();
  }

  /** Whether this call goes on. Waits for whoever gives it up at this moment. */
  public boolean holds(long survey, String call) {
    jdbc.sql("SELECT id FROM survey WHERE id = ? FOR UPDATE")
        .param(survey)
        .query(Long.class)
        .optional();
    return holder(survey).filter(call::equals).isPresent();
  }

  private Optional<String> holder(long survey) {
    return jdbc.sql(
            "SELECT back_call FROM survey WHERE id = ? AND state = 'calling'"
                + " AND back_call IS NOT NULL")
        .param(survey)
        .query(String.class)
        .optional();
  }

  /** A call of ours for it has ended meanwhile; the survey is locked. */
  public void attemptOver(long survey) {
    jdbc.sql("UPDATE survey SET lease_until = NULL WHERE id = ?").param(survey).update();
  }

  /** The call is over; false when it held the survey no more. The survey is locked. */
  public boolean release(long survey, String call) {
    return jdbc.sql(
                "UPDATE survey SET back_call = NULL, back_until = NULL"
                    + " WHERE id = ? AND back_call = ?")
            .params(survey, call)
            .update()
        > 0;
  }

  /** Calls whose lease is over: their node died in them. */
  public List<Held> lost(Instant now, int most) {
    return jdbc.sql(
            "SELECT id, back_call FROM survey WHERE state = 'calling' AND back_call IS NOT NULL"
                + " AND back_until <= :now ORDER BY back_until, id LIMIT :most")
        .param("now", Utc.column(now))
        .param("most", most)
        .query(
            (row, n) ->
                new Held(row.getLong("id"), Objects.requireNonNull(row.getString("back_call"))))
        .list();
  }
}
