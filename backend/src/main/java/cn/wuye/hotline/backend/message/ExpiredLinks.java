package cn.wuye.hotline.backend.message;

import cn.wuye.hotline.backend.database.SharedJob;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/** Removes links that expired long ago; until then they say so to whoever opens them. */
public abstract class ExpiredLinks implements SharedJob {
  private static final Duration KEPT = Duration.ofDays(90);
  private static final int BATCH = 500;

  private final String name;
  private final Clock clock;

  /**
   * @param name as {@link #name} gives it
   */
  protected ExpiredLinks(String name, Clock clock) {
    this.name = name;
    this.clock = clock;
  }

  /** Removes what expired before then; how many. */
  protected abstract int remove(Instant before, int most);

  @Override
  public String name() {
    return name;
  }

  @Override
  public Duration pause() {
    return Duration.ofDays(1);
  }

  @Override
  public void run(BooleanSupplier stopping) {
    SharedJob.inBatches(BATCH, stopping, () -> remove(clock.instant().minus(KEPT), BATCH));
  }
}
