package cn.wuye.hotline.backend.intake.transcription;

import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.ivr.conversation.CallId;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The calls whose talks with agents have no text yet, as the database has them. */
class TalkQueue {
  /** A weekend without a model is made up for. */
  private static final Duration OLDEST = Duration.ofDays(3);

  private final JdbcClient jdbc;
  private final String node;

  TalkQueue(JdbcClient jdbc, String node) {
    this.jdbc = jdbc;
    this.node = node;
  }

  /**
   * A call whose talk is to be heard.
   *
   * @param caller empty when it is not known who called
   */
  record Talk(CallId call, Optional<PhoneNumber> caller) {}

  /**
   * The newest of this node: somebody may still be writing its ticket. Another node's when that one
   * has left it undone ({@link TranscriptionQueue#OTHER_NODES}). A text that a stand-in has heard
   * does not count.
   *
   * @param putAside ids of calls that are not tried now
   */
  Optional<Talk> next(List<String> putAside, Instant now) {
    return jdbc.sql(
            """
            SELECT c.call_id, c.caller
              FROM call_record c JOIN recording r ON r.call_id = c.call_id AND r.kind = 'talk'
             WHERE c.answered_at > :oldest AND c.ended_at IS NOT NULL
               AND (c.node = :node OR c.ended_at < :others) AND c.call_id NOT IN (:putAside)
               AND NOT EXISTS (SELECT 1 FROM transcript x
                                WHERE x.recording_id = r.id AND x.engine NOT LIKE :standIn)
             ORDER BY c.answered_at DESC
             LIMIT 1
            """)
        .param("oldest", Utc.column(now.minus(OLDEST)))
        .param("node", node)
        .param("others", Utc.column(now.minus(TranscriptionQueue.OTHER_NODES)))
        // No call has this id: a list must have something in it.
        .param("putAside", putAside.isEmpty() ? List.of("") : putAside)
        .param("standIn", "%" + Engines.STAND_IN)
        .query(
            (row, i) ->
                new Talk(
                    new CallId(row.getString("call_id")),
                    Optional.ofNullable(row.getString("caller")).map(PhoneNumber::new)))
        .optional();
  }
}
