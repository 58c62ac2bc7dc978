package cn.wuye.hotline.backend.queue;

import java.util.Optional;
import java.util.Set;

/** Where else in the cluster somebody works in a queue. Answers at once, from memory. */
public interface OtherNodes {
  /**
   * A node to which callers can be sent.
   *
   * @param node its id
   * @param sip {@code HOST:PORT} of its Asterisk
   * @param agents how many work in the queue there
   */
  record Elsewhere(String node, String sip, int agents) {}

  /**
   * The node where she is best sent: the queue's home, else where most are ready.
   *
   * @param queue code
   * @param home the queue's home node; empty for none
   * @param without nodes where she was sent in vain
   * @return empty where nobody works in that queue at a node that is seen now
   */
  Optional<Elsewhere> staffed(String queue, String home, Set<String> without);

  /**
   * The node where most wait for a call.
   *
   * @param queue code
   * @param without nodes where she was sent in vain
   * @return empty where nobody in that queue is free at a node that is seen now
   */
  Optional<Elsewhere> free(String queue, Set<String> without);
}
