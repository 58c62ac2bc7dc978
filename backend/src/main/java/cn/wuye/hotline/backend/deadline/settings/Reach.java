package cn.wuye.hotline.backend.deadline.settings;

import cn.wuye.hotline.backend.deadline.calendar.CalendarBook;
import cn.wuye.hotline.backend.deadline.calendar.CalendarInForce;
import cn.wuye.hotline.backend.deadline.calendar.WorkingCalendar;
import cn.wuye.hotline.backend.deadline.rule.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/** Whether deadlines come at all in a calendar: one with an hour a week makes 400 days decades. */
final class Reach {
  private static final Duration FURTHEST = Duration.ofDays(3653);

  private Reach() {}

  /** The first target that would be due only after ten years. */
  static Optional<Target> beyond(
      Collection<Target> targets, WorkingCalendar calendar, Instant now) {
    CalendarInForce ready = CalendarBook.of(calendar).find(null, now);
    return targets.stream().filter(target -> beyond(target, ready, now)).findFirst();
  }

  /** Whether so much working time does not come as long as calendars are reckoned in. */
  static boolean never(Duration amount, WorkingCalendar calendar, Instant now) {
    try {
      return calendar.after(now.toEpochMilli(), amount.toMillis()) < now.toEpochMilli();
    } catch (IllegalArgumentException beyondAllTables) {
      return true;
    }
  }

  private static boolean beyond(Target target, CalendarInForce calendar, Instant now) {
    long start = now.toEpochMilli();
    try {
      long due = target.runs().in(calendar).after(start, target.within().toMillis());
      return due - start > FURTHEST.toMillis();
    } catch (IllegalArgumentException beyondAllTables) {
      return true;
    }
  }
}
