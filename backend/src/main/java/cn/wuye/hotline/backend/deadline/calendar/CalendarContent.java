package cn.wuye.hotline.backend.deadline.calendar;

import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What people write down of a calendar, before it is made ready for reckoning.
 *
 * @param week the frames of each weekday; a day that is missing is free
 * @param days holidays and make-up days, with their names
 */
public record CalendarContent(
    ZoneId zone, Map<DayOfWeek, List<Frame>> week, List<SpecialDay> days) {
  public CalendarContent {
    Map<DayOfWeek, List<Frame>> ordered = new EnumMap<>(DayOfWeek.class);
    week.forEach((day, frames) -> ordered.put(day, List.copyOf(frames)));
    week = Map.copyOf(ordered);
    days = List.copyOf(days);
  }

  /**
   * Ready for reckoning.
   *
   * @throws IllegalArgumentException when frames overlap, or no weekday has any
   */
  public WorkingCalendar calendar() {
    return new WorkingCalendar(zone, week, Map.of()).with(days);
  }
}
