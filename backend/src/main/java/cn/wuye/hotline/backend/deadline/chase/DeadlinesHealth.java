package cn.wuye.hotline.backend.deadline.chase;

import cn.wuye.hotline.backend.health.NodeFacts;
import cn.wuye.hotline.backend.persistence.Utc;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Whether deadlines are watched, by whichever node. Unknown while the database is away, which is
 * told elsewhere, and on a node that takes no part.
 */
@Component("deadlinesHealthIndicator")
final class DeadlinesHealth implements HealthIndicator {
  private static final Status DEGRADED = new Status("DEGRADED");
  private static final Duration LATE = Duration.ofMinutes(5);

  private final EscalationRows rows;
  private final DeadlineProperties properties;
  private final Clock clock;
  private final Instant began;

  DeadlinesHealth(EscalationRows rows, DeadlineProperties properties, Clock clock) {
    this.rows = rows;
    this.properties = properties;
    this.clock = clock;
    this.began = Utc.now(clock);
  }

  @Override
  public Health health() {
    if (!properties.jobs()) {
      return Health.unknown().build();
    }
    try {
      Instant round = Objects.requireNonNullElse(rows.lastRun(), began);
      Duration since = Duration.between(round, Utc.now(clock));
      boolean late = since.compareTo(LATE) > 0;
      boolean failed = rows.jobFailed();
      return Health.status(late || failed ? DEGRADED : Status.UP)
          .withDetail(NodeFacts.STATE, failed ? "failed" : late ? "late" : "ok")
          .withDetail("minutes", since.toMinutes())
          .build();
    } catch (DataAccessException | TransactionException away) {
      return Health.unknown().build();
    }
  }
}
