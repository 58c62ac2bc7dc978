package cn.wuye.hotline.router.originate;

/** How ringing a phone ended. */
public enum RingOutcome {
  /** Somebody answered and was put where the request said. */
  ANSWERED,
  BUSY,
  /** Nobody answered in time, or the ringing was cancelled. */
  NO_ANSWER,
  /** The called side declined. */
  REJECTED,
  /** There is no such number, or it is switched off. */
  UNREACHABLE,
  /** The way to it is broken or congested, or no line is free: nobody's phone rang. */
  CONGESTED,
  /** Our own side could not try: no connection to Asterisk, no such trunk, not permitted. */
  UNAVAILABLE
}
