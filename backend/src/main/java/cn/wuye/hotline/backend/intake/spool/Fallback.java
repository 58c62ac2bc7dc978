package cn.wuye.hotline.backend.intake.spool;

/** How far Asterisk went with the call by itself. */
public enum Fallback {
  /** Not at all: the application held the call to its end. */
  NONE,
  /** It took over. */
  ENTERED,
  /** A person on duty answered. */
  ANSWERED,
  /** The caller left a message. */
  RECORDED
}
