package cn.wuye.hotline.backend.desk;

import cn.wuye.hotline.backend.persistence.Coded;

/** How a wish at the desk ended. */
public enum DeskOutcome implements Coded {
  DONE("done"),
  /** She sits nowhere. */
  NO_SEAT("no-seat"),
  /** Somebody else sits at that phone. */
  OCCUPIED("occupied"),
  /** There is no such phone for her. */
  NO_PHONE("no-phone"),
  /** No queue has a place for her: her skills or estates are none that a queue asks for. */
  NO_QUEUE("no-queue"),
  /** There is no call that this could be done with. */
  NO_CALL("no-call"),
  /** Not while she has a call. */
  IN_A_CALL("in-a-call"),
  /** Not where it stands: no wrap-up to extend, nobody who waits. */
  NOT_NOW("not-now"),
  /** Not in a call-back ({@link DeskCall#callBack}). */
  IN_CALL_BACK("in-call-back"),
  /** Not in an emergency ({@link DeskCall#bound}). */
  IN_EMERGENCY("in-emergency"),
  /** Whom she wished for is not among those who can be asked now. */
  NO_TARGET("no-target"),
  /** Her phone is another node's: only the page of that node can do it. */
  ELSEWHERE("elsewhere"),
  /** Asterisk did not do it. */
  AWAY("away");

  private final String code;

  DeskOutcome(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
