package cn.wuye.hotline.router.originate;

/**
 * Reads why an Originate failed. Asterisk's own {@code Reason} is coarse (0 the channel could not
 * be made, 1 hung up, 3 still ringing, 5 busy, 8 congestion); the Q.850 cause of the hang-up tells
 * more, where there was a channel to hang up.
 */
final class FailureReason {
  private static final int REASON_NO_CHANNEL = 0;
  private static final int REASON_BUSY = 5;
  private static final int REASON_CONGESTION = 8;

  private FailureReason() {}

  /**
   * @param cause Q.850 cause of the hang-up, negative when there was none
   */
  static RingOutcome outcome(int reason, int cause) {
    if (reason == REASON_BUSY) {
      return RingOutcome.BUSY;
    }
    switch (cause) {
      case 17:
        return RingOutcome.BUSY;
      case 21:
        return RingOutcome.REJECTED;
      case 18:
      case 19:
        return RingOutcome.NO_ANSWER;
      case 1, 2, 3, 20, 22, 27, 28:
        return RingOutcome.UNREACHABLE;
      case 34, 38, 41, 42, 44, 58, 66, 102:
        return RingOutcome.CONGESTED;
      default:
        break;
    }
    if (reason == REASON_CONGESTION) {
      return RingOutcome.CONGESTED;
    }
    return reason == REASON_NO_CHANNEL && cause < 0
        ? RingOutcome.UNAVAILABLE
        : RingOutcome.NO_ANSWER;
  }
}
