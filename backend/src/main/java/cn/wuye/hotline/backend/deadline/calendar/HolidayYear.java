package cn.wuye.hotline.backend.deadline.calendar;

import cn.wuye.hotline.ivr.data.DataFile;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
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
  /** The years that are shipped. */
  public static final List<Integer> SHIPPED = List.of(2025, 2026, 2027);

  /** No holiday is longer; a longer range is a slip of the pen. */
  static final int LONGEST = 16;

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

  /** Every shipped year. */
  public static List<HolidayYear> shipped() {
    return SHIPPED.stream().map(HolidayYear::shipped).toList();
  }

  /**
   * A year as it is shipped.
   *
   * @throws IllegalStateException when the year is not shipped
   */
  static HolidayYear shipped(int year) {
    return read(DataFile.resource("/deadlines/holidays/" + year + ".yml"));
  }

  private static HolidayYear read(DataFile file) {
    List<SpecialDay> days = new ArrayList<>();
    for (DataFile holiday : file.mappings("holidays")) {
      String name = holiday.text("name");
      LocalDate from = date(holiday.text("from"));
      LocalDate to = date(holiday.text("to", holiday.text("from")));
      days.addAll(range(from, to.plusDays(1), SpecialDay.Kind.HOLIDAY, name));
      for (String makeUp : holiday.texts("make-up")) {
        days.add(new SpecialDay(date(makeUp), SpecialDay.Kind.MAKE_UP, name));
      }
    }
    return new HolidayYear(
        Integer.parseInt(file.text("year")),
        Boolean.parseBoolean(file.text("provisional", "false")),
        file.text("source"),
        days);
  }

  /**
   * A special day for each date.
   *
   * @param end the first date after them
   */
  static List<SpecialDay> range(LocalDate from, LocalDate end, SpecialDay.Kind kind, String name) {
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

  private static LocalDate date(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("'" + text + "' is no date; write it like 2026-10-01", e);
    }
  }
}
