package cn.wuye.hotline.backend.survey;

import java.time.Instant;
import java.util.List;

/**
 * The surveys that residents are to be phoned for, and what became of the calls. The campaign asks
 * here what is due, takes what it calls, and tells how each call ended. Every method runs in the
 * caller's transaction if there is one, so that lines and numbers are taken together with the
 * survey; none of them touches a telephone.
 */
public interface SurveyPlan {
  /**
   * What may be called now, in the order of {@link DueCall#rank}: none while it is paused, none
   * that is taken, none of who wants no surveys or has no number. A look without locks: what it
   * gives may be taken by another node in the next moment, which {@link #take} decides.
   *
   * @param most 1 or more
   */
  List<DueSurvey> due(Instant now, int most);

  /**
   * Takes a survey that is planned and due, and writes down its next attempt ({@link
   * DueSurvey#attempt}) as placed now: to be committed before the call is originated. Of several
   * nodes that try, one gets it.
   *
   * @param node that places the call
   * @param until how long the lease lasts; longer than any call
   * @return false when it is somebody else's, not due, paused, or waits for nobody any more
   */
  boolean take(long survey, String node, Instant until);

  /**
   * How an attempt ended. Applied once: what comes a second time, or for an attempt that has been
   * given up, changes nothing. An attempt in which she answered anything counts as {@link
   * CallOutcome#ANSWERED} whatever is told here; what she said about herself ({@code POSTPONED},
   * {@code DECLINED}, {@code STRANGER}) stands over what the line told; where all depends on it
   * ({@link CallOutcome#said}) nothing happens before the last of it has come. Applies {@link
   * RetryPlan} and {@link FollowUp}: the survey waits for its next attempt, or it is over and the
   * ticket goes on, in one transaction.
   *
   * @param attempt as {@link DueSurvey#attempt} had it
   * @param at when the call ended
   */
  void outcome(long survey, int attempt, CallOutcome outcome, Instant at);

  /**
   * The attempts whose lease is over without an outcome: their node died in them, or forgot them.
   * Whoever finds them tells {@link CallOutcome#LOST}; that several do does no harm.
   *
   * @param most 1 or more
   */
  List<Taken> lost(Instant now, int most);

  /** Whether nobody is phoned at present. */
  boolean paused();

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

  /** A call that was placed and of which nothing more was heard. */
  record Taken(long survey, int attempt, String node) {}
}
