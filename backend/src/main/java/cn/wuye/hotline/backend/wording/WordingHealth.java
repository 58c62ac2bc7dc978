package cn.wuye.hotline.backend.wording;

import java.util.OptionalLong;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/** Whether this node holds its calls with the version that is live. */
final class WordingHealth implements HealthIndicator {
  private static final Status DEGRADED = new Status("DEGRADED");

  private final LiveWording live;
  private final WordingRefresh refresh;

  WordingHealth(LiveWording live, WordingRefresh refresh) {
    this.live = live;
    this.refresh = refresh;
  }

  @Override
  public Health health() {
    OptionalLong unusable = refresh.unusable();
    Health.Builder health =
        Health.status(unusable.isPresent() ? DEGRADED : Status.UP)
            .withDetail("state", unusable.isPresent() ? "broken" : "ok")
            .withDetail("version", live.get().version());
    unusable.ifPresent(version -> health.withDetail("wanted", version));
    return health.build();
  }
}
