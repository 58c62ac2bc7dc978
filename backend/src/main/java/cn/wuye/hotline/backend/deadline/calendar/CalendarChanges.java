package cn.wuye.hotline.backend.deadline.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is different between two versions of a calendar.
 *
 * @param week the weekdays with other frames
 * @param days the dates that are another kind of day, or have another name
 */
public record CalendarChanges(List<OfWeekday> week, List<OfDate> days) {

  /** Other frames on a weekday. */
  public record OfWeekday(DayOfWeek day, List<Frame> from, List<Frame> to) {}

  /** Another kind of day on a date; null for one on which the week applies. */
  public record OfDate(LocalDate date, @Nullable SpecialDay from, @Nullable SpecialDay to) {}

  /** In the order of days. */
  public static CalendarChanges between(CalendarContent before, CalendarContent after) {
    List<OfWeekday> week = new ArrayList<>();
    for (DayOfWeek day : DayOfWeek.values()) {
      List<Frame> from = before.week().getOrDefault(day, List.of());
      List<Frame> to = after.week().getOrDefault(day, List.of());
      if (!from.equals(to)) {
        week.add(new OfWeekday(day, from, to));
      }
    }
    List<OfDate> days = new ArrayList<>();
    Map<LocalDate, SpecialDay> then = byDate(before);
    Map<LocalDate, SpecialDay> now = byDate(after);
    TreeSet<LocalDate> dates = new TreeSet<>(then.keySet());
    dates.addAll(now.keySet());
    for (LocalDate date : dates) {
      if (!Objects.equals(then.get(date), now.get(date))) {
        days.add(new OfDate(date, then.get(date), now.get(date)));
      }
    }
    return new CalendarChanges(week, days);
  }

  /** Whether nothing is different. */
  public boolean none() {
    return week.isEmpty() && days.isEmpty();
  }

  private static Map<LocalDate, SpecialDay> byDate(CalendarContent content) {
    Map<LocalDate, SpecialDay> days = new TreeMap<>();
    content.days().forEach(day -> days.put(day.date(), day));
    return days;
  }
}
