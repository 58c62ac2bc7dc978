package cn.wuye.hotline.backend.moving;

import cn.wuye.hotline.backend.persistence.Coded;

/** What becomes of a row. */
public enum Action implements Coded {
  ADD("add"),
  CHANGE("change"),
  /** It is there already, just like this. */
  SAME("same"),
  /** It has a fault. */
  REFUSED("refused");

  private final String code;

  Action(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
