package cn.wuye.hotline.backend.survey.sms;

import cn.wuye.hotline.backend.database.DatabaseFailure;
import cn.wuye.hotline.backend.database.SharedJob;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Settles what a node that died, or was hindered, has left; forgets what is a year old. */
@Component
class WaitingTexts implements SharedJob {
  private static final Logger log = LoggerFactory.getLogger(WaitingTexts.class);
  private static final Duration AT_WORK = Duration.ofMinutes(1);
  private static final Duration KEPT = Duration.ofDays(365);
  private static final int BATCH = 100;

  private final TextRows rows;
  private final TextDesk desk;
  private final Clock clock;

  WaitingTexts(TextRows rows, TextDesk desk, Clock clock) {
    this.rows = rows;
    this.desk = desk;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "incoming-texts";
  }

  @Override
  public Duration pause() {
    return Duration.ofMinutes(1);
  }

  @Override
  public void run(BooleanSupplier stopping) {
    Instant now = clock.instant();
    List<Long> some = rows.waiting(now.minus(AT_WORK), BATCH);
    for (long id : some) {
      if (stopping.getAsBoolean()) {
        return;
      }
      settle(id);
    }
    rows.remove(now.minus(KEPT), BATCH);
  }

  /** Whatever is wrong with one keeps no others. */
  private void settle(long id) {
    try {
      desk.settle(id);
    } catch (RuntimeException e) {
      DatabaseFailure.requireRefused(e);
      log.error("nothing can be made of text {}: it is kept", id, e);
      desk.layAside(id);
    }
  }
}
