package cn.wuye.hotline.backend.message.outbox;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How long is waited after an attempt that failed. */
final class BackOff {
  private static final List<Duration> PAUSES =
      List.of(
          Duration.ofSeconds(30),
          Duration.ofMinutes(1),
          Duration.ofMinutes(3),
          Duration.ofMinutes(10),
          Duration.ofMinutes(30),
          Duration.ofHours(1),
          Duration.ofHours(2));

  private BackOff() {}

  /**
   * @param attempts how many failed, from 1
   * @param retryAfter what the provider asked for; null when it did not
   */
  static Duration after(int attempts, @Nullable Duration retryAfter) {
    Duration own = PAUSES.get(Math.min(Math.max(attempts, 1), PAUSES.size()) - 1);
    return retryAfter != null && retryAfter.compareTo(own) > 0 ? retryAfter : own;
  }
}
