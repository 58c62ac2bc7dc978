package cn.wuye.hotline.backend.traffic.staffing;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.backend.deadline.calendar.SpecialDay;
import cn.wuye.hotline.backend.traffic.figures.CallSums;
import cn.wuye.hotline.backend.traffic.figures.FigureTable;
import cn.wuye.hotline.backend.traffic.figures.FigureTable.Cell;
import cn.wuye.hotline.backend.traffic.figures.Quarter;
import cn.wuye.hotline.backend.traffic.staffing.CallForecast.Expected;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Forecasts for the days after Monday the second of March 2026, of history before it. */
class CallForecastTest {
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
  private static final LocalTime NINE = LocalTime.of(9, 0);
  private static final Duration USUAL = Duration.ofMinutes(4);

  private final List<Cell<CallSums>> cells = new ArrayList<>();
  private final TreeSet<LocalDate> known = new TreeSet<>();
  private final List<SpecialDay> special = new ArrayList<>();

  @Test
  void theMeanOfTheSameWeekdayAndQuarter() {
    called(TODAY.minusWeeks(1), NINE, 10, 0);
    called(TODAY.minusWeeks(2), NINE, 20, 0);
    called(TODAY.minusWeeks(3), NINE, 33, 0);
    called(TODAY.minusWeeks(3), NINE.plusMinutes(15), 6, 0);
    called(TODAY.minusDays(3), NINE, 500, 0);

    assertThat(expected(TODAY)).hasSize(96);
    assertThat(at(TODAY, NINE).calls()).isEqualTo(21);
    assertThat(at(TODAY, NINE.plusMinutes(15)).calls()).isEqualTo(2);
    assertThat(at(TODAY, NINE.plusMinutes(30)).calls()).isZero();
  }

  @Test
  void ofFiveLikeDaysAndMoreTheBusiestAndTheQuietestAreLeftOut() {
    int[] calls = {1000, 10, 20, 30, 0};
    for (int week = 0; week < calls.length; week++) {
      called(TODAY.minusWeeks(week + 1), NINE, calls[week], 0);
    }

    assertThat(at(TODAY, NINE).calls()).isEqualTo(20);
  }

  @Test
  void whatIsOlderThanEightWeeksOrNotOverIsNotLookedAt() {
    called(TODAY.minusWeeks(8), NINE, 10, 0);
    called(TODAY.minusWeeks(9), NINE, 90, 0);
    called(TODAY, NINE, 70, 0);

    assertThat(at(TODAY, NINE).calls()).isEqualTo(10);
    assertThat(at(TODAY.plusWeeks(1), NINE).calls()).isEqualTo(10);
  }

  @Test
  void aHolidayIsNoOrdinaryDayAndTheOtherWayRound() {
    LocalDate lastMonday = TODAY.minusWeeks(1);
    special(lastMonday, SpecialDay.Kind.HOLIDAY);
    special(lastMonday.plusDays(1), SpecialDay.Kind.HOLIDAY);
    special(TODAY.plusWeeks(1), SpecialDay.Kind.HOLIDAY);
    called(lastMonday, NINE, 3, 0);
    called(lastMonday.plusDays(1), NINE, 5, 0);
    called(TODAY.minusWeeks(2), NINE, 30, 0);

    assertThat(at(TODAY, NINE).calls()).isEqualTo(30);
    assertThat(at(TODAY.plusWeeks(1), NINE).calls()).isEqualTo(4);
  }

  @Test
  void withOneHolidayKnownSundaysHelp() {
    special(TODAY.minusWeeks(1), SpecialDay.Kind.HOLIDAY);
    special(TODAY.plusDays(1), SpecialDay.Kind.HOLIDAY);
    called(TODAY.minusWeeks(1), NINE, 3, 0);
    called(TODAY.minusDays(1), NINE, 9, 0);
    called(TODAY.minusDays(2), NINE, 100, 0);

    assertThat(at(TODAY.plusDays(1), NINE).calls()).isEqualTo(6);
  }

  @Test
  void aMakeUpDayIsLikeTheWorkingDays() {
    LocalDate saturday = TODAY.plusDays(5);
    special(saturday, SpecialDay.Kind.MAKE_UP);
    called(TODAY.minusDays(2), NINE, 100, 0); // an ordinary Saturday
    called(TODAY.minusDays(3), NINE, 20, 0);
    called(TODAY.minusDays(4), NINE, 40, 0);

    assertThat(at(saturday, NINE).calls()).isEqualTo(30);
  }

  @Test
  void aMakeUpSaturdayIsNoOrdinarySaturday() {
    special(TODAY.minusDays(2), SpecialDay.Kind.MAKE_UP);
    called(TODAY.minusDays(2), NINE, 100, 0);
    called(TODAY.minusDays(9), NINE, 8, 0);

    assertThat(at(TODAY.plusDays(5), NINE).calls()).isEqualTo(8);
  }

  @Test
  void withoutTheWeekdayItsHalfOfTheWeekHelps() {
    called(TODAY.minusDays(3), NINE, 12, 0);
    called(TODAY.minusDays(1), NINE, 100, 0);

    assertThat(at(TODAY, NINE).calls()).isEqualTo(12);
    assertThat(expected(TODAY.plusDays(5)).get(0).calls()).isZero();
  }

  @Test
  void aKnownDayWithoutCallsCountsAndAnUnknownDoesNot() {
    called(TODAY.minusWeeks(1), NINE, 10, 0);
    known.add(TODAY.minusWeeks(2));

    assertThat(at(TODAY, NINE).calls()).isEqualTo(5);
  }

  @Test
  void ofNothingNothingIsExpected() {
    assertThat(expected(TODAY)).isEmpty();
  }

  @Test
  void whoHungUpAtOnceWantedNobody() {
    known.add(TODAY.minusWeeks(1));
    cells.add(
        new Cell<>(
            Quarter.of(TODAY.minusWeeks(1).atTime(NINE).atZone(CHINA).toInstant()),
            "general",
            new CallSums(10, 10, 0, 4, 4, 6, 2, 3, 0, 0, 0, 0, 0, 0, 0, 0, 400_000, 0, 0, 0)));

    assertThat(at(TODAY, NINE).calls()).isEqualTo(8);
    assertThat(at(TODAY, NINE).handling()).isEqualTo(Duration.ofSeconds(100));
  }

  @Test
  void theHandlingTimeIsOfTheQuarterWhereEnoughTalkedElseOfTheDays() {
    called(TODAY.minusWeeks(1), NINE, 30, 100);
    called(TODAY.minusWeeks(1), NINE.plusHours(1), 10, 300);

    assertThat(at(TODAY, NINE).handling()).isEqualTo(Duration.ofSeconds(100));
    assertThat(at(TODAY, NINE.plusHours(1)).handling()).isEqualTo(Duration.ofSeconds(150));
    assertThat(at(TODAY, NINE.plusHours(2)).handling()).isEqualTo(Duration.ofSeconds(150));
  }

  @Test
  void withoutAnyTalkTheUsualHandlingTimeHolds() {
    called(TODAY.minusWeeks(1), NINE, 10, 0);

    assertThat(at(TODAY, NINE).handling()).isEqualTo(USUAL);
  }

  /** So many calls in a quarter; answered with so many seconds of talk each, or by nobody. */
  private void called(LocalDate day, LocalTime time, long calls, long seconds) {
    known.add(day);
    long answered = seconds == 0 ? 0 : calls;
    cells.add(
        new Cell<>(
            Quarter.of(day.atTime(time).atZone(CHINA).toInstant()),
            "general",
            new CallSums(
                calls,
                calls,
                0,
                answered,
                answered,
                0,
                0,
                0,
                calls - answered,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                answered * seconds * 1000,
                0,
                0,
                0)));
  }

  private void special(LocalDate day, SpecialDay.Kind kind) {
    special.add(new SpecialDay(day, kind, "节"));
  }

  private List<Expected> expected(LocalDate day) {
    CallHistory history = new CallHistory(FigureTable.of(cells), known, CHINA);
    return new CallForecast(history, special, TODAY, USUAL).of(day);
  }

  private Expected at(LocalDate day, LocalTime time) {
    Quarter quarter = Quarter.of(day.atTime(time).atZone(CHINA).toInstant());
    return expected(day).stream()
        .filter(expected -> expected.quarter().equals(quarter))
        .findFirst()
        .orElseThrow();
  }
}
