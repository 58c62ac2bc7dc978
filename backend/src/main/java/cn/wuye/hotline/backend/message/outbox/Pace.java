package cn.wuye.hotline.backend.message.outbox;

import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.resident.NumberHash;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** One ordinary message to a resident within some time, over all nodes. */
@Component
class Pace {
  private final JdbcClient jdbc;
  private final NumberHash hash;
  private final Duration pace;
  private final Clock clock;

  Pace(JdbcClient jdbc, NumberHash hash, OutboxProperties properties, Clock clock) {
    this.jdbc = jdbc;
    this.hash = hash;
    this.pace = properties.pace();
    this.clock = clock;
  }

  /** When this message may be sent to that address: now, and then others wait; or later. */
  Instant take(String address, long message) {
    Instant now = Utc.now(clock);
    if (pace.isZero()) {
      return now;
    }
    String recipient = hash.of("message:" + address);
    jdbc.sql(
            "INSERT INTO message_pace (recipient, message_id, free_at) VALUES (?, ?, ?)"
                + " ON DUPLICATE KEY UPDATE recipient = recipient")
        .params(recipient, message, Utc.column(now))
        .update();
    int taken =
        jdbc.sql(
                "UPDATE message_pace SET message_id = :message, free_at = :next"
                    + " WHERE recipient = :recipient"
                    + " AND (free_at <= :now OR message_id = :message)")
            .param("message", message)
            .param("next", Utc.column(now.plus(pace)))
            .param("recipient", recipient)
            .param("now", Utc.column(now))
            .update();
    return taken == 1
        ? now
        : jdbc.sql("SELECT free_at FROM message_pace WHERE recipient = ?")
            .param(recipient)
            .query((row, n) -> Utc.instant(row, "free_at"))
            .single();
  }
}
