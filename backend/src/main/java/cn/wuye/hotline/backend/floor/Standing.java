package cn.wuye.hotline.backend.floor;

import cn.wuye.hotline.backend.persistence.Coded;

/** How far a node's part can be relied on. */
public enum Standing implements Coded {
  /** It is the present. */
  LIVE("live"),
  /** The node answers, but does not see its Asterisk. */
  BLIND("blind"),
  /** The node is not heard. */
  CUT("cut");

  private final String code;

  Standing(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
