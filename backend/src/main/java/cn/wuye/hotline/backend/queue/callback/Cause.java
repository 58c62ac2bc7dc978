package cn.wuye.hotline.backend.queue.callback;

import cn.wuye.hotline.backend.persistence.Coded;
import com.fasterxml.jackson.annotation.JsonValue;

/** Why somebody is called back. */
public enum Cause implements Coded {
  /** She asked for it while she waited. */
  ASKED("asked"),
  /** She gave up waiting, and the queue phones such callers back. */
  ABANDONED("abandoned"),
  /** Somebody chose her from the list of those who gave up. */
  LIST("list");

  private final String code;

  Cause(String code) {
    this.code = code;
  }

  @Override
  @JsonValue
  public String code() {
    return code;
  }
}
