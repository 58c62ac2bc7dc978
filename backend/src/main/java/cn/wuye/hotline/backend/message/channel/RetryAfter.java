package cn.wuye.hotline.backend.message.channel;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The header Retry-After: seconds, or a date. */
final class RetryAfter {
  private static final Duration MOST = Duration.ofHours(6);

  private RetryAfter() {}

  /** How long is to be waited, at most 6 h; null when the header says nothing. */
  static @Nullable Duration of(Optional<String> header, Instant now) {
    return header.map(value -> parsed(value.strip(), now)).orElse(null);
  }

  private static @Nullable Duration parsed(String value, Instant now) {
    if (value.matches("[0-9]{1,9}")) {
      return atMost(Duration.ofSeconds(Long.parseLong(value)));
    }
    try {
      Instant then = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return then.isAfter(now) ? atMost(Duration.between(now, then)) : Duration.ZERO;
    } catch (DateTimeException unreadable) {
      return null;
    }
  }

  private static Duration atMost(Duration wait) {
    return wait.compareTo(MOST) > 0 ? MOST : wait;
  }
}
