package cn.wuye.hotline.backend.queue;

import cn.wuye.hotline.backend.database.SharedJob;
import cn.wuye.hotline.backend.persistence.Utc;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/** Forgets recorded announcements after three years, but for those that callers still hear. */
@Component
class OldStormRecordings implements SharedJob {
  private static final Duration KEPT = Duration.ofDays(3 * 365);
  private static final int BATCH = 50;

  private final StormRecordings recordings;
  private final Clock clock;

  OldStormRecordings(StormRecordings recordings, Clock clock) {
    this.recordings = recordings;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "storm-recordings-old";
  }

  @Override
  public Duration pause() {
    return Duration.ofHours(24);
  }

  @Override
  public void run(BooleanSupplier stopping) {
    Instant before = Utc.now(clock).minus(KEPT);
    SharedJob.inBatches(BATCH, stopping, () -> recordings.forget(before, BATCH));
  }
}
