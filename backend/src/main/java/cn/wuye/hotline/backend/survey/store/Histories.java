package cn.wuye.hotline.backend.survey.store;

import cn.wuye.hotline.backend.survey.RetryPlan;
import cn.wuye.hotline.backend.survey.SurveyHistory;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** What came before the result of a survey. */
@Component
public class Histories {
  private final SurveyRows rows;
  private final AttemptRows attempts;

  Histories(SurveyRows rows, AttemptRows attempts) {
    this.rows = rows;
    this.attempts = attempts;
  }

  /** Of a survey, as of now. */
  public SurveyHistory of(Survey survey, Instant now) {
    Instant first = survey.firstCallAt();
    return new SurveyHistory(
        rows.dissatisfiedBefore(survey.ticket(), survey.round()),
        survey.round(),
        RetryPlan.unreached(attempts.ended(survey.id())),
        first == null ? Duration.ZERO : Duration.between(first, now));
  }
}
