package cn.wuye.hotline.router.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import cn.wuye.hotline.router.queue.OpeningHours.Span;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpeningHoursTest {
  private static final Span MORNING = new Span(LocalTime.of(9, 0), LocalTime.of(12, 0));
  private static final Span EVENING = new Span(LocalTime.of(18, 0), LocalTime.MIDNIGHT);

  /** Monday is 2 March 2026; Tuesday a holiday, the Sunday before it worked. */
  private static final OpeningHours HOURS =
      new OpeningHours(
          Map.of(
              DayOfWeek.MONDAY, List.of(MORNING, EVENING),
              DayOfWeek.TUESDAY, List.of(MORNING)),
          Map.of(
              LocalDate.of(2026, 3, 3), List.of(),
              LocalDate.of(2026, 3, 1), List.of(MORNING)));

  @ParameterizedTest
  @CsvSource({
    "2026-03-02T08:59, false",
    "2026-03-02T09:00, true",
    "2026-03-02T12:00, false",
    "2026-03-02T23:59, true",
    "2026-03-03T10:00, false",
    "2026-03-01T10:00, true",
    "2026-03-08T10:00, false",
  })
  void holidaysAndMakeUpDaysCount(LocalDateTime at, boolean open) {
    assertThat(HOURS.open(at)).isEqualTo(open);
  }

  @Test
  void alwaysIsAlways() {
    for (int hour = 0; hour < 24 * 8; hour++) {
      assertThat(OpeningHours.always().open(LocalDateTime.of(2026, 3, 1, 0, 0).plusHours(hour)))
          .isTrue();
    }
  }

  @Test
  void aSpanThatRunsBackwardsIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Span(LocalTime.of(12, 0), LocalTime.of(9, 0)));
  }
}
