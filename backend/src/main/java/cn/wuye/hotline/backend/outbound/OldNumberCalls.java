package cn.wuye.hotline.backend.outbound;

import cn.wuye.hotline.backend.database.SharedJob;
import cn.wuye.hotline.backend.persistence.Utc;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/** Forgets whom the hotline called, after two days. */
@Component
class OldNumberCalls implements SharedJob {
  private static final int BATCH = 500;

  private final NumberCalls calls;
  private final Clock clock;

  OldNumberCalls(NumberCalls calls, Clock clock) {
    this.calls = calls;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "number-calls-old";
  }

  @Override
  public Duration pause() {
    return Duration.ofHours(1);
  }

  @Override
  public void run(BooleanSupplier stopping) {
    Instant now = Utc.now(clock);
    SharedJob.inBatches(BATCH, stopping, () -> calls.forget(now, BATCH));
  }
}
