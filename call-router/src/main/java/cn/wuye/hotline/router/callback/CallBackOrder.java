package cn.wuye.hotline.router.callback;

import cn.wuye.hotline.router.queue.QueueDefinition;
import cn.wuye.hotline.router.queue.QueueEntry;
import cn.wuye.hotline.router.queue.Reach;
import java.time.Duration;
import java.util.Map;

/**
 * A call-back that is to wait for an agent.
 *
 * @param id of its channel: letters, digits and '-', never used before in the whole cluster
 * @param queue where it waits
 * @param precedence before whom it comes, as {@code QUEUE_PRIO} has it
 * @param reach which agents are rung at once
 * @param slice how long it waits before it is placed anew with more precedence; 1 s – 8 min
 * @param callee digits of the resident's number, optionally with a leading '+'
 */
public record CallBackOrder(
    String id, QueueDefinition queue, int precedence, Reach reach, Duration slice, String callee) {
  static final String HELD_IN = "hotline-callback-queue";
  static final String CONTEXT = "hotline-callback";
  static final String EXTENSION = "s";
  static final String SLICE = "HOTLINE_SLICE";
  static final String CALLEE = "HOTLINE_CALLEE";

  /** From the end of the slice on a phone that rings is let ring, and its agent is told. */
  private static final Duration AFTER_SLICE = Duration.ofSeconds(15);

  /** The extension in {@link #HELD_IN}; only for whoever reads Asterisk's log. */
  String extension() {
    return id.replaceAll("[^a-zA-Z0-9]", "");
  }

  /** How long Asterisk may take until an agent has answered. */
  Duration timeout() {
    return slice.plus(queue.limits().ring()).plus(AFTER_SLICE);
  }

  /** What is set on its channel. */
  Map<String, String> variables() {
    return Map.of(
        QueueEntry.QUEUE,
        queue.asteriskName(),
        "QUEUE_PRIO",
        String.valueOf(precedence),
        "QUEUE_MAX_PENALTY",
        String.valueOf(reach.penalty()),
        SLICE,
        String.valueOf(slice.toSeconds()),
        CALLEE,
        callee);
  }
}
