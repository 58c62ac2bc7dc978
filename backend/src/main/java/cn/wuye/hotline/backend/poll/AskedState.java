package cn.wuye.hotline.backend.poll;

import cn.wuye.hotline.backend.persistence.Coded;

/** Where one resident of a poll stands. */
public enum AskedState implements Coded {
  /** A call waits. */
  PLANNED("planned"),
  /** A call goes on. */
  CALLING("calling"),
  /** She has answered at least one question. */
  ANSWERED("answered"),
  /** She was phoned in vain. */
  UNREACHED("unreached"),
  /** She did not want to be asked. */
  DECLINED("declined"),
  /** The poll ended, or her number was gone, before she was phoned. */
  NOT_ASKED("not-asked");

  private final String code;

  AskedState(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  /** Whether something may still come of it. */
  public boolean open() {
    return this == PLANNED || this == CALLING;
  }
}
