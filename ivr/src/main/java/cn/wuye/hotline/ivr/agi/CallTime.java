package cn.wuye.hotline.ivr.agi;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;

/** The time of one call, counted from its answer; never runs backwards, whatever the clock does. */
final class CallTime {
  private final LongSupplier nanoTime;
  private final long answeredNanos;

  CallTime(Instant answered, Clock clock, LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    long already = Math.max(0, Duration.between(answered, clock.instant()).toNanos());
    this.answeredNanos = nanoTime.getAsLong() - already;
  }

  long millis() {
    return (nanoTime.getAsLong() - answeredNanos) / 1_000_000;
  }

  Duration now() {
    return Duration.ofMillis(millis());
  }
}
