package cn.wuye.hotline.backend.console.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.backend.deadline.calendar.CalendarContent;
import cn.wuye.hotline.backend.deadline.calendar.Frame;
import cn.wuye.hotline.backend.deadline.calendar.ShippedCalendar;
import cn.wuye.hotline.backend.deadline.calendar.WorkingCalendar;
import cn.wuye.hotline.backend.deadline.settings.Wrong;
import java.time.DayOfWeek;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarFormTest {
  private final Map<String, Wrong> wrong = new LinkedHashMap<>();

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whatIsWrittenIsReadAsItWas(boolean chinese) {
    CalendarContent shipped = ShippedCalendar.content();
    CalendarForm form = CalendarForm.of(1, "", shipped, chinese, 2026);

    CalendarContent read = form.content(WorkingCalendar.CHINA, wrong);

    assertThat(wrong).isEmpty();
    assertThat(read.week()).isEqualTo(shipped.week());
    assertThat(read.days()).containsExactlyInAnyOrderElementsOf(shipped.days());
    assertThat(form.years()).containsExactly(2025, 2026, 2027);
    assertThat(form.value("days-2026"))
        .contains(chinese ? "2026-01-01 至 2026-01-03 休 元旦" : "2026-01-01 to 2026-01-03 off 元旦");
  }

  @Test
  void framesAreReadAsPeopleWriteThem() {
    CalendarContent read =
        new CalendarForm(Map.of("week-1", "8：30 – 12:00，13:30-18:00", "week-7", "00:00-24:00"))
            .content(WorkingCalendar.CHINA, wrong);

    assertThat(wrong).isEmpty();
    assertThat(read.week())
        .isEqualTo(
            Map.of(
                DayOfWeek.MONDAY,
                List.of(Frame.parse("08:30-12:00"), Frame.parse("13:30-18:00")),
                DayOfWeek.SUNDAY,
                List.of(Frame.WHOLE_DAY)));
  }

  @ParameterizedTest
  @CsvSource({
    "week-2, 上午, calendars.error.frame",
    "week-2, 18:00-08:00, calendars.error.frame",
    "days-2026, 2026-02-30 休 春节, calendars.error.day",
    "days-2026, 2026-10-01 国庆节, calendars.error.day",
    "days-2026, 2026-10-01 至 2026-12-01 休 国庆节, calendars.error.day",
    "days-2026, 2027-10-01 休 国庆节, calendars.error.year",
  })
  void whatIsNotUnderstoodIsToldBesideItsField(String field, String text, String message) {
    new CalendarForm(Map.of(field, text)).content(WorkingCalendar.CHINA, wrong);

    assertThat(wrong).containsOnlyKeys(field);
    assertThat(wrong.get(field)).extracting(Wrong::message).isEqualTo(message);
  }
}
