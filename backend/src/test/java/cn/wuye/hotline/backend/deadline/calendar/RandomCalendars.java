package cn.wuye.hotline.backend.deadline.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Calendars of every shape: several frames, whole days, free days, dates, zones with summer time.
 */
public final class RandomCalendars {
  private static final List<ZoneId> ZONES =
      List.of(
          WorkingCalendar.CHINA,
          ZoneId.of("UTC"),
          ZoneId.of("Europe/Berlin"),
          ZoneId.of("America/New_York"));

  private RandomCalendars() {}

  public static WorkingCalendar next(Random random) {
    Map<DayOfWeek, List<Frame>> week = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      week.put(day, random.nextInt(4) == 0 ? List.of() : frames(random));
    }
    week.put(DayOfWeek.of(1 + random.nextInt(7)), frames(random));
    Map<LocalDate, List<Frame>> dates = new HashMap<>();
    for (int i = random.nextInt(30); i > 0; i--) {
      LocalDate date = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(120));
      dates.put(date, random.nextBoolean() ? List.of() : frames(random));
    }
    return new WorkingCalendar(ZONES.get(random.nextInt(ZONES.size())), week, dates);
  }

  private static List<Frame> frames(Random random) {
    if (random.nextInt(6) == 0) {
      return List.of(Frame.WHOLE_DAY);
    }
    List<Frame> frames = new ArrayList<>();
    int minute = random.nextInt(600);
    while (minute < 1400 && frames.size() < 4) {
      int end = Math.min(1440, minute + 1 + random.nextInt(400));
      frames.add(new Frame(minute, end));
      minute = end + (random.nextInt(5) == 0 ? 0 : random.nextInt(200));
    }
    return frames;
  }
}
