package cn.wuye.hotline.backend.survey;

import cn.wuye.hotline.backend.deadline.calendar.WorkingCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Days for which figures are wanted, both included, as they are where the estates are.
 *
 * @param to not before {@code from}
 */
public record Period(LocalDate from, LocalDate to) {
  private static final ZoneId ZONE = WorkingCalendar.CHINA;

  public Period {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("a period does not end before it begins: " + to);
    }
  }

  /**
   * What was asked for. Without either day it is this month; with one of them, the month begins or
   * ends there.
   *
   * @throws IllegalArgumentException when it would end before it begins
   */
  public static Period of(@Nullable LocalDate from, @Nullable LocalDate to, Instant now) {
    LocalDate today = today(now);
    LocalDate first = from != null ? from : (to != null ? to : today).withDayOfMonth(1);
    return new Period(first, to != null ? to : YearMonth.from(first).atEndOfMonth());
  }

  /** The day on which the estates are now. */
  public static LocalDate today(Instant now) {
    return LocalDate.ofInstant(now, ZONE);
  }

  /** When it begins. */
  public Instant start() {
    return from.atStartOfDay(ZONE).toInstant();
  }

  /** When it is over; does not belong to it any more. */
  public Instant end() {
    return to.plusDays(1).atStartOfDay(ZONE).toInstant();
  }
}
