package cn.wuye.hotline.backend.database;

import java.time.Duration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Whether the database answers, and how fast. */
@Component("databaseHealthIndicator")
final class DatabaseHealth implements HealthIndicator {
  private static final Status DEGRADED = new Status("DEGRADED");
  private static final Duration SLOW = Duration.ofMillis(200);

  private final JdbcClient jdbc;

  DatabaseHealth(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Health health() {
    long begin = System.nanoTime();
    try {
      jdbc.sql("SELECT 1").query(Integer.class).single();
    } catch (DataAccessException | TransactionException away) {
      // Not down: the node answers calls without it.
      return Health.status(DEGRADED).withDetail("tone", "down").withDetail("state", "down").build();
    }
    Duration took = Duration.ofNanos(System.nanoTime() - begin);
    boolean slow = took.compareTo(SLOW) > 0;
    return Health.status(slow ? DEGRADED : Status.UP)
        .withDetail("state", slow ? "slow" : "ok")
        .withDetail("milliseconds", took.toMillis())
        .build();
  }
}
