package cn.wuye.hotline.backend.survey.sms;

import cn.wuye.hotline.backend.persistence.Coded;

/** What has become of a text. */
enum TextState implements Coded {
  WAITING("waiting"),
  /** It answered a survey. */
  ANSWER("answer"),
  /** It stands in the timeline of a ticket. */
  NOTE("note"),
  /** A ticket was opened. */
  TICKET("ticket"),
  /** Nothing was to be done: thanks, advertisements, too many. */
  KEPT("kept");

  private final String code;

  TextState(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
