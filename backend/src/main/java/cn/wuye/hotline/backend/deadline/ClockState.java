package cn.wuye.hotline.backend.deadline;

import cn.wuye.hotline.backend.persistence.Coded;
import com.fasterxml.jackson.annotation.JsonValue;

/** How a clock stands. */
public enum ClockState implements Coded {
  RUNNING("running"),
  /** Standing still; it has no due time until it goes on. */
  PAUSED("paused"),
  MET("met"),
  /** Too late; goes on counting by how much until it is stopped. */
  MISSED("missed"),
  /** What it waited for is not wanted any more, and it was not late until then. */
  DROPPED("dropped");

  private final String code;

  ClockState(String code) {
    this.code = code;
  }

  @Override
  @JsonValue
  public String code() {
    return code;
  }
}
