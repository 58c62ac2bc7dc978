package cn.wuye.hotline.backend.message.outbox;

import cn.wuye.hotline.backend.persistence.Utc;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Whether messages get through: some were not sent within the last day and nobody has looked after
 * them, or some are late. Unknown while the database is away: that is told elsewhere.
 */
@Component("messagesHealthIndicator")
final class MessagesHealth implements HealthIndicator {
  private static final Status DEGRADED = new Status("DEGRADED");
  private static final Duration RECENT = Duration.ofHours(24);
  private static final Duration LATE = Duration.ofMinutes(15);

  private final JdbcClient jdbc;
  private final Clock clock;

  MessagesHealth(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public Health health() {
    try {
      long dead =
          jdbc.sql(
                  "SELECT COUNT(*) FROM outgoing_message"
                      + " WHERE state = ? AND changed_at > ? AND aside_at IS NULL")
              .params(MessageState.DEAD.code(), Utc.column(clock.instant().minus(RECENT)))
              .query(Long.class)
              .single();
      long late =
          jdbc.sql("SELECT COUNT(*) FROM outgoing_message WHERE state = ? AND next_attempt_at < ?")
              .params(MessageState.WAITING.code(), Utc.column(clock.instant().minus(LATE)))
              .query(Long.class)
              .single();
      return Health.status(dead + late == 0 ? Status.UP : DEGRADED)
          .withDetail("state", late > 0 ? "late" : dead > 0 ? "dead" : "ok")
          .withDetail("dead", dead)
          .withDetail("late", late)
          .build();
    } catch (DataAccessException | TransactionException away) {
      return Health.unknown().build();
    }
  }
}
