package cn.wuye.hotline.backend.dispatch.work;

import cn.wuye.hotline.backend.persistence.Coded;
import com.fasterxml.jackson.annotation.JsonValue;

/** What somebody did with a job that he was offered. */
public enum AssignmentState implements Coded {
  /** Not answered yet. */
  OFFERED("offered"),
  ACCEPTED("accepted"),
  REFUSED("refused"),
  /** Somebody else has it now. */
  REPLACED("replaced"),
  DONE("done");

  private final String code;

  AssignmentState(String code) {
    this.code = code;
  }

  @Override
  @JsonValue
  public String code() {
    return code;
  }
}
