package cn.wuye.hotline.backend.poll;

import cn.wuye.hotline.backend.persistence.Coded;

/** What a resident says in a poll. */
public enum PollItem implements Coded {
  /** The value is the number of the answer to the question. */
  ANSWER("answer"),
  /** Her words to the question, or to nobody in particular. */
  WORDS("words"),
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

  PollItem(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
