package cn.wuye.hotline.backend.queue.edit;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.router.queue.OpeningHours.Span;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HoursTextTest {
  private static final Span MORNING = new Span(LocalTime.of(8, 0), LocalTime.NOON);
  private static final Span EVENING = new Span(LocalTime.of(14, 30), LocalTime.MIDNIGHT);

  @ParameterizedTest
  @ValueSource(
      strings = {"08:00-12:00 14:30-24:00", "14:30-24:00，8:00-12:00", " 08:00–12:00、14:30~24:00 "})
  void isReadAsPeopleWriteIt(String typed) {
    assertThat(HoursText.spans(typed)).contains(List.of(MORNING, EVENING));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "8",
        "12:00-08:00",
        "08:00-12:00 11:00-13:00",
        "08:00-24:00 09:00-10:00",
        "25:00-26:00",
        "00:00-00:00"
      })
  void whatIsNoneIsRefused(String typed) {
    assertThat(HoursText.spans(typed)).isEmpty();
  }

  @Test
  void isWrittenAsItIsRead() {
    assertThat(HoursText.text(List.of(MORNING, EVENING))).isEqualTo("08:00-12:00 14:30-24:00");
    assertThat(HoursText.spans("")).contains(List.of());
  }

  @Test
  void daysAreReadAndWrittenByLines() {
    String typed = "2026-10-10 08:00-12:00\n\n2026-10-01\n";
    Map<LocalDate, List<Span>> days =
        Map.of(LocalDate.of(2026, 10, 1), List.of(), LocalDate.of(2026, 10, 10), List.of(MORNING));

    assertThat(HoursText.days(typed)).contains(days);
    assertThat(HoursText.lines(days)).isEqualTo("2026-10-01\n2026-10-10 08:00-12:00");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1 October", "2026-10-01 open", "2026-10-01\n2026-10-01 08:00-12:00"})
  void daysThatAreNoneAreRefused(String typed) {
    assertThat(HoursText.days(typed)).isEmpty();
  }
}
