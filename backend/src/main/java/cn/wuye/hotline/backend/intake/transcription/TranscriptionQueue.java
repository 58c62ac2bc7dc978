package cn.wuye.hotline.backend.intake.transcription;

import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.ivr.conversation.CallId;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The calls whose tickets wait for a transcript, as the database has them. */
class TranscriptionQueue {
  /** What nobody could transcribe in this time was listened to by a person. */
  private static final Duration OLDEST = Duration.ofDays(30);

  /** Another node's call is left to that node for so long. */
  static final Duration OTHER_NODES = Duration.ofHours(1);

  /** A second opinion that could not be had in this time is of no use any more. */
  private static final Duration SECOND_OPINIONS = Duration.ofDays(2);

  private static final int MOST = 20;

  private final JdbcClient jdbc;
  private final String node;

  TranscriptionQueue(JdbcClient jdbc, String node) {
    this.jdbc = jdbc;
    this.node = node;
  }

  /**
   * The next calls: those that are waited for, the oldest first, then second opinions, the newest
   * first, so that a recording which cannot be heard keeps nobody waiting.
   *
   * @param engines calls that one of them has transcribed already are left out, whatever came of it
   * @param givenUp calls that are not tried again
   * @param secondOpinions whether calls that nobody waits for are wanted, too
   */
  List<Untranscribed> next(
      List<String> engines, List<String> givenUp, boolean secondOpinions, Instant now) {
    return jdbc.sql(
            """
            SELECT t.call_id, MAX(c.caller) AS caller, MAX(t.awaited) AS awaited
              FROM (SELECT call_id, opened_at, 1 AS awaited FROM ticket
                     WHERE needs_transcript = TRUE AND opened_at > :oldest
                    UNION ALL
                    SELECT call_id, called_at, 1 FROM call_addition
                     WHERE needs_transcript = TRUE AND called_at > :oldest
                    UNION ALL
                    SELECT call_id, answered_at, 0 FROM call_record
                     WHERE :second = 1 AND answered_at > :lately) t
              JOIN call_record c ON c.call_id = t.call_id
             WHERE c.call_id NOT IN (:givenUp) AND c.ended_at IS NOT NULL AND (c.node = :node OR c.ended_at < :others)
               AND EXISTS (SELECT 1 FROM recording r
                            WHERE r.call_id = t.call_id AND r.kind IN ('caller', 'message'))
               AND NOT EXISTS (SELECT 1 FROM recording r JOIN transcript x ON x.recording_id = r.id
                                WHERE r.call_id = t.call_id AND r.kind IN ('caller', 'message')
                                  AND x.engine IN (:engines))
             GROUP BY t.call_id
             ORDER BY awaited DESC,
                      CASE WHEN MAX(t.awaited) = 1 THEN MIN(t.opened_at) END,
                      MIN(t.opened_at) DESC
             LIMIT :most
            """)
        .param("oldest", Utc.column(now.minus(OLDEST)))
        .param("node", node)
        .param("others", Utc.column(now.minus(OTHER_NODES)))
        .param("second", secondOpinions ? 1 : 0)
        .param("lately", Utc.column(now.minus(SECOND_OPINIONS)))
        .param("engines", engines)
        // No call has this id: a list must have something in it.
        .param("givenUp", givenUp.isEmpty() ? List.of("") : givenUp)
        .param("most", MOST)
        .query(
            (row, i) ->
                new Untranscribed(
                    new CallId(row.getString("call_id")),
                    Optional.ofNullable(row.getString("caller")).map(PhoneNumber::new),
                    row.getBoolean("awaited")))
        .list();
  }
}
