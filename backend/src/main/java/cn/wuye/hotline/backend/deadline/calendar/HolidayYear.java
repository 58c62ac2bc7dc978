package cn.wuye.hotline.backend.deadline.calendar;

import cn.wuye.hotline.ivr.wording.PublicHolidays;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The public holidays and make-up working days of one year.
 *
 * @param provisional whether the official notice is still to come: the statutory days alone, no
 *     make-up days
 * @param source where the days are from, for people
 * @param days in the order of their dates
 */
public record HolidayYear(int year, boolean provisional, String source, List<SpecialDay> days) {
  /** No holiday is longer; a longer range is a slip of the pen. */
  static final int LONGEST = 16;

  /** Fewer special days than these are no whole year. */
  public static final int FEWEST = 10;

  /**
   * @throws IllegalArgumentException when a date comes twice, or lies in another year (the last
   *     December may belong to New Year)
   */
  public HolidayYear {
    days = days.stream().sorted((a, b) -> a.date().compareTo(b.date())).toList();
    Set<LocalDate> seen = new HashSet<>();
    for (SpecialDay day : days) {
      if (!seen.add(day.date())) {
        throw new IllegalArgumentException(
            day.date() + " stands twice among the holidays of " + year + "; keep one of the two");
      }
      LocalDate date = day.date();
      boolean lastDecember = date.getYear() == year - 1 && date.getMonthValue() == 12;
      if (date.getYear() != year && !lastDecember) {
        throw new IllegalArgumentException(
            date + " (" + day.name() + ") does not belong to the holidays of " + year);
      }
    }
  }

  /** Every year of the table that is shipped for service hours and deadlines alike. */
  public static List<HolidayYear> shipped() {
    return PublicHolidays.shipped().years().stream().map(HolidayYear::of).toList();
  }

  private static HolidayYear of(PublicHolidays.Year shipped) {
    List<SpecialDay> days = new ArrayList<>();
    for (PublicHolidays.Span span : shipped.spans()) {
      SpecialDay.Kind kind = span.work() ? SpecialDay.Kind.MAKE_UP : SpecialDay.Kind.HOLIDAY;
      days.addAll(range(span.from(), span.to().plusDays(1), kind, span.name()));
    }
    return new HolidayYear(shipped.year(), shipped.provisional(), shipped.source(), days);
  }

  /**
   * A special day for each date.
   *
   * @param end the first date after them
   */
  public static List<SpecialDay> range(
      LocalDate from, LocalDate end, SpecialDay.Kind kind, String name) {
    if (!from.isBefore(end) || from.plusDays(LONGEST).isBefore(end)) {
      throw new IllegalArgumentException(
          name
              + " goes from "
              + from
              + " to "
              + end.minusDays(1)
              + "; a holiday has 1 to "
              + LONGEST
              + " days");
    }
    return from.datesUntil(end).map(date -> new SpecialDay(date, kind, name)).toList();
  }
}
