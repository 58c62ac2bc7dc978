package cn.wuye.hotline.backend.traffic;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The stay of a caller in one queue: from when she first waited there until she was answered or
 * left, however often she stepped out to be asked something in between.
 *
 * @param node where the call was first offered; it may have been sent to another one's agents
 * @param call unique id of her channel
 * @param queue code
 * @param entered when she first was in Asterisk's own queue; null when she never was
 * @param outside whether she was last seen outside of it: being asked something, or never in it
 * @param first whether it is the call's first; a call that is transferred or moved to another queue
 *     stays there too, but is still one call
 * @param joined when she began to wait
 * @param waited milliseconds until she was answered or left; until the moment that was asked for
 *     while she waits
 * @param talk with whom she talked; null unless she was answered
 */
public record Stay(
    String node,
    String call,
    String queue,
    @Nullable Instant entered,
    boolean outside,
    boolean first,
    Instant joined,
    Outcome outcome,
    long waited,
    @Nullable Talk talk) {
  /**
   * No wait and no talk is longer: what has gone on for so long is lost, and so far before and
   * after a time its events are read.
   */
  public static final Duration LONGEST_CALL = Duration.ofHours(4);

  /** The detail of joining without entering Asterisk's queue. */
  public static final String DIRECT = "direct";

  public Stay {
    if ((outcome == Outcome.ANSWERED) != (talk != null)) {
      throw new IllegalArgumentException("who is answered talks, and nobody else: " + outcome);
    }
  }

  /** Whether she was ever in Asterisk's own queue. */
  public boolean queued() {
    return entered != null;
  }

  /** Milliseconds of the wait since she first was in Asterisk's own queue; else of all of it. */
  public long waitInQueue() {
    return entered == null ? waited : waited - Duration.between(joined, entered).toMillis();
  }

  /** Whether nothing of it changes any more, but for the wrap-up. */
  public boolean over() {
    return talk == null ? outcome != Outcome.WAITING : talk.over();
  }
}
