package cn.wuye.hotline.backend.message.outbox;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** The hours in which residents are left alone, mostly over midnight. */
record Quiet(LocalTime from, LocalTime until, ZoneId zone) {
  /** When a message may be sent that is ready now: now, or when the quiet ends. */
  Instant earliest(Instant now) {
    ZonedDateTime here = now.atZone(zone);
    LocalTime time = here.toLocalTime();
    boolean overMidnight = from.isAfter(until);
    boolean quiet =
        overMidnight
            ? !time.isBefore(from) || time.isBefore(until)
            : !time.isBefore(from) && time.isBefore(until);
    if (!quiet) {
      return now;
    }
    boolean tomorrow = overMidnight && !time.isBefore(from);
    return here.toLocalDate().plusDays(tomorrow ? 1 : 0).atTime(until).atZone(zone).toInstant();
  }
}
