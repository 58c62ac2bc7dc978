package cn.wuye.hotline.backend.quality;

import cn.wuye.hotline.backend.persistence.Coded;

/** How a wish to score, to dispute or to answer ended. */
public enum Checked implements Coded {
  DONE("done"),
  /** There is no such item for who asks. */
  UNKNOWN("unknown"),
  /** Somebody was faster, or it is not its turn. */
  LATE("late"),
  /** Nobody judges her own work. */
  OWN("own"),
  /** Who wrote the sheet does not answer the dispute about it. */
  SAME_PERSON("same-person"),
  /** Not every criterion has points that it can have. */
  MARKS("marks"),
  /** None where some are needed, or too long. */
  WORDS("words");

  private final String code;

  Checked(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
