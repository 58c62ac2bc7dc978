package cn.wuye.hotline.backend.survey;

import cn.wuye.hotline.ivr.port.Solved;
import java.util.Optional;

/**
 * What a resident has answered so far, by whatever way.
 *
 * @param forPerson whether she asked for a person who could not be reached, or said what no
 *     question could make an answer of
 * @param declined whether she wants no surveys
 */
public record SurveyResult(
    Optional<Solved> solved,
    Optional<Satisfaction> satisfaction,
    boolean forPerson,
    boolean declined) {
  /** Nothing yet. */
  public static final SurveyResult NOTHING =
      new SurveyResult(Optional.empty(), Optional.empty(), false, false);

  /** Whether anything about the work was answered. */
  public boolean answered() {
    return solved.isPresent() || satisfaction.isPresent();
  }

  /** Not solved, or 40 and less. */
  public boolean dissatisfied() {
    return solved.equals(Optional.of(Solved.NOT_SOLVED))
        || satisfaction.filter(Satisfaction::bad).isPresent();
  }
}
