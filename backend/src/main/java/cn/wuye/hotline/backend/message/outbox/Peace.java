package cn.wuye.hotline.backend.message.outbox;

import cn.wuye.hotline.backend.persistence.Utc;
import java.time.Clock;
import java.time.Instant;

/** When residents may be told: not at night, and one ordinary message within some time. */
final class Peace {
  private final OutboxRows rows;
  private final Pace pace;
  private final Quiet quiet;
  private final Clock clock;

  Peace(OutboxRows rows, Pace pace, OutboxProperties properties, Clock clock) {
    this.rows = rows;
    this.pace = pace;
    this.quiet = new Quiet(properties.quietFrom(), properties.quietUntil(), properties.zone());
    this.clock = clock;
  }

  /**
   * Whether this message waits; it is postponed then.
   *
   * @param address the same for every message to one person
   */
  boolean mustWait(Claimed message, String address) {
    Instant now = Utc.now(clock);
    Instant morning = quiet.earliest(now);
    if (morning.isAfter(now)) {
      rows.postpone(message, Reason.QUIET_HOURS, morning, "");
      return true;
    }
    Instant free = pace.take(address, message.id());
    if (free.isAfter(now)) {
      rows.postpone(message, Reason.PACE, free, "");
      return true;
    }
    return false;
  }
}
