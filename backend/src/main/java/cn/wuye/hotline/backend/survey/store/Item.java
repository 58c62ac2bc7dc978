package cn.wuye.hotline.backend.survey.store;

import cn.wuye.hotline.backend.persistence.Coded;

/** What a resident can have said or done in a survey, about a ticket or none. */
public enum Item implements Coded {
  /** Whether it was solved; the value is {@code solved, partly, not-solved}. */
  SOLVED("solved"),
  /** The value is 5 to 1. */
  SATISFACTION("satisfaction"),
  ATTITUDE("attitude"),
  SPEED("speed"),
  RESULT("result"),
  /** The value is 0 to 10. */
  RECOMMENDATION("recommendation"),
  /** Her words at the end of a survey about a ticket. */
  COMMENT("comment"),
  /** To a question of a survey about no ticket; the value is the number of the answer. */
  ANSWER("answer"),
  /** Her words to such a question, or to none of them. */
  WORDS("words"),
  TAKEN_BACK("taken-back"),
  UNCLEAR("unclear"),
  /** The value is the moment she named; empty when she named none. */
  POSTPONED("postponed"),
  DECLINED("declined"),
  STRANGER("stranger"),
  NOBODY("nobody"),
  PERSON_WANTED("person-wanted"),
  /** The value is whose phone. */
  TALKED("talked"),
  /** The value is the ticket that was opened. */
  TOLD_ELSE("told-else"),
  /** The call is over. */
  ENDED("ended");

  private final String code;

  Item(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
