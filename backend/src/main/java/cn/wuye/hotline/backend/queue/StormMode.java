package cn.wuye.hotline.backend.queue;

import cn.wuye.hotline.backend.persistence.Coded;
import com.fasterxml.jackson.annotation.JsonValue;

/** Whether callers are offered a call-back at once because very many call. */
public enum StormMode implements Coded {
  /** When very many wait. */
  AUTO("auto"),
  ON("on"),
  OFF("off");

  private final String code;

  StormMode(String code) {
    this.code = code;
  }

  @Override
  @JsonValue
  public String code() {
    return code;
  }
}
