package cn.wuye.hotline.backend.traffic.writer;

import cn.wuye.hotline.backend.traffic.EventKind;
import java.time.Instant;

/**
 * What only the dialog knows of callers who wait. Every method returns at once and never throws.
 */
public interface CallerSteps {
  /**
   * She begins to wait for a queue without being in Asterisk's: her last agent is rung first, or
   * she is asked at once.
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
   * An agent talked with her whose phone was rung without Asterisk's queue, which would have told
   * it.
   *
   * @param agent extension
   */
  void talked(String call, String queue, String agent, Instant answered, Instant ended);
}
