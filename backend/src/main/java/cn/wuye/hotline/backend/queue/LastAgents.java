package cn.wuye.hotline.backend.queue;

import cn.wuye.hotline.backend.persistence.Columns;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.resident.NumberHash;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who talked with a number last; for whom that matters is {@code router.queue}'s to say. */
@Component
public class LastAgents {
  /** No rule looks further back. */
  private static final Duration KEPT = Duration.ofDays(30);

  private static final int LONGEST_EXTENSION = 10;

  private final JdbcClient jdbc;
  private final NumberHash hash;

  LastAgents(JdbcClient jdbc, NumberHash hash) {
    this.jdbc = jdbc;
    this.hash = hash;
  }

  /**
   * A talk.
   *
   * @param agent extension
   */
  public record Talk(String agent, Instant at) {}

  /** They have talked; a number that somebody has put into a queue by hand is no agent's. */
  public void talked(PhoneNumber number, String agent, Instant at) {
    if (agent.length() > LONGEST_EXTENSION) {
      return;
    }
    jdbc.sql(
            "INSERT INTO last_agent (number, agent, talked_at) VALUES (:number, :agent, :at)"
                + " ON DUPLICATE KEY UPDATE agent = :agent, talked_at = :at")
        .param("number", hash.of(number))
        .param("agent", agent)
        .param("at", Utc.column(at))
        .update();
  }

  /** The last talk with a number. */
  public Optional<Talk> of(PhoneNumber number) {
    return jdbc.sql("SELECT agent, talked_at FROM last_agent WHERE number = ?")
        .param(hash.of(number))
        .query((row, n) -> new Talk(Columns.text(row, "agent"), Utc.instant(row, "talked_at")))
        .optional();
  }

  /** Forgets what matters no more; returns how much. */
  int forget(Instant now, int most) {
    return jdbc.sql("DELETE FROM last_agent WHERE talked_at < ? LIMIT ?")
        .params(Utc.column(now.minus(KEPT)), most)
        .update();
  }
}
