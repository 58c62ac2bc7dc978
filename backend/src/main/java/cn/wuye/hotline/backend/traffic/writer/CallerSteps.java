package cn.wuye.hotline.backend.traffic.writer;

import cn.wuye.hotline.backend.traffic.EventKind;
import java.time.Instant;

/**
 * What only the dialog knows of callers who wait. Every method returns at once and never throws.
 */
public interface CallerSteps {
  /**
   * She waits for a queue without being in Asterisk's: her last agent is rung first, or she is
   * asked at once. Nothing when she is known to wait already.
   *
   * @param call unique id of her channel
   * @param queue code
   */
  void waits(String call, String queue);

  /**
   * She waits no longer, for a reason of her own or of ours; not when she is answered or hangs up,
   * which Asterisk tells.
   *
   * @param why {@link EventKind#LEFT_BY_KEY}, {@link EventKind#CALL_BACK_ASKED}, {@link
   *     EventKind#TIMED_OUT}, {@link EventKind#EMPTY}, {@link EventKind#MOVED}
   * @param detail the key, or whereto; else empty
   */
  void left(String call, String queue, EventKind why, String detail);

  /**
   * An agent has talked with her whose phone was rung without Asterisk's queue. That she answered,
   * Asterisk has told, unless nobody heard it; that the talk is over, only when the caller hung up.
   *
   * @param agent extension
   * @param answered when at the earliest
   */
  void talked(String call, String queue, String agent, Instant answered, Instant ended);

  /** An agent of another node has talked with her: that node tells it. */
  void elsewhere(String call);
}
