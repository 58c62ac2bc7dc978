package cn.wuye.hotline.backend.desk;

import cn.wuye.hotline.backend.persistence.Utc;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Removes what desks have left when its time is over. Several nodes may do it at once. */
final class OldDesks {
  /** What was typed and never handed in; the call itself has its ticket without it. */
  static final Duration DRAFTS = Duration.ofDays(90);

  /** Whose call it was. */
  static final Duration CALLS = Duration.ofDays(1095);

  /** What supervisors have written; the audit keeps that they did. */
  static final Duration MESSAGES = Duration.ofDays(90);

  private static final int AT_ONCE = 1000;

  private final JdbcClient jdbc;
  private final Clock clock;

  OldDesks(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  void remove() {
    Instant now = clock.instant();
    remove("DELETE FROM desk_draft WHERE saved_at < :before LIMIT :most", now.minus(DRAFTS));
    remove("DELETE FROM desk_call WHERE rung_at < :before LIMIT :most", now.minus(CALLS));
    remove("DELETE FROM desk_message WHERE sent_at < :before LIMIT :most", now.minus(MESSAGES));
  }

  private void remove(String sql, Instant before) {
    int removed;
    do {
      removed = jdbc.sql(sql).param("before", Utc.column(before)).param("most", AT_ONCE).update();
    } while (removed == AT_ONCE);
  }
}
