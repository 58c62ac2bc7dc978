package cn.wuye.hotline.backend.traffic.log;

import cn.wuye.hotline.backend.database.SharedJob;
import cn.wuye.hotline.backend.persistence.Utc;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/** Removes events that are older than thirteen months: of those the kept sums are enough. */
@Component
class OldEvents implements SharedJob {
  static final Duration KEPT = Duration.ofDays(400);
  private static final int AT_ONCE = 2000;

  private final QueueEvents events;
  private final Clock clock;

  OldEvents(QueueEvents events, Clock clock) {
    this.events = events;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "old-queue-events";
  }

  @Override
  public Duration pause() {
    return Duration.ofHours(1);
  }

  @Override
  public void run(BooleanSupplier stopping) {
    Instant before = Utc.now(clock).minus(KEPT);
    SharedJob.inBatches(AT_ONCE, stopping, () -> events.forget(before, AT_ONCE));
  }
}
