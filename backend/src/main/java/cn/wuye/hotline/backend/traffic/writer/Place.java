package cn.wuye.hotline.backend.traffic.writer;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a caller waits.
 *
 * @param queue code
 * @param entered whether she was in Asterisk's own queue
 * @param left since when she is out of it again, of which nobody has said why; null while she is in
 *     it, and before she was
 */
record Place(String queue, boolean entered, @Nullable Instant left) {
  /** Between leaving the queue and the end of the channel when she hangs up in it. */
  private static final Duration AT_ONCE = Duration.ofSeconds(1);

  Place out(Instant at) {
    return entered ? new Place(queue, true, at) : this;
  }

  /** Whether she is being asked something, or rung for, outside of Asterisk's queue. */
  boolean outside() {
    return !entered || left != null;
  }

  /** When she hung up while she was in the queue; null when she was outside, or not yet in it. */
  @Nullable Instant leftBy(Instant hangUp) {
    return left != null && Duration.between(left, hangUp).compareTo(AT_ONCE) < 0 ? left : null;
  }
}
