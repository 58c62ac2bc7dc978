package cn.wuye.hotline.backend.console.deadline;

import java.time.Duration;
import java.util.Optional;

/**
 * A length of time as a number and a unit, the largest that divides it.
 *
 * @param unit {@code m}, {@code h} or {@code d}; a day has 24 hours
 */
record Amount(long number, String unit) {
  private static final long HOURS_FROM_WHICH_DAYS = 7 * 24;

  static Amount of(Duration length) {
    long minutes = length.toMinutes();
    if (minutes % 60 != 0) {
      return new Amount(minutes, "m");
    }
    long hours = minutes / 60;
    return hours >= HOURS_FROM_WHICH_DAYS && hours % 24 == 0
        ? new Amount(hours / 24, "d")
        : new Amount(hours, "h");
  }

  /** What is typed; empty when it is no whole number from 1, or of no known unit. */
  static Optional<Duration> read(String number, String unit) {
    if (!number.strip().matches("[1-9][0-9]{0,5}")) {
      return Optional.empty();
    }
    long value = Long.parseLong(number.strip());
    return switch (unit) {
      case "m" -> Optional.of(Duration.ofMinutes(value));
      case "h" -> Optional.of(Duration.ofHours(value));
      case "d" -> Optional.of(Duration.ofDays(value));
      default -> Optional.empty();
    };
  }
}
