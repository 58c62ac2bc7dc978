package cn.wuye.hotline.backend.deadline;

import cn.wuye.hotline.backend.deadline.calendar.CalendarInForce;
import cn.wuye.hotline.backend.deadline.rule.ClockKind;
import cn.wuye.hotline.backend.deadline.rule.DeadlineRule;
import cn.wuye.hotline.backend.deadline.rule.StartsFrom;
import cn.wuye.hotline.backend.deadline.rule.Target;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** When the clocks of a ticket would be due if every step were taken at the last moment. */
public final class Forecast {
  private Forecast() {}

  /**
   * A clock that would run.
   *
   * @param start of its time: the creation, or the due time of the step before
   */
  public record Expected(Target target, Instant start, Instant due) {}

  /**
   * In the order of the rule.
   *
   * @param created when the ticket is opened
   * @throws IllegalArgumentException when a due time lies beyond the calendar
   */
  public static List<Expected> of(DeadlineRule rule, CalendarInForce calendar, Instant created) {
    Map<StartsFrom, Instant> steps = new EnumMap<>(StartsFrom.class);
    steps.put(StartsFrom.CREATED, created);
    steps.put(StartsFrom.RESIDENT_WROTE, created);
    Instant accepted = step(rule, ClockKind.ACCEPT, calendar, steps, created);
    steps.put(StartsFrom.ACCEPTED, accepted);
    Instant dispatched = step(rule, ClockKind.DISPATCH, calendar, steps, accepted);
    steps.put(StartsFrom.DISPATCHED, dispatched);
    // Helpers are asked with the first dispatch.
    steps.put(StartsFrom.TASK_OPENED, dispatched);
    steps.put(StartsFrom.SOLVED, step(rule, ClockKind.SOLVE, calendar, steps, dispatched));
    List<Expected> expected = new ArrayList<>();
    for (Target target : rule.targets()) {
      Instant start = steps.getOrDefault(target.from(), created);
      expected.add(new Expected(target, start, due(target, calendar, start)));
    }
    return expected;
  }

  /** The earliest due time of this kind; that of the step before where there is none. */
  private static Instant step(
      DeadlineRule rule,
      ClockKind kind,
      CalendarInForce calendar,
      Map<StartsFrom, Instant> steps,
      Instant before) {
    return rule.targets().stream()
        .filter(target -> target.kind() == kind && steps.containsKey(target.from()))
        .map(target -> due(target, calendar, steps.getOrDefault(target.from(), before)))
        .min(Instant::compareTo)
        .orElse(before);
  }

  private static Instant due(Target target, CalendarInForce calendar, Instant start) {
    return Instant.ofEpochMilli(
        target.runs().in(calendar).after(start.toEpochMilli(), target.within().toMillis()));
  }
}
