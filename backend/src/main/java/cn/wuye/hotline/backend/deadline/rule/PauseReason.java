package cn.wuye.hotline.backend.deadline.rule;

import cn.wuye.hotline.backend.persistence.Coded;
import com.fasterxml.jackson.annotation.JsonValue;

/** Why a clock may be paused. */
public enum PauseReason implements Coded {
  WAITING_FOR_RESIDENT("waiting-for-resident"),
  WAITING_FOR_PART("waiting-for-part"),
  WAITING_FOR_THIRD_PARTY("waiting-for-third-party");

  private final String code;

  PauseReason(String code) {
    this.code = code;
  }

  @Override
  @JsonValue
  public String code() {
    return code;
  }
}
