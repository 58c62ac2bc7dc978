package cn.wuye.hotline.backend.limit;

import cn.wuye.hotline.ivr.data.LimitedMap;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * An allowance of requests per minute for each of many clients. Bounded: beyond {@value #MOST} the
 * client that was not seen longest is forgotten, and begins anew when it comes back.
 */
final class Allowance {
  static final int MOST = 20_000;
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final int perMinute;
  private final TimeMeter time;
  private final Map<String, Bucket> buckets = LimitedMap.byUse(MOST);

  Allowance(int perMinute, Clock clock) {
    this.perMinute = perMinute;
    this.time = new ClockTime(clock);
  }

  /**
   * How a request was counted.
   *
   * @param left how many more may follow at once
   * @param retryIn until one more is allowed; zero when this one was
   * @param full until all are allowed again
   */
  record Count(boolean allowed, long left, Duration retryIn, Duration full) {}

  Count count(String client) {
    ConsumptionProbe probe = bucket(client).tryConsumeAndReturnRemaining(1);
    return new Count(
        probe.isConsumed(),
        probe.getRemainingTokens(),
        Duration.ofNanos(probe.getNanosToWaitForRefill()),
        Duration.ofNanos(probe.getNanosToWaitForReset()));
  }

  /** Until when the client has nothing left; zero when it has. Counts nothing. */
  Duration retryIn(String client) {
    Bucket bucket;
    synchronized (buckets) {
      Bucket known = buckets.get(client);
      if (known == null) {
        return Duration.ZERO;
      }
      bucket = known;
    }
    return Duration.ofNanos(bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill());
  }

  int perMinute() {
    return perMinute;
  }

  int clients() {
    synchronized (buckets) {
      return buckets.size();
    }
  }

  private Bucket bucket(String client) {
    synchronized (buckets) {
      return buckets.computeIfAbsent(client, unknown -> full());
    }
  }

  private Bucket full() {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, MINUTE))
        .withCustomTimePrecision(time)
        .build();
  }

  private record ClockTime(Clock clock) implements TimeMeter {
    @Override
    public long currentTimeNanos() {
      Instant now = clock.instant();
      return TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
    }

    @Override
    public boolean isWallClockBased() {
      return true;
    }
  }
}
