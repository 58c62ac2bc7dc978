package cn.wuye.hotline.backend.queue;

import cn.wuye.hotline.backend.persistence.Utc;
import java.time.Clock;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Lends agents to one queue for a while. Every node brings it to its Asterisk at its next round,
 * within seconds. Who may do so, and that it is written down, is the caller's.
 */
@Component
public class Lending {
  private final JdbcClient jdbc;
  private final Clock clock;

  Lending(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * From now on she is in that queue alone; what was before is void.
   *
   * @param extension of a phone that there is
   * @param queue code of a queue that there is
   * @param by login of who lends her
   */
  public void lend(String extension, String queue, Instant until, String by) {
    jdbc.sql(
            "INSERT INTO agent_lent (extension, queue_code, until_at, lent_by, lent_at)"
                + " VALUES (:extension, :queue, :until, :by, :now) ON DUPLICATE KEY UPDATE"
                + " queue_code = :queue, until_at = :until, lent_by = :by, lent_at = :now")
        .param("extension", extension)
        .param("queue", queue)
        .param("until", Utc.column(until))
        .param("by", by)
        .param("now", Utc.column(Utc.now(clock)))
        .update();
  }

  /** She is where her skills want her; false when she was lent to nobody. */
  public boolean giveBack(String extension) {
    return jdbc.sql("DELETE FROM agent_lent WHERE extension = :extension")
            .param("extension", extension)
            .update()
        > 0;
  }
}
