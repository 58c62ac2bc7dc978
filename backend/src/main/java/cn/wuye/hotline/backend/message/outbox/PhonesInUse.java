package cn.wuye.hotline.backend.message.outbox;

import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.resident.NumberHash;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whom somebody is phoning: one call to a number at a time, over all nodes. */
@Component
class PhonesInUse {
  private final JdbcClient jdbc;
  private final NumberHash hash;
  private final Clock clock;

  PhonesInUse(JdbcClient jdbc, NumberHash hash, Clock clock) {
    this.jdbc = jdbc;
    this.hash = hash;
    this.clock = clock;
  }

  /**
   * Takes the number for the time of a lease; false when it is being called.
   *
   * @param lease not shorter than the call can be
   */
  boolean take(PhoneNumber number, Claimed message, Duration lease) {
    Instant now = Utc.now(clock);
    jdbc.sql(
            "INSERT INTO phone_in_use (number, message_id, claim, until_at) VALUES (?, 0, 0, ?)"
                + " ON DUPLICATE KEY UPDATE number = number")
        .params(hash.of(number), Utc.column(now))
        .update();
    return jdbc.sql(
                "UPDATE phone_in_use SET message_id = :message, claim = :claim, until_at = :until"
                    + " WHERE number = :number AND until_at <= :now")
            .param("message", message.id())
            .param("claim", message.claim())
            .param("until", Utc.column(now.plus(lease)))
            .param("number", hash.of(number))
            .param("now", Utc.column(now))
            .update()
        == 1;
  }

  /** The call is over; of a number that somebody else has by now nothing changes. */
  void release(PhoneNumber number, Claimed message) {
    jdbc.sql("DELETE FROM phone_in_use WHERE number = ? AND message_id = ? AND claim = ?")
        .params(hash.of(number), message.id(), message.claim())
        .update();
  }
}
