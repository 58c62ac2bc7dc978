package cn.wuye.hotline.backend.survey.progress;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.backend.survey.Period;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class PeriodChoiceTest {
  /** Half past midnight on the first of March in Shanghai: elsewhere it is still February. */
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-02-28T16:30:00Z"), ZoneOffset.UTC);

  @Test
  void daysAreCutWhereTheEstatesAre() {
    Period today = PeriodChoice.TODAY.now(CLOCK);

    assertThat(today.start()).isEqualTo(Instant.parse("2026-02-28T16:00:00Z"));
    assertThat(today.end()).isEqualTo(Instant.parse("2026-03-01T16:00:00Z"));
    assertThat(today.to()).isEqualTo(LocalDate.of(2026, 3, 1));
  }

  @Test
  void aWeekAndAMonthEndWithToday() {
    Period week = PeriodChoice.WEEK.now(CLOCK);
    Period month = PeriodChoice.MONTH.now(CLOCK);

    assertThat(week.from()).isEqualTo(LocalDate.of(2026, 2, 23));
    assertThat(week.to()).isEqualTo(LocalDate.of(2026, 3, 1));
    assertThat(month.from()).isEqualTo(LocalDate.of(2026, 3, 1));
    assertThat(month.end()).isEqualTo(week.end());
  }
}
