package cn.wuye.hotline.backend.queue.callback;

import cn.wuye.hotline.backend.database.SharedJob;
import cn.wuye.hotline.backend.persistence.Utc;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/** Forgets call-backs that are over, and who gave up waiting: they are numbers in clear. */
@Component
class OldCallBacks implements SharedJob {
  static final Duration KEPT = Duration.ofDays(90);

  private static final int BATCH = 500;

  private final CallBackRows rows;
  private final AbandonedCalls abandoned;
  private final Clock clock;

  OldCallBacks(CallBackRows rows, AbandonedCalls abandoned, Clock clock) {
    this.rows = rows;
    this.abandoned = abandoned;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "call-backs-old";
  }

  @Override
  public Duration pause() {
    return Duration.ofHours(6);
  }

  @Override
  public void run(BooleanSupplier stopping) {
    Instant before = Utc.now(clock).minus(KEPT);
    SharedJob.inBatches(BATCH, stopping, () -> rows.forget(before, BATCH));
    SharedJob.inBatches(BATCH, stopping, () -> abandoned.forget(before, BATCH));
  }
}
