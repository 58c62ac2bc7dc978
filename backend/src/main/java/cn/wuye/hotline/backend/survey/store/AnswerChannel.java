package cn.wuye.hotline.backend.survey.store;

import cn.wuye.hotline.backend.persistence.Coded;

/** The way by which an answer came. */
public enum AnswerChannel implements Coded {
  /** She was phoned. */
  PHONE("phone"),
  /** She phoned back. */
  CALLBACK("callback"),
  SMS("sms"),
  LINK("link"),
  /** Somebody asked her and entered it. */
  AGENT("agent"),
  /** Asked at a second visit. */
  VISIT("visit");

  private final String code;

  AnswerChannel(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
