package cn.wuye.hotline.backend.dispatch.work;

import cn.wuye.hotline.backend.persistence.Coded;
import com.fasterxml.jackson.annotation.JsonValue;

/** Who has a task. */
public enum PartyKind implements Coded {
  DEPARTMENT("department"),
  THIRD_PARTY("third-party");

  private final String code;

  PartyKind(String code) {
    this.code = code;
  }

  @Override
  @JsonValue
  public String code() {
    return code;
  }
}
