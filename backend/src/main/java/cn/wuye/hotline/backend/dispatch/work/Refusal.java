package cn.wuye.hotline.backend.dispatch.work;

import cn.wuye.hotline.backend.persistence.Coded;

/**
 * Why something cannot be done about a job. Each has a sentence that says what to do instead:
 * {@code problem.CODE.detail} in the bundles.
 */
public enum Refusal implements Coded {
  /** Somebody was faster: his name. */
  TAKEN("job-taken"),
  /** It is offered to somebody else, who has not answered: his name. */
  OFFERED_TO_ANOTHER("job-offered"),
  /** It is somebody else's: his name. */
  NOT_YOURS("job-not-yours"),
  /** Nobody has it; it is not accepted yet. */
  NOT_ACCEPTED("job-not-accepted"),
  /** The work is over: the state. */
  FINISHED("job-finished"),
  /** Another department leads: its name. */
  OTHER_DEPARTMENT("job-other-department"),
  /** He who asks is in no department. */
  NO_DEPARTMENT("job-no-department"),
  /** He who is to get it does not exist, or does not work there: what was typed. */
  WORKER_UNKNOWN("job-worker-unknown"),
  /** He has it already: his name. */
  ALREADY_HIS("job-already-his"),
  /** A reason is needed. */
  REASON_MISSING("job-reason-missing"),
  /** What was done is needed. */
  WORDS_MISSING("job-words-missing"),
  /** Only a dispatcher gives work to others. */
  NOT_DISPATCHER("job-not-dispatcher"),
  /** It stands where this is not possible: the state, and what is. */
  TASK_MOVED("task-moved"),
  /** No more photos are taken: how many there may be. */
  PHOTOS_FULL("task-photos-full"),
  /** Another department's task: its name. */
  TASK_NOT_YOURS("task-not-yours");

  private final String code;

  Refusal(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
