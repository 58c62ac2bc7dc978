package cn.wuye.hotline.backend.desk;

import cn.wuye.hotline.backend.persistence.Coded;

/** Why an agent takes no calls, as she may say it; the code is what Asterisk keeps. */
public enum PauseReason implements Coded {
  REST("rest"),
  MEAL("meal"),
  MEETING("meeting"),
  TRAINING("training"),
  PAPERWORK("paperwork"),
  OTHER("other");

  private final String code;

  PauseReason(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
