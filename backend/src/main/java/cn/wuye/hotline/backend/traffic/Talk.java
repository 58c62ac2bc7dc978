package cn.wuye.hotline.backend.traffic;

import java.time.Instant;

/**
 * A talk of a caller with an agent. Times are milliseconds.
 *
 * @param agent extension
 * @param over false while it goes on; its times then reach until the moment that was asked for
 * @param talk without what she was on hold
 * @param wrapUp the agent's work after it that was given to this call
 * @param transferred whether the agent gave her to somebody else
 */
public record Talk(
    String agent,
    Instant answered,
    boolean over,
    long talk,
    long hold,
    long wrapUp,
    boolean transferred) {
  /** Talk, hold and wrap-up. */
  public long handling() {
    return talk + hold + wrapUp;
  }
}
