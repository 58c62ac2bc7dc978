package cn.wuye.hotline.backend.traffic.desk;

import cn.wuye.hotline.backend.deadline.calendar.SpecialDay;
import cn.wuye.hotline.backend.deadline.settings.CalendarDesk;
import cn.wuye.hotline.backend.deadline.store.CalendarEdition;
import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.traffic.keep.CallHistories;
import cn.wuye.hotline.backend.traffic.staffing.CallForecast;
import cn.wuye.hotline.backend.traffic.staffing.CallForecast.Expected;
import cn.wuye.hotline.backend.traffic.staffing.CallHistory;
import cn.wuye.hotline.backend.traffic.staffing.Staffing;
import cn.wuye.hotline.backend.traffic.staffing.StaffingGoal;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** How many agents a day needs, from the calls of like days of the last weeks. */
@Component
public class StaffingDesk {
  /** The handling time of talks of which none is known. */
  public static final Duration USUAL = Duration.ofMinutes(4);

  /** No farther ahead: the like days would be a guess. */
  private static final int WEEKS_AHEAD = 13;

  private static final double QUARTERS_AN_HOUR = 4;

  private final CallHistories histories;
  private final CalendarDesk calendars;
  private final InSight sight;
  private final Clock clock;

  StaffingDesk(CallHistories histories, CalendarDesk calendars, InSight sight, Clock clock) {
    this.histories = histories;
    this.calendars = calendars;
    this.sight = sight;
    this.clock = clock;
  }

  /**
   * A quarter of an hour.
   *
   * @param expected the calls that come
   * @param needed who is needed for them
   */
  public record Slot(Expected expected, Staffing needed) {}

  /**
   * A day.
   *
   * @param like the days of the past from which it is taken, the oldest first
   * @param slots all of its quarters; empty when no like day is known
   */
  public record Plan(LocalDate day, List<LocalDate> like, List<Slot> slots) {
    public Plan {
      like = List.copyOf(like);
      slots = List.copyOf(slots);
    }

    /** Calls of the whole day. */
    public double calls() {
      return slots.stream().mapToDouble(slot -> slot.expected().calls()).sum();
    }

    /** The most agents who must be planned at once. */
    public int most() {
      return slots.stream().mapToInt(slot -> slot.needed().scheduled()).max().orElse(0);
    }

    /** Hours that must be planned. */
    public double hours() {
      return slots.stream().mapToInt(slot -> slot.needed().scheduled()).sum() / QUARTERS_AN_HOUR;
    }
  }

  /** The days that can be planned begin with this one. */
  public LocalDate today() {
    return LocalDate.ofInstant(Utc.now(clock), Days.ZONE);
  }

  /** The last day that can be planned. */
  public LocalDate last() {
    return today().plusWeeks(WEEKS_AHEAD);
  }

  /** Whether a day can be planned. */
  public boolean plans(LocalDate day) {
    return !day.isBefore(today()) && !day.isAfter(last());
  }

  /**
   * The plan of a day.
   *
   * @param queue only for this one; empty for all that are seen together, as if each agent were in
   *     all of them
   */
  public Plan plan(LocalDate day, Optional<String> queue, StaffingGoal goal, EstateScope scope) {
    Set<String> seen = sight.queues(scope).stream().map(Named::code).collect(Collectors.toSet());
    CallHistory history =
        histories.of(code -> seen.contains(code) && queue.map(code::equals).orElse(true));
    CallForecast forecast = new CallForecast(history, specialDays(), today(), USUAL);
    List<Slot> slots =
        forecast.of(day).stream()
            .map(
                expected ->
                    new Slot(
                        expected, Staffing.needed(expected.calls(), expected.handling(), goal)))
            .toList();
    return new Plan(day, forecast.basis(day), slots);
  }

  /** Those of the company's calendar. */
  private List<SpecialDay> specialDays() {
    return calendars
        .find(CalendarEdition.DEFAULT, EstateScope.ALL)
        .map(edition -> edition.content().days())
        .orElse(List.of());
  }
}
