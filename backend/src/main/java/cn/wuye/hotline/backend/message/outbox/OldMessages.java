package cn.wuye.hotline.backend.message.outbox;

import cn.wuye.hotline.backend.database.SharedJob;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Removes messages whose term is over, once a day. What still waits to be sent is never old. */
@Component
class OldMessages implements SharedJob {
  private static final Logger log = LoggerFactory.getLogger(OldMessages.class);
  private static final int BATCH = 500;

  private final OutboxRows rows;
  private final OutboxProperties properties;
  private final Clock clock;

  OldMessages(OutboxRows rows, OutboxProperties properties, Clock clock) {
    this.rows = rows;
    this.properties = properties;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "message-old";
  }

  @Override
  public Duration pause() {
    return Duration.ofDays(1);
  }

  @Override
  public void run(BooleanSupplier stopping) {
    Instant before = clock.instant().minus(properties.keep());
    int removed = 0;
    List<Long> some = rows.older(before, 0, BATCH);
    while (!some.isEmpty() && !stopping.getAsBoolean()) {
      removed += rows.remove(some, before);
      some = rows.older(before, some.get(some.size() - 1), BATCH);
    }
    if (removed > 0) {
      log.info("{} messages of before {} removed", removed, before);
    }
  }
}
