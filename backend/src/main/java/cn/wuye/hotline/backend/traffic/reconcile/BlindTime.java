package cn.wuye.hotline.backend.traffic.reconcile;

import java.time.Instant;

/**
 * A time in which a node saw nothing of its Asterisk.
 *
 * @param to not before {@code from}
 */
public record BlindTime(Instant from, Instant to) {
  /** Whether some moment of a time lies in it. */
  boolean touches(Instant begin, Instant end) {
    return !begin.isAfter(to) && !end.isBefore(from);
  }
}
