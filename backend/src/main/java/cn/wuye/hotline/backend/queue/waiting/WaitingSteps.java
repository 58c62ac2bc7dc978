package cn.wuye.hotline.backend.queue.waiting;

import java.util.OptionalInt;

/**
 * What a supervisor does with callers who wait on this node. It is noted where a caller waits, and
 * her dialog obeys it when she is next sent to a queue: she loses nothing if that is only later.
 */
public interface WaitingSteps {
  /**
   * She comes before all others.
   *
   * @param call the id of her channel
   * @return her precedence from now on; empty when nobody waits here under that id
   */
  OptionalInt toFront(String call);

  /**
   * She goes on waiting in another queue, with the time that she has waited.
   *
   * @param queue code
   * @return false when nobody waits here under that id, or there is no such queue
   */
  boolean toQueue(String call, String queue);
}
