package cn.wuye.hotline.backend.deadline;

import cn.wuye.hotline.backend.persistence.Coded;

/** What happens to a ticket and carries no details of its own. */
public enum Milestone implements Coded {
  ACCEPTED("accepted"),
  DISPATCHED("dispatched"),
  ON_SITE("on-site"),
  MADE_SAFE("made-safe"),
  /** Solved, or explained as not our duty, or not confirmed: the resident is asked in any case. */
  SOLVED("solved"),
  CALLED_BACK("called-back"),
  REOPENED("reopened"),
  /** The pause is over. */
  RESUMED("resumed"),
  RESIDENT_WROTE("resident-wrote"),
  WE_ANSWERED("we-answered"),
  /** Withdrawn, merged into another, archived: nothing is waited for any more. */
  ENDED("ended");

  private final String code;

  Milestone(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
