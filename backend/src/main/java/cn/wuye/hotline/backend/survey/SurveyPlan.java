package cn.wuye.hotline.backend.survey;

import java.time.Instant;

/**
 * The surveys that residents are to be phoned for after their tickets were solved, and what became
 * of the calls.
 */
public interface SurveyPlan extends CallPlan {
  @Override
  default CallKind kind() {
    return CallKind.TICKET;
  }

  /**
   * {@inheritDoc} An attempt in which she answered anything counts as {@link CallOutcome#ANSWERED}
   * whatever is told here; what she said about herself ({@code POSTPONED}, {@code DECLINED}, {@code
   * STRANGER}) stands over what the line told. Applies {@link RetryPlan} and {@link FollowUp}: the
   * survey waits for its next attempt, or it is over and the ticket goes on, in one transaction.
   */
  @Override
  void outcome(long survey, int attempt, CallOutcome outcome, Instant at);

  /**
   * Nobody is phoned any more, on any node, until {@link #resume}; calls that go on are not ended.
   * Audited.
   *
   * @param by login of who wants it
   */
  void pause(String by);

  /**
   * Residents are phoned again. What fell due meanwhile comes in its order. Audited.
   *
   * @param by login of who wants it
   */
  void resume(String by);
}
