package cn.wuye.hotline.backend.queue.callback;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * When somebody is called back. Who has just phoned is awake; who phoned hours ago is not phoned in
 * the night.
 */
final class CallBackHours {
  private static final Duration JUST = Duration.ofHours(1);
  private static final LocalTime FROM = LocalTime.of(8, 0);
  private static final LocalTime TO = LocalTime.of(21, 0);

  private CallBackHours() {}

  /**
   * @param phonedAt when she began to wait
   * @param zone in which she reads the clock
   */
  static boolean allowed(Instant phonedAt, Instant now, ZoneId zone) {
    LocalTime time = LocalTime.ofInstant(now, zone);
    return phonedAt.plus(JUST).isAfter(now) || (!time.isBefore(FROM) && time.isBefore(TO));
  }
}
