package cn.wuye.hotline.backend.deadline.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * When is worked: the frames of each weekday, and the dates on which others apply. Immutable;
 * answers come from a table per year that is made when first asked for. Estates with the same
 * calendar should share one object.
 */
public final class WorkingCalendar implements TimeLine {
  /** The zone of estates unless they say otherwise. */
  public static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  private static final int FIRST_YEAR = 1970;
  private static final int LAST_YEAR = 2400;
  private static final long AVERAGE_YEAR = 31_556_952_000L;

  private final ZoneId zone;
  private final Map<DayOfWeek, List<Frame>> week;
  private final Map<LocalDate, List<Frame>> dates;
  private final @Nullable YearTable[] tables = new YearTable[LAST_YEAR - FIRST_YEAR + 1];

  /**
   * @param week the frames of each weekday; a day that is missing or empty is free
   * @param dates the frames of single dates, which replace those of the week; empty for a free day
   * @throws IllegalArgumentException when frames overlap, or no weekday has any: then a deadline
   *     would never come
   */
  public WorkingCalendar(
      ZoneId zone, Map<DayOfWeek, List<Frame>> week, Map<LocalDate, List<Frame>> dates) {
    this.zone = zone;
    Map<DayOfWeek, List<Frame>> days = new EnumMap<>(DayOfWeek.class);
    week.forEach((day, frames) -> days.put(day, Frame.ordered(frames, day.toString())));
    if (days.values().stream().allMatch(List::isEmpty)) {
      throw new IllegalArgumentException(
          "no weekday of the calendar has working time, so no deadline would ever come;"
              + " give at least one weekday a frame, like 08:30-17:30");
    }
    Map<LocalDate, List<Frame>> single = new HashMap<>();
    dates.forEach((date, frames) -> single.put(date, Frame.ordered(frames, date.toString())));
    this.week = Map.copyOf(days);
    this.dates = Map.copyOf(single);
  }

  /**
   * The same with more special days. A holiday is free; a make-up day is worked like a Monday, or
   * like the first weekday that is worked at all.
   */
  public WorkingCalendar with(Collection<SpecialDay> days) {
    Map<LocalDate, List<Frame>> more = new HashMap<>(dates);
    for (SpecialDay day : days) {
      more.put(day.date(), day.kind() == SpecialDay.Kind.HOLIDAY ? List.of() : ordinaryDay());
    }
    return new WorkingCalendar(zone, week, more);
  }

  /**
   * Working days counted whole: 00:00–24:00 of every day that has a frame. "3 working days" are 72
   * hours in it.
   */
  public WorkingCalendar wholeDays() {
    Map<DayOfWeek, List<Frame>> wholeWeek = new EnumMap<>(DayOfWeek.class);
    week.forEach((day, frames) -> wholeWeek.put(day, whole(frames)));
    Map<LocalDate, List<Frame>> wholeDates = new HashMap<>();
    dates.forEach((date, frames) -> wholeDates.put(date, whole(frames)));
    return new WorkingCalendar(zone, wholeWeek, wholeDates);
  }

  public ZoneId zone() {
    return zone;
  }

  /** The frames of a date, in their order. */
  public List<Frame> frames(LocalDate date) {
    List<Frame> frames = dates.get(date);
    return frames != null ? frames : week.getOrDefault(date.getDayOfWeek(), List.of());
  }

  /** Whether is worked at this moment. */
  public boolean open(Instant at) {
    long moment = at.toEpochMilli();
    YearTable table = table(year(moment));
    int next = table.firstEndingAfter(moment);
    return next < table.size() && table.start(next) <= moment;
  }

  @Override
  public long between(long from, long to) {
    if (to <= from) {
      return 0;
    }
    int first = year(from);
    int last = year(to);
    long sum = table(last).workedUntil(to) - table(first).workedUntil(from);
    for (int year = first; year < last; year++) {
      sum += table(year).total();
    }
    return sum;
  }

  @Override
  public long after(long from, long amount) {
    if (amount < 0) {
      throw new IllegalArgumentException("an amount of time is not negative: " + amount);
    }
    int year = year(from);
    YearTable table = table(year);
    long position = table.workedUntil(from) + amount;
    // At the very end of the year's work the next opening lies in a later year.
    while (position >= table.total()) {
      position -= table.total();
      year++;
      table = table(year);
    }
    return table.momentOf(position);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof WorkingCalendar that
        && zone.equals(that.zone)
        && week.equals(that.week)
        && dates.equals(that.dates);
  }

  @Override
  public int hashCode() {
    return Objects.hash(zone, week, dates);
  }

  @Override
  public String toString() {
    return "calendar of " + new TreeMap<>(week) + " in " + zone + ", " + dates.size() + " dates";
  }

  private List<Frame> ordinaryDay() {
    for (DayOfWeek day : DayOfWeek.values()) {
      List<Frame> frames = week.getOrDefault(day, List.of());
      if (!frames.isEmpty()) {
        return frames;
      }
    }
    throw new IllegalStateException("a calendar without working time cannot be built");
  }

  private static List<Frame> whole(List<Frame> frames) {
    return frames.isEmpty() ? List.of() : List.of(Frame.WHOLE_DAY);
  }

  private int year(long moment) {
    int guess = FIRST_YEAR + (int) Math.floorDiv(moment, AVERAGE_YEAR);
    if (moment < table(guess).begin()) {
      return guess - 1;
    }
    return moment >= table(guess).end() ? guess + 1 : guess;
  }

  private YearTable table(int year) {
    if (year < FIRST_YEAR || year > LAST_YEAR) {
      throw new IllegalArgumentException(
          "calendars reach from " + FIRST_YEAR + " to " + LAST_YEAR + ", not to " + year);
    }
    // Tables are immutable and equal whoever makes them: a race costs time, not correctness.
    YearTable table = tables[year - FIRST_YEAR];
    if (table == null) {
      table = YearTable.of(this, year);
      tables[year - FIRST_YEAR] = table;
    }
    return table;
  }
}
