package cn.wuye.hotline.backend.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class PeriodTest {
  /** Already April where the estates are. */
  private static final Instant NOW = Instant.parse("2026-03-31T16:00:00Z");

  @Test
  void isThisMonthUnlessDaysAreAskedFor() {
    assertThat(Period.of(null, null, NOW)).isEqualTo(period("2026-04-01", "2026-04-30"));
    assertThat(Period.of(day("2026-02-10"), null, NOW))
        .isEqualTo(period("2026-02-10", "2026-02-28"));
    assertThat(Period.of(null, day("2026-02-10"), NOW))
        .isEqualTo(period("2026-02-01", "2026-02-10"));
    assertThat(Period.of(day("2026-01-01"), day("2026-12-31"), NOW))
        .isEqualTo(period("2026-01-01", "2026-12-31"));
    assertThatThrownBy(() -> period("2026-03-02", "2026-03-01"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void hasBothItsDaysWhereTheEstatesAre() {
    assertThat(period("2026-03-01", "2026-03-01").start()).isEqualTo("2026-02-28T16:00:00Z");
    assertThat(period("2026-03-01", "2026-03-01").end()).isEqualTo("2026-03-01T16:00:00Z");
  }

  private static Period period(String from, String to) {
    return new Period(day(from), day(to));
  }

  private static LocalDate day(String day) {
    return LocalDate.parse(day);
  }
}
