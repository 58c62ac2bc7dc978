package cn.wuye.hotline.backend.deadline.calendar;

import cn.wuye.hotline.ivr.data.DataFile;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The calendar of estates that have none of their own, as it is shipped. */
public final class ShippedCalendar {
  private ShippedCalendar() {}

  /** With the shipped holidays. */
  public static WorkingCalendar read() {
    return content().calendar();
  }

  /** The same as people write it down. */
  public static CalendarContent content() {
    DataFile file = DataFile.resource("/deadlines/calendar.yml");
    DataFile days = file.mapping("week");
    Map<DayOfWeek, List<Frame>> week = new EnumMap<>(DayOfWeek.class);
    for (String day : days.keys()) {
      week.put(
          DayOfWeek.valueOf(day.toUpperCase(Locale.ROOT)),
          days.texts(day).stream().map(Frame::parse).toList());
    }
    return new CalendarContent(
        ZoneId.of(file.text("zone")),
        week,
        HolidayYear.shipped().stream().flatMap(year -> year.days().stream()).toList());
  }
}
