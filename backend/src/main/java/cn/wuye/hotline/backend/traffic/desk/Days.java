package cn.wuye.hotline.backend.traffic.desk;

import cn.wuye.hotline.backend.deadline.calendar.WorkingCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Days of the company, both included.
 *
 * @param to not before {@code from}
 */
public record Days(LocalDate from, LocalDate to) {
  /** Where the company is. */
  public static final ZoneId ZONE = WorkingCalendar.CHINA;

  private static final int FIRST_YEAR = 1990;
  private static final int LAST_YEAR = 2199;

  public Days {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("days do not end before they begin: " + to);
    }
  }

  /**
   * Reads a day.
   *
   * @throws java.time.DateTimeException when it is none
   * @throws IllegalArgumentException when it is far from any that a report can be of
   */
  public static LocalDate parse(String text) {
    LocalDate day = LocalDate.parse(text.strip());
    if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
      throw new IllegalArgumentException("no day of a report: " + day);
    }
    return day;
  }

  /** What was asked for; today where a day is missing, or the other one where that is given. */
  public static Days of(@Nullable LocalDate from, @Nullable LocalDate to, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, ZONE);
    if (from == null) {
      return new Days(to == null ? today : to, to == null ? today : to);
    }
    return new Days(from, to == null ? from : to);
  }

  /** How many; 1 or more. */
  public long count() {
    return ChronoUnit.DAYS.between(from, to) + 1;
  }

  /** The first day that does not belong to them. */
  public LocalDate end() {
    return to.plusDays(1);
  }
}
