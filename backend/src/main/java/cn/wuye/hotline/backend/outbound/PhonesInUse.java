package cn.wuye.hotline.backend.outbound;

import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.resident.NumberHash;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** With whom a call goes on: one with a number at a time, over all nodes and whatever for. */
@Component
public class PhonesInUse {
  private final JdbcClient jdbc;
  private final NumberHash hash;

  PhonesInUse(JdbcClient jdbc, NumberHash hash) {
    this.jdbc = jdbc;
    this.hash = hash;
  }

  /** Whether a call with that number goes on now. */
  public boolean busy(PhoneNumber number, Instant now) {
    return !busy(Set.of(number), now).isEmpty();
  }

  /** With which of these numbers a call goes on now. */
  public Set<PhoneNumber> busy(Set<PhoneNumber> numbers, Instant now) {
    if (numbers.isEmpty()) {
      return Set.of();
    }
    Set<String> inUse =
        Set.copyOf(
            jdbc.sql(
                    "SELECT number FROM phone_in_use"
                        + " WHERE number IN (:numbers) AND until_at > :now")
                .param("numbers", numbers.stream().map(hash::of).toList())
                .param("now", Utc.column(now))
                .query(String.class)
                .list());
    return numbers.stream()
        .filter(number -> inUse.contains(hash.of(number)))
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Takes the number; false when it is in use.
   *
   * @param until the end of the lease, unless it is renewed
   */
  public boolean take(PhoneNumber number, PhoneUse use, Instant now, Instant until) {
    jdbc.sql(
            "INSERT INTO phone_in_use (number, message_id, claim, until_at) VALUES (?, 0, 0, ?)"
                + " ON DUPLICATE KEY UPDATE number = number")
        .params(hash.of(number), Utc.column(now))
        .update();
    return jdbc.sql(
                "UPDATE phone_in_use SET message_id = :message, survey_id = :survey,"
                    + " poll_id = :poll, claim = :claim, until_at = :until"
                    + " WHERE number = :number AND until_at <= :now")
            .param("message", use.message())
            .param("survey", use.survey())
            .param("poll", use.poll())
            .param("claim", use.claim())
            .param("until", Utc.column(until))
            .param("number", hash.of(number))
            .param("now", Utc.column(now))
            .update()
        == 1;
  }

  /** The call goes on. */
  public void renew(PhoneNumber number, PhoneUse use, Instant until) {
    jdbc.sql(
            "UPDATE phone_in_use SET until_at = ?"
                + " WHERE number = ? AND message_id = ? AND survey_id = ? AND poll_id = ?"
                + " AND claim = ?")
        .params(
            Utc.column(until),
            hash.of(number),
            use.message(),
            use.survey(),
            use.poll(),
            use.claim())
        .update();
  }

  /** The call is over; of a number that somebody else has by now nothing changes. */
  public void release(PhoneNumber number, PhoneUse use) {
    jdbc.sql(
            "DELETE FROM phone_in_use"
                + " WHERE number = ? AND message_id = ? AND survey_id = ? AND poll_id = ?"
                + " AND claim = ?")
        .params(hash.of(number), use.message(), use.survey(), use.poll(), use.claim())
        .update();
  }
}
