package cn.wuye.hotline.backend.survey;

import java.time.Instant;
import java.util.List;

/**
 * Calls that the campaign places: it asks here what is due, takes what it calls, and tells how each
 * call ended. Of several plans the first one's calls go first. Every method runs in the caller's
 * transaction if there is one, so that lines and numbers are taken together with the call; none of
 * them touches a telephone.
 */
public interface CallPlan {
  /** What its calls are for; each kind has one plan. */
  CallKind kind();

  /**
   * What may be called now, in the order of {@link DueCall#rank}: none while it is paused, none
   * that is taken, none of who wants no surveys or has no number. A look without locks: what it
   * gives may be taken by another node in the next moment, which {@link #take} decides.
   *
   * @param most 1 or more
   */
  List<PlannedCall> due(Instant now, int most);

  /**
   * Takes what is planned and due, and writes down its next attempt ({@link PlannedCall#attempt})
   * as placed now: to be committed before the call is originated. Of several nodes that try, one
   * gets it.
   *
   * @param node that places the call
   * @param until how long the lease lasts; longer than any call
   * @return false when it is somebody else's, not due, paused, or waits for nobody any more
   */
  boolean take(long id, String node, Instant until);

  /**
   * How an attempt ended. Applied once: what comes a second time, or for an attempt that has been
   * given up, changes nothing. What she said in it stands over what the line told; where all
   * depends on it ({@link CallOutcome#said}) nothing happens before the last of it has come.
   *
   * @param attempt as {@link PlannedCall#attempt} had it
   * @param at when the call ended
   */
  void outcome(long id, int attempt, CallOutcome outcome, Instant at);

  /**
   * The attempts whose lease is over without an outcome: their node died in them, or forgot them.
   * Whoever finds them tells {@link CallOutcome#LOST}; that several do does no harm.
   *
   * @param most 1 or more
   */
  List<Taken> lost(Instant now, int most);

  /** Whether nobody is phoned at present. */
  boolean paused();

  /** A call that was placed and of which nothing more was heard. */
  record Taken(long id, int attempt, String node) {}
}
