package cn.wuye.hotline.backend.survey.followup;

import cn.wuye.hotline.backend.database.DatabaseFailure;
import cn.wuye.hotline.backend.database.SharedJob;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.survey.store.BackRows;
import cn.wuye.hotline.backend.survey.store.SurveyRows;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Archives as unreached what could not be asked in its time, and goes on with what died while she
 * who had phoned back was on the line; every minute.
 */
@Component
class GivingUp implements SharedJob {
  private static final Logger log = LoggerFactory.getLogger(GivingUp.class);
  private static final int BATCH = 100;

  private final SurveyRows rows;
  private final BackRows back;
  private final Outcomes outcomes;
  private final Clock clock;

  GivingUp(SurveyRows rows, BackRows back, Outcomes outcomes, Clock clock) {
    this.rows = rows;
    this.back = back;
    this.outcomes = outcomes;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "survey-giving-up";
  }

  @Override
  public Duration pause() {
    return Duration.ofMinutes(1);
  }

  @Override
  public void run(BooleanSupplier stopping) {
    Instant now = Utc.now(clock);
    List<Long> some = rows.toGiveUp(now, BATCH);
    for (long survey : some) {
      if (stopping.getAsBoolean()) {
        return;
      }
      alone(survey, () -> outcomes.giveUp(survey, now));
    }
    for (BackRows.Held held : back.lost(now, BATCH)) {
      alone(held.survey(), () -> outcomes.phonedBack(held.survey(), held.call(), now));
    }
  }

  /** Whatever is wrong with one keeps no others; while the database is away all wait. */
  private static void alone(long survey, Runnable what) {
    try {
      what.run();
    } catch (RuntimeException e) {
      DatabaseFailure.requireRefused(e);
      log.error("survey {} cannot be brought to its end", survey, e);
    }
  }
}
