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
  /** There is no such number, or the way to it is broken or congested. */
  UNREACHABLE,
  /** Our own side could not try: no connection to Asterisk, no such trunk, not permitted. */
  UNAVAILABLE
}
