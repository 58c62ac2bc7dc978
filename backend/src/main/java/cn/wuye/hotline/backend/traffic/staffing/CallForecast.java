package cn.wuye.hotline.backend.traffic.staffing;

import cn.wuye.hotline.backend.deadline.calendar.SpecialDay;
import cn.wuye.hotline.backend.traffic.figures.CallSums;
import cn.wuye.hotline.backend.traffic.figures.Quarter;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * The calls to be expected: for each quarter of an hour the mean of the same quarter on like days
 * of the last {@value #WEEKS} weeks.
 *
 * <p>Like days of an ordinary day are the ordinary days of the same weekday; where there are none,
 * those of the same half of the week (Monday–Friday, Saturday–Sunday). Of a make-up working day:
 * all ordinary days from Monday to Friday, and other make-up days. Of a holiday: other holidays,
 * and where there are fewer than {@value #HOLIDAYS}, ordinary Sundays too. From {@value #TRIMMED}
 * like days on, the one with the most calls and the one with the fewest are left out, so that a
 * storm or a cut line does not staff the weeks after it.
 *
 * <p>A call is whoever was offered to the queue and did not hang up at once: who abandoned, chose a
 * key or a call-back wanted somebody as well. The handling time is the mean of the answered calls
 * of the same quarter on the like days; where they are fewer than {@value #TALKS}, of the whole of
 * these days; where there are none, the usual one.
 */
public final class CallForecast {
  /** So far back the history is looked at. */
  public static final int WEEKS = 8;

  static final int HOLIDAYS = 2;
  static final int TRIMMED = 5;
  static final int TALKS = 30;

  private final CallHistory history;
  private final DayKinds kinds;
  private final List<LocalDate> past;
  private final Duration usual;

  /**
   * What is to be expected in a quarter.
   *
   * @param calls 0 or more, rarely whole
   * @param handling mean, more than 0
   */
  public record Expected(Quarter quarter, double calls, Duration handling) {}

  /**
   * @param special holidays and make-up days, of the past and of the days to be planned
   * @param today the first day of which nothing is known yet
   * @param usual handling time where none is known, more than 0
   */
  public CallForecast(
      CallHistory history, Collection<SpecialDay> special, LocalDate today, Duration usual) {
    this.history = history;
    this.kinds = new DayKinds(special);
    this.past =
        history.days().stream()
            .filter(day -> day.isBefore(today) && !day.isBefore(today.minusWeeks(WEEKS)))
            .toList();
    this.usual = usual;
  }

  /**
   * Every quarter of a day.
   *
   * @return empty when nothing is known of any like day
   */
  public List<Expected> of(LocalDate day) {
    List<LocalDate> like = trimmed(like(day));
    List<Expected> expected = new ArrayList<>();
    if (like.isEmpty()) {
      return expected;
    }
    CallSums all = sum(like.stream().map(history::all).toList());
    for (Quarter quarter : Quarter.ofDay(day, history.zone())) {
      LocalTime time = history.time(quarter);
      CallSums then = sum(like.stream().map(each -> history.at(each, time)).toList());
      double calls = (double) calls(then) / like.size();
      expected.add(new Expected(quarter, calls, handling(then, all)));
    }
    return expected;
  }

  /** The days of the past that are like one, the oldest first. */
  List<LocalDate> like(LocalDate day) {
    if (kinds.holiday(day)) {
      List<LocalDate> holidays = known(kinds::holiday);
      return holidays.size() >= HOLIDAYS
          ? holidays
          : known(then -> kinds.holiday(then) || (kinds.ordinary(then) && sunday(then)));
    }
    if (kinds.makeUp(day)) {
      return known(then -> kinds.weekday(then) || kinds.makeUp(then));
    }
    List<LocalDate> same =
        known(then -> kinds.ordinary(then) && then.getDayOfWeek() == day.getDayOfWeek());
    return same.isEmpty()
        ? known(then -> kinds.ordinary(then) && DayKinds.weekend(then) == DayKinds.weekend(day))
        : same;
  }

  private List<LocalDate> known(Predicate<LocalDate> which) {
    return past.stream().filter(which).toList();
  }

  private List<LocalDate> trimmed(List<LocalDate> like) {
    if (like.size() < TRIMMED) {
      return like;
    }
    return like.stream()
        .sorted(Comparator.comparing(day -> calls(history.all(day))))
        .skip(1)
        .limit(like.size() - 2L)
        .toList();
  }

  private Duration handling(CallSums then, CallSums all) {
    CallSums of = then.answered() >= TALKS ? then : all;
    long sum = of.talk() + of.hold() + of.wrapUp();
    return of.answered() == 0 || sum < of.answered()
        ? usual
        : Duration.ofMillis(sum / of.answered());
  }

  private static boolean sunday(LocalDate day) {
    return day.getDayOfWeek() == DayOfWeek.SUNDAY;
  }

  private static long calls(CallSums sums) {
    return sums.offered() - sums.abandonedShort();
  }

  private static CallSums sum(List<CallSums> all) {
    return all.stream().reduce(CallSums.NONE, CallSums::plus);
  }
}
