package cn.wuye.hotline.backend.survey.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class PeriodTest {
  /** Half past midnight on the first of March in Shanghai: elsewhere it is still February. */
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-02-28T16:30:00Z"), ZoneOffset.UTC);

  @Test
  void daysAreCutWhereTheEstatesAre() {
    Period today = Period.Choice.TODAY.now(CLOCK);

    assertThat(today.from()).isEqualTo(Instant.parse("2026-02-28T16:00:00Z"));
    assertThat(today.to()).isEqualTo(Instant.parse("2026-03-01T16:00:00Z"));
    assertThat(today.lastDay()).isEqualTo(LocalDate.of(2026, 3, 1));
  }

  @Test
  void aWeekAndAMonthEndWithToday() {
    Period week = Period.Choice.WEEK.now(CLOCK);
    Period month = Period.Choice.MONTH.now(CLOCK);

    assertThat(week.firstDay()).isEqualTo(LocalDate.of(2026, 2, 23));
    assertThat(week.lastDay()).isEqualTo(LocalDate.of(2026, 3, 1));
    assertThat(month.firstDay()).isEqualTo(LocalDate.of(2026, 3, 1));
    assertThat(month.to()).isEqualTo(week.to());
  }
}
