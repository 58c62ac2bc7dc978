package cn.wuye.hotline.ivr.wording;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.ivr.wording.DialogSettings.Day;
import cn.wuye.hotline.ivr.wording.DialogSettings.Hours;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceHoursTest {
  private static final String USUAL = "08:30-12:00, 14:00–18:00";
  private static final List<String> WEEK =
      List.of(USUAL, USUAL, USUAL, USUAL, USUAL, "", "09:00-24:00");
  private static final ServiceHours HOURS =
      ServiceHours.of(
          new Hours(
              false,
              WEEK,
              true,
              List.of(
                  new Day("2026-10-03", "2026-10-03", "国庆值守", "10:00-11:00"),
                  new Day("2027-02-05", "2027-02-11", "春节", ""))));

  @ParameterizedTest
  @CsvSource({
    // Wednesday: two frames with a pause.
    "2026-11-25T08:29, false",
    "2026-11-25T08:30, true",
    "2026-11-25T11:59, true",
    "2026-11-25T12:00, false",
    "2026-11-25T17:59, true",
    // Saturday, and a Sunday to midnight.
    "2026-11-28T10:00, false",
    "2026-11-29T23:59, true",
    // A public holiday on a Friday; an own day within it.
    "2026-10-02T10:00, false",
    "2026-10-03T10:30, true",
    "2026-10-03T09:00, false",
    // A make-up working Saturday is worked like a Monday.
    "2026-10-10T09:00, true",
    "2026-10-10T13:00, false",
    // Own days of a year whose holidays are not shipped.
    "2027-02-08T09:00, false",
    "2027-02-15T09:00, true",
  })
  void knowsWhenTheDeskIsThere(String moment, boolean open) {
    assertThat(HOURS.isOpen(at(moment))).isEqualTo(open);
  }

  @Test
  void withoutHoursTheDeskIsAlwaysThere() {
    assertThat(ServiceHours.of(Hours.ALWAYS).isOpen(at("2026-10-02T03:00"))).isTrue();
  }

  @Test
  void publicHolidaysMayBeLeftOut() {
    ServiceHours hours = ServiceHours.of(new Hours(false, WEEK, false, List.of()));

    assertThat(hours.isOpen(at("2026-10-02T10:00"))).isTrue();
  }

  @Test
  void theTablesOfHolidaysArePlausible() {
    List<PublicHolidays.Span> spans = PublicHolidays.shipped().spans();

    assertThat(spans).hasSizeGreaterThan(20);
    assertThat(spans.stream().filter(PublicHolidays.Span::work))
        .allMatch(
            day ->
                Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY).contains(day.from().getDayOfWeek()));
    assertThat(spans).noneMatch(span -> span.to().isBefore(span.from()));
    for (int year : List.of(2025, 2026)) {
      assertThat(daysOff(spans, year)).as("days off in %s", year).isEqualTo(year == 2025 ? 28 : 33);
    }
  }

  private static long daysOff(List<PublicHolidays.Span> spans, int year) {
    return spans.stream()
        .filter(span -> !span.work() && span.from().getYear() == year)
        .mapToLong(span -> span.from().datesUntil(span.to().plusDays(1)).count())
        .sum();
  }

  private static Instant at(String moment) {
    return LocalDateTime.parse(moment).atZone(ServiceHours.ZONE).toInstant();
  }
}
