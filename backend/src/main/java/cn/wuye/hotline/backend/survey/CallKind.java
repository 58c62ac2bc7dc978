package cn.wuye.hotline.backend.survey;

import cn.wuye.hotline.backend.persistence.Coded;

/** What the hotline phones residents for of itself. */
public enum CallKind implements Coded {
  /** A survey about a ticket that was solved. */
  TICKET("survey"),
  /** A survey that belongs to no ticket. */
  POLL("poll");

  private final String code;

  CallKind(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
