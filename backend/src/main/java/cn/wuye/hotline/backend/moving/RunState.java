package cn.wuye.hotline.backend.moving;

import cn.wuye.hotline.backend.persistence.Coded;

/** How far an import has come. */
public enum RunState implements Coded {
  /** The file is taken apart, on the node that it was sent to. */
  READING("reading"),
  /** Every row is checked; nothing is written yet. */
  CHECKING("checking"),
  /** It waits for somebody to say that it shall be entered. */
  CHECKED("checked"),
  ENTERING("entering"),
  DONE("done"),
  /** It was given up; nothing of it, or all up to there, is entered. */
  FAILED("failed");

  private final String code;

  RunState(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  /** Whether it moves on by itself. */
  public boolean working() {
    return this == READING || this == CHECKING || this == ENTERING;
  }
}
