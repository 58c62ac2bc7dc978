package cn.wuye.hotline.backend.model;

/** What a model is used for; each has a link of its own in {@code $HOTLINE_HOME}. */
public enum ModelRole {
  /** Calls, and recordings where there is no other model for these. */
  LIVE("model"),
  /** Recordings after the call. */
  RECORDINGS("model-recordings");

  private final String link;

  ModelRole(String link) {
    this.link = link;
  }

  /** The name of the link that leads to the active model's folder. */
  public String link() {
    return link;
  }
}
