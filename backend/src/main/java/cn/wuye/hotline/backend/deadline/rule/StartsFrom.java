package cn.wuye.hotline.backend.deadline.rule;

import cn.wuye.hotline.backend.persistence.Coded;

/** The event that starts a clock. In a later round the re-opening stands for the first two. */
public enum StartsFrom implements Coded {
  CREATED("created"),
  ACCEPTED("accepted"),
  DISPATCHED("dispatched"),
  SOLVED("solved"),
  /** The first message of the resident that is not answered; the creation is one. */
  RESIDENT_WROTE("resident-wrote"),
  /** Somebody was asked to help. */
  TASK_OPENED("task-opened");

  private final String code;

  StartsFrom(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
