package cn.wuye.hotline.backend.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class PollDaysTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 12, 1);
  private static final PollDays TEN = new PollDays(FIRST, FIRST.plusDays(9));
  private static final Instant BEFORE = Instant.parse("2026-11-26T02:00:00Z");

  @Test
  void firstCallsAreSpreadOverSevenTenthsOfTheDays() {
    assertThat(TEN.due(0, 100, BEFORE)).isEqualTo("2026-12-01T01:00:00Z");
    assertThat(TEN.due(50, 100, BEFORE)).isEqualTo("2026-12-04T06:00:00Z");
    assertThat(TEN.due(99, 100, BEFORE)).isBefore("2026-12-07T12:00:00Z");
  }

  @Test
  void nobodyIsDueBeforeItBegins() {
    Instant late = Instant.parse("2026-12-10T10:00:00Z");

    assertThat(TEN.due(0, 2, late)).isEqualTo(late);
    assertThat(TEN.due(1, 2, late)).isEqualTo(late);
    assertThat(TEN.end()).isEqualTo("2026-12-10T16:00:00Z");
  }
}
