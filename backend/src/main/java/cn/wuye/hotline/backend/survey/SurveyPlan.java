package cn.wuye.hotline.backend.survey;

import java.time.Instant;
import java.util.List;

/** Which residents are to be phoned, and what becomes of it. Joins the caller's transaction. */
public interface SurveyPlan {
  /**
   * Surveys that may be phoned for now, those with the higher priority or due longest first.
   *
   * @param most how many at most
   */
  List<DueSurvey> due(Instant now, int most);

  /**
   * A node is about to phone for it.
   *
   * @param until when the call is given up for lost unless it is renewed
   * @return false when it is no longer due, or somebody else has it
   */
  boolean take(long survey, String node, Instant until);

  /**
   * A call has ended; of one whose outcome is known already nothing changes.
   *
   * @param attempt as {@link DueSurvey} named it
   */
  void outcome(long survey, int attempt, CallOutcome outcome, Instant at);
}
