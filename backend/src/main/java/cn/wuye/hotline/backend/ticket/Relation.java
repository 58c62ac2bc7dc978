package cn.wuye.hotline.backend.ticket;

import cn.wuye.hotline.backend.persistence.Coded;

/** Which tickets are wanted by what they have to do with others. */
public enum Relation implements Coded {
  /** The same thing again as an earlier ticket. */
  REPEAT("repeat"),
  /** The heads of incidents: one cause that several people report. */
  INCIDENT("incident");

  private final String code;

  Relation(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
