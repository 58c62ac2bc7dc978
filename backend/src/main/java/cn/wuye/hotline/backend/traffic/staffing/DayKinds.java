package cn.wuye.hotline.backend.traffic.staffing;

import cn.wuye.hotline.backend.deadline.calendar.SpecialDay;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Which days are like each other: holidays, make-up working days (调休), and the rest. */
final class DayKinds {
  private final Map<LocalDate, SpecialDay.Kind> special = new HashMap<>();

  DayKinds(Collection<SpecialDay> days) {
    days.forEach(day -> special.put(day.date(), day.kind()));
  }

  boolean holiday(LocalDate date) {
    return special.get(date) == SpecialDay.Kind.HOLIDAY;
  }

  boolean makeUp(LocalDate date) {
    return special.get(date) == SpecialDay.Kind.MAKE_UP;
  }

  /** Neither a holiday nor a make-up day. */
  boolean ordinary(LocalDate date) {
    return !special.containsKey(date);
  }

  /** An ordinary day from Monday to Friday. */
  boolean weekday(LocalDate date) {
    return ordinary(date) && !weekend(date);
  }

  static boolean weekend(LocalDate date) {
    return date.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
  }
}
