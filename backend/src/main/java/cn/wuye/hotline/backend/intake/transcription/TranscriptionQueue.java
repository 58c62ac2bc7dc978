package cn.wuye.hotline.backend.intake.transcription;

import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.ivr.conversation.CallId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The calls whose tickets wait for a transcript, as the database has them. */
class TranscriptionQueue {
  /** What nobody could transcribe in this time was listened to by a person. */
  private static final Duration OLDEST = Duration.ofDays(30);

  /** Another node's call is left to that node for so long. */
  private static final Duration OTHER_NODES = Duration.ofHours(1);

  private static final int MOST = 20;

  private final JdbcClient jdbc;
  private final String node;

  TranscriptionQueue(JdbcClient jdbc, String node) {
    this.jdbc = jdbc;
    this.node = node;
  }

  /**
   * The next calls, the oldest first.
   *
   * @param engine calls that it has transcribed already are left out, whatever came of it
   */
  List<CallId> next(String engine, Instant now) {
    return jdbc.sql(
            """
            SELECT t.call_id
              FROM (SELECT call_id, opened_at FROM ticket
                     WHERE needs_transcript = TRUE AND opened_at > :oldest
                    UNION ALL
                    SELECT call_id, called_at FROM call_addition
                     WHERE needs_transcript = TRUE AND called_at > :oldest) t
              JOIN call_record c ON c.call_id = t.call_id
             WHERE c.ended_at IS NOT NULL AND (c.node = :node OR c.ended_at < :others)
               AND EXISTS (SELECT 1 FROM recording r
                            WHERE r.call_id = t.call_id AND r.kind IN ('caller', 'message'))
               AND NOT EXISTS (SELECT 1 FROM recording r JOIN transcript x ON x.recording_id = r.id
                                WHERE r.call_id = t.call_id AND x.engine = :engine)
             ORDER BY t.opened_at
             LIMIT :most
            """)
        .param("oldest", Utc.column(now.minus(OLDEST)))
        .param("node", node)
        .param("others", Utc.column(now.minus(OTHER_NODES)))
        .param("engine", engine)
        .param("most", MOST)
        .query((row, i) -> new CallId(row.getString("call_id")))
        .list();
  }
}
