package cn.wuye.hotline.backend.survey;

import java.time.Duration;

/**
 * What came before a survey's result.
 *
 * @param dissatisfied how often she was dissatisfied in earlier rounds of the ticket
 * @param round which solution she is asked about: 1 for the first, 2 after the first re-opening
 * @param unreached how often she was phoned in vain in this round ({@link RetryPlan#unreached})
 * @param trying how long since she was first phoned in this round
 */
public record SurveyHistory(int dissatisfied, int round, int unreached, Duration trying) {
  /** Nothing before. */
  public static final SurveyHistory NONE = new SurveyHistory(0, 1, 0, Duration.ZERO);

  public SurveyHistory {
    if (round < 1 || dissatisfied < 0 || unreached < 0) {
      throw new IllegalArgumentException(
          "round " + round + ", dissatisfied " + dissatisfied + ", unreached " + unreached);
    }
  }
}
