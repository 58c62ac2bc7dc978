package cn.wuye.hotline.backend.dispatch.work;

import cn.wuye.hotline.backend.persistence.Coded;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.EnumSet;
import java.util.Set;

/** Where the task of a helping department or a third party stands. */
public enum TaskState implements Coded {
  OPEN("open"),
  ACCEPTED("accepted"),
  DONE("done"),
  REFUSED("refused");

  private final String code;

  TaskState(String code) {
    this.code = code;
  }

  @Override
  @JsonValue
  public String code() {
    return code;
  }

  /** Where it may go from here. */
  public Set<TaskState> next() {
    return switch (this) {
      case OPEN -> EnumSet.of(ACCEPTED, DONE, REFUSED);
      case ACCEPTED -> EnumSet.of(DONE, REFUSED);
      case DONE, REFUSED -> EnumSet.noneOf(TaskState.class);
    };
  }
}
