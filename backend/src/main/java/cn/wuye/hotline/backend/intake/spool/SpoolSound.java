package cn.wuye.hotline.backend.intake.spool;

/** The sound files of one call in the spool. */
public enum SpoolSound {
  /** The caller's voice alone. */
  CALLER("-caller.wav"),
  /** What the fallback recorded. */
  MESSAGE("-message.wav"),
  /**
   * The talk with agents, theirs left and the caller's side right: samples without a header, of
   * which {@link TalkFile} makes sound.
   */
  TALK("-talk.raw"),
  /** The whole call. Last, because its suffix ends the others' too. */
  MIXED(".wav");

  private final String suffix;

  SpoolSound(String suffix) {
    this.suffix = suffix;
  }

  /** Whether it holds what the caller told without anybody listening. */
  public boolean toldAlone() {
    return this == CALLER || this == MESSAGE;
  }

  /** What follows the call id in the file's name. */
  public String suffix() {
    return suffix;
  }
}
