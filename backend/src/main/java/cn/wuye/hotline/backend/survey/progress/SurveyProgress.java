package cn.wuye.hotline.backend.survey.progress;

import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.survey.Period;
import cn.wuye.hotline.backend.survey.store.SurveySwitch;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** How surveys go today: all of it from the database, so that every node says the same. */
@Component
public class SurveyProgress {
  private final TodayRows rows;
  private final RunningCalls calls;
  private final LineUseRows lines;
  private final SurveySwitch position;
  private final Clock clock;

  SurveyProgress(
      TodayRows rows, RunningCalls calls, LineUseRows lines, SurveySwitch position, Clock clock) {
    this.rows = rows;
    this.calls = calls;
    this.lines = lines;
    this.position = position;
    this.clock = clock;
  }

  /** The day as it stands now. */
  public SurveyDay now(EstateScope scope) {
    Instant now = Utc.now(clock);
    Period today = PeriodChoice.TODAY.now(clock);
    return new SurveyDay(
        now,
        today.from(),
        position.position(),
        rows.count(today, scope),
        calls.all(scope),
        lines.now(now));
  }
}
