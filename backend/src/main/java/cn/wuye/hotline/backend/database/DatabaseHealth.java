package cn.wuye.hotline.backend.database;

import java.time.Duration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Whether the database answers, how fast, and whether its tables are those of this version. */
@Component("databaseHealthIndicator")
final class DatabaseHealth implements HealthIndicator {
  private static final Status DEGRADED = new Status("DEGRADED");
  private static final Duration SLOW = Duration.ofMillis(200);

  private final JdbcClient jdbc;
  private final SchemaMigration schema;

  DatabaseHealth(JdbcClient jdbc, SchemaMigration schema) {
    this.jdbc = jdbc;
    this.schema = schema;
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
    if (!schema.problem().isEmpty()) {
      return Health.status(DEGRADED)
          .withDetail("tone", "down")
          .withDetail("state", "schema")
          .withDetail("problem", schema.problem())
          .build();
    }
    Duration took = Duration.ofNanos(System.nanoTime() - begin);
    boolean slow = took.compareTo(SLOW) > 0;
    return Health.status(slow ? DEGRADED : Status.UP)
        .withDetail("state", slow ? "slow" : "ok")
        .withDetail("milliseconds", took.toMillis())
        .build();
  }
}
