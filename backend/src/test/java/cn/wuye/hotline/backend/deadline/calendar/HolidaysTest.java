package cn.wuye.hotline.backend.deadline.calendar;

import static cn.wuye.hotline.backend.deadline.calendar.SpecialDay.Kind.HOLIDAY;
import static cn.wuye.hotline.backend.deadline.calendar.SpecialDay.Kind.MAKE_UP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.wuye.hotline.ivr.wording.PublicHolidays;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The shipped years and those that an administrator brings. */
class HolidaysTest {

  /** Written down from the notices once more, as days of each month: free | worked. */
  @ParameterizedTest
  @CsvSource({
    "2025-01, 1 28 29 30 31, 26",
    "2025-02, 1 2 3 4, 8",
    "2025-03, '', ''",
    "2025-04, 4 5 6, 27",
    "2025-05, 1 2 3 4 5 31, ''",
    "2025-06, 1 2, ''",
    "2025-09, '', 28",
    "2025-10, 1 2 3 4 5 6 7 8, 11",
    "2025-12, '', ''",
    "2026-01, 1 2 3, 4",
    "2026-02, 15 16 17 18 19 20 21 22 23, 14 28",
    "2026-04, 4 5 6, ''",
    "2026-05, 1 2 3 4 5, 9",
    "2026-06, 19 20 21, ''",
    "2026-09, 25 26 27, 20",
    "2026-10, 1 2 3 4 5 6 7, 10",
    "2027-01, 1, ''",
    "2027-02, 5 6 7 8, ''",
    "2027-04, 5, ''",
    "2027-05, 1 2, ''",
    "2027-06, 9, ''",
    "2027-09, 15, ''",
    "2027-10, 1 2 3, ''",
  })
  void theShippedDaysAreThoseOfTheNotices(String month, String free, String worked) {
    assertThat(days(month, HOLIDAY)).isEqualTo(free);
    assertThat(days(month, MAKE_UP)).isEqualTo(worked);
  }

  @Test
  void serviceHoursAndDeadlinesCountTheSameDays() {
    List<SpecialDay> days = HolidayYear.shipped().stream().flatMap(y -> y.days().stream()).toList();

    for (PublicHolidays.Span span : PublicHolidays.shipped().spans()) {
      SpecialDay.Kind kind = span.work() ? MAKE_UP : HOLIDAY;
      assertThat(days)
          .contains(
              new SpecialDay(span.from(), kind, span.name()),
              new SpecialDay(span.to(), kind, span.name()));
    }
    assertThat(HolidayYear.shipped())
        .extracting(HolidayYear::year)
        .isEqualTo(
            PublicHolidays.shipped().years().stream().map(PublicHolidays.Year::year).toList());
  }

  private static List<SpecialDay> year(int year) {
    return HolidayYear.shipped().stream()
        .filter(each -> each.year() == year)
        .flatMap(each -> each.days().stream())
        .toList();
  }

  @Test
  void allMonthsTogetherHaveAsManyDaysAsTheNotices() {
    assertThat(year(2025)).hasSize(1 + 8 + 3 + 5 + 3 + 8 + 5);
    assertThat(year(2026)).hasSize(3 + 9 + 3 + 5 + 3 + 3 + 7 + 6);
    assertThat(year(2027)).hasSize(13);
  }

  @Test
  void makeUpDaysAreSaturdaysAndSundays() {
    assertThat(HolidayYear.shipped())
        .flatMap(HolidayYear::days)
        .filteredOn(day -> day.kind() == MAKE_UP)
        .extracting(day -> day.date().getDayOfWeek())
        .containsOnly(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
  }

  @Test
  void onlyTheYearWithoutANoticeIsProvisional() {
    assertThat(HolidayYear.shipped())
        .extracting(HolidayYear::provisional)
        .containsExactly(false, false, true);
  }

  @Test
  void aDayThatComesTwiceOrFromAnotherYearIsRefused() {
    SpecialDay day = new SpecialDay(LocalDate.of(2028, 1, 1), HOLIDAY, "元旦");
    SpecialDay eve = new SpecialDay(LocalDate.of(2027, 12, 31), HOLIDAY, "元旦");
    SpecialDay november = new SpecialDay(LocalDate.of(2027, 11, 30), HOLIDAY, "元旦");

    assertThat(new HolidayYear(2028, false, "", List.of(day, eve)).days())
        .containsExactly(eve, day);
    assertThatThrownBy(() -> new HolidayYear(2028, false, "", List.of(day, day)))
        .hasMessageContaining("2028-01-01 stands twice");
    assertThatThrownBy(() -> new HolidayYear(2028, false, "", List.of(november)))
        .hasMessageContaining("does not belong to the holidays of 2028");
  }

  @Test
  void aFeedIsReadWithItsRangesAndMakeUpDays() {
    HolidayFeed feed =
        HolidayFeed.read(
            feed(
                event("春节（休）", "20260215", "20260224"),
                event("春节（班）", "20260214", "20260215"),
                event("元宵节", "20260303", "20260304"),
                event("上班(补国庆节假期)", "20261010", "20261011")));

    assertThat(feed.days()).hasSize(11);
    assertThat(feed.days().get(0))
        .isEqualTo(new SpecialDay(LocalDate.of(2026, 2, 14), MAKE_UP, "春节（班）"));
    assertThat(feed.days().get(9).date()).isEqualTo(LocalDate.of(2026, 2, 23));
    assertThat(feed.days().get(10).kind()).isEqualTo(MAKE_UP);
    assertThat(feed.ignored()).containsExactly("元宵节");
  }

  @Test
  void foldedLinesEscapesAndApplesMarksAreUnderstood() {
    HolidayFeed feed =
        HolidayFeed.read(
            "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY;LANGUAGE=zh:国庆节\\, 中\r\n 秋节假期\r\n"
                + "DTSTART;VALUE=DATE:20251001\r\nDTEND;VALUE=DATE:20251009\r\nEND:VEVENT\r\n"
                + "BEGIN:VEVENT\r\nSUMMARY:国庆节\r\nX-APPLE-SPECIAL-DAY:ALTERNATE-WORKDAY\r\n"
                + "DTSTART;VALUE=DATE:20250928\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");

    assertThat(feed.days()).hasSize(9);
    assertThat(feed.days().get(0).kind()).isEqualTo(MAKE_UP);
    assertThat(feed.days().get(1).name()).isEqualTo("国庆节, 中秋节假期");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<html>",
        "",
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:春节 休\nDTSTART:20260215T000000Z\nEND:VEVENT",
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:春节 休\nEND:VEVENT",
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:春节 休\nDTSTART:20260215\nRRULE:FREQ=YEARLY\nEND:VEVENT",
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:休\nDTSTART:20260215\nDTEND:20260215\nEND:VEVENT",
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:休\nDTSTART:20260215\nDTEND:20270215\nEND:VEVENT",
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:休\nDTSTART:20261315\nEND:VEVENT",
      })
  void whatCannotBeReadIsNamedWithItsLine(String text) {
    assertThat(HolidayFeed.read(text).faults())
        .hasSize(1)
        .allMatch(fault -> fault.line() == (text.contains("BEGIN:VEVENT") ? 2 : 1));
  }

  @Test
  void everyFaultIsToldWithTheLineWhereItsEventBegins() {
    HolidayFeed feed =
        HolidayFeed.read(
            feed(
                event("国庆节 休", "20271001", "20271008"),
                event("国庆节 班", "20271003", "20271004"),
                event("春节 休", "20270206", "20270806")));

    assertThat(feed.faults())
        .containsExactly(
            new HolidayFeed.Fault(8, HolidayFeed.Code.CONTRADICTION, "国庆节 班"),
            new HolidayFeed.Fault(13, HolidayFeed.Code.WRONG_LENGTH, "春节 休"));
  }

  private static String days(String month, SpecialDay.Kind kind) {
    return HolidayYear.shipped().stream()
        .flatMap(year -> year.days().stream())
        .filter(day -> day.kind() == kind && day.date().toString().startsWith(month))
        .map(day -> String.valueOf(day.date().getDayOfMonth()))
        .collect(Collectors.joining(" "));
  }

  private static String feed(String... events) {
    return "BEGIN:VCALENDAR\nVERSION:2.0\n" + String.join("", events) + "END:VCALENDAR\n";
  }

  private static String event(String summary, String from, String to) {
    return "BEGIN:VEVENT\nSUMMARY:"
        + summary
        + "\nDTSTART;VALUE=DATE:"
        + from
        + "\nDTEND;VALUE=DATE:"
        + to
        + "\nEND:VEVENT\n";
  }
}
