package cn.wuye.hotline.backend.outbound;

import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.resident.NumberHash;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * When numbers were called, over all nodes and whatever for. Calls that come in are none of these.
 */
@Component
public class NumberCalls {
  /** No rule looks further back. */
  static final Duration KEPT = Duration.ofDays(2);

  private final JdbcClient jdbc;
  private final NumberHash hash;

  NumberCalls(JdbcClient jdbc, NumberHash hash) {
    this.jdbc = jdbc;
    this.hash = hash;
  }

  /** A call is made, in the transaction that takes what it needs. Counted once. */
  public void called(PhoneNumber number, PhoneUse use, Instant at) {
    jdbc.sql(
            "INSERT INTO number_call (what, thing, claim, number, called_at)"
                + " VALUES (:what, :thing, :claim, :number, :at)"
                + " ON DUPLICATE KEY UPDATE number = number")
        .param("what", what(use))
        .param("thing", thing(use))
        .param("claim", use.claim())
        .param("number", hash.of(number))
        .param("at", Utc.column(at))
        .update();
  }

  /** It failed on our side: nobody was disturbed. */
  public void notMade(PhoneUse use) {
    jdbc.sql("DELETE FROM number_call WHERE what = ? AND thing = ? AND claim = ?")
        .params(what(use), thing(use), use.claim())
        .update();
  }

  /** When a number was called in the last two days. */
  public List<Instant> of(PhoneNumber number, Instant now) {
    return jdbc.sql(
            "SELECT called_at FROM number_call WHERE number = ? AND called_at > ?"
                + " ORDER BY called_at")
        .params(hash.of(number), Utc.column(now.minus(KEPT)))
        .query((row, n) -> Utc.instant(row, "called_at"))
        .list();
  }

  /** Forgets what matters no more; returns how many calls. */
  int forget(Instant now, int most) {
    return jdbc.sql("DELETE FROM number_call WHERE called_at <= ? LIMIT ?")
        .params(Utc.column(now.minus(KEPT)), most)
        .update();
  }

  private static String what(PhoneUse use) {
    if (use.message() > 0) {
      return "message";
    }
    return use.poll() > 0 ? "poll" : "survey";
  }

  private static long thing(PhoneUse use) {
    return Math.max(use.message(), Math.max(use.survey(), use.poll()));
  }
}
