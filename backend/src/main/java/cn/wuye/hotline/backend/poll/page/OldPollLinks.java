package cn.wuye.hotline.backend.poll.page;

import cn.wuye.hotline.backend.database.SharedJob;
import java.time.Clock;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/** Removes links that expired long ago; until then they say so to whoever opens them. */
@Component
class OldPollLinks implements SharedJob {
  private static final Duration KEPT = Duration.ofDays(90);
  private static final int BATCH = 500;

  private final PollLinks links;
  private final Clock clock;

  OldPollLinks(PollLinks links, Clock clock) {
    this.links = links;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "poll-links-old";
  }

  @Override
  public Duration pause() {
    return Duration.ofDays(1);
  }

  @Override
  public void run(BooleanSupplier stopping) {
    SharedJob.inBatches(BATCH, stopping, () -> links.remove(clock.instant().minus(KEPT), BATCH));
  }
}
