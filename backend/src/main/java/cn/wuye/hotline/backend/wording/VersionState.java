package cn.wuye.hotline.backend.wording;

import cn.wuye.hotline.backend.persistence.Coded;

/** Where a version stands. */
public enum VersionState implements Coded {
  /** Being worked on; there is at most one. */
  DRAFT("draft"),
  /** What calls are held with; there is at most one, none while what is shipped is live. */
  LIVE("live"),
  /** Something newer took its place. */
  SUPERSEDED("superseded"),
  /** A draft that was thrown away. */
  DISCARDED("discarded");

  private final String code;

  VersionState(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
