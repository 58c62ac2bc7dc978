package cn.wuye.hotline.backend.quality;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;

/** A week, from Monday to Sunday where the estates are. */
record Week(LocalDate monday) {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  /** After the end of a week, so that what was archived in its last minute is committed. */
  private static final Duration SETTLES = Duration.ofHours(2);

  Week {
    if (monday.getDayOfWeek() != DayOfWeek.MONDAY) {
      throw new IllegalArgumentException("a week begins on a Monday, not on " + monday);
    }
  }

  /** The last one that has ended and may be drawn. */
  static Week lastEnded(Instant now) {
    LocalDate today = LocalDate.ofInstant(now.minus(SETTLES), ZONE);
    LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    return new Week(monday.minusWeeks(1));
  }

  Week next() {
    return new Week(monday.plusWeeks(1));
  }

  Week before(int weeks) {
    return new Week(monday.minusWeeks(weeks));
  }

  Instant from() {
    return monday.atStartOfDay(ZONE).toInstant();
  }

  /** Does not belong to it any more. */
  Instant to() {
    return next().from();
  }

  /** Year and week as one number, {@code 202613}: the same on every node, at any time. */
  long seed() {
    return monday.get(IsoFields.WEEK_BASED_YEAR) * 100L
        + monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
  }
}
