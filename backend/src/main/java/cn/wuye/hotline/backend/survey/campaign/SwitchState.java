package cn.wuye.hotline.backend.survey.campaign;

import cn.wuye.hotline.backend.persistence.Coded;

/** Whether residents are phoned for surveys, on all nodes. */
public enum SwitchState implements Coded {
  RUNNING("running"),
  /** Nobody else is phoned; calls in progress go on. */
  PAUSED("paused"),
  /** As paused, and whoever is being rung is let go; who has answered is talked with to the end. */
  STOPPED("stopped");

  private final String code;

  SwitchState(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
