package cn.wuye.hotline.backend.queue;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The stay of a caller in one queue: from when she first waited there until she was answered or
 * left, however often she stepped out to be asked something in between.
 *
 * @param node whose Asterisk had the call
 * @param call unique id of her channel
 * @param queue code
 * @param first whether it is the call's first; a call that is transferred or moved to another queue
 *     stays there too, but is still one call
 * @param joined when she began to wait
 * @param wait milliseconds until she was answered or left; until the moment that was asked for
 *     while she waits
 * @param talk with whom she talked; null unless she was answered
 */
public record Stay(
    String node,
    String call,
    String queue,
    boolean first,
    Instant joined,
    Outcome outcome,
    long wait,
    @Nullable Talk talk) {
  public Stay {
    if ((outcome == Outcome.ANSWERED) != (talk != null)) {
      throw new IllegalArgumentException("who is answered talks, and nobody else: " + outcome);
    }
  }

  /** Whether nothing of it changes any more, but for the wrap-up. */
  public boolean over() {
    return talk == null ? outcome != Outcome.WAITING : talk.over();
  }
}
