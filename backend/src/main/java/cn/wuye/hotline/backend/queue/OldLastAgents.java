package cn.wuye.hotline.backend.queue;

import cn.wuye.hotline.backend.database.SharedJob;
import cn.wuye.hotline.backend.persistence.Utc;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/** Forgets who talked with whom, after a month. */
@Component
class OldLastAgents implements SharedJob {
  private static final int BATCH = 500;

  private final LastAgents agents;
  private final Clock clock;

  OldLastAgents(LastAgents agents, Clock clock) {
    this.agents = agents;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "last-agents-old";
  }

  @Override
  public Duration pause() {
    return Duration.ofHours(6);
  }

  @Override
  public void run(BooleanSupplier stopping) {
    Instant now = Utc.now(clock);
    SharedJob.inBatches(BATCH, stopping, () -> agents.forget(now, BATCH));
  }
}
