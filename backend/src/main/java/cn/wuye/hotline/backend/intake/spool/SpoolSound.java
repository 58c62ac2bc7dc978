package cn.wuye.hotline.backend.intake.spool;

/** The sound files of one call in the spool. */
public enum SpoolSound {
  /** The caller's voice alone. */
  CALLER("-caller.wav"),
  /** What the fallback recorded. */
  MESSAGE("-message.wav"),
  /** The whole call. Last, because its suffix ends the others' too. */
  MIXED(".wav");

  private final String suffix;

  SpoolSound(String suffix) {
    this.suffix = suffix;
  }

  /** What follows the call id in the file's name. */
  public String suffix() {
    return suffix;
  }
}
