package cn.wuye.hotline.backend.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeekTest {
  @ParameterizedTest
  @CsvSource({
    // Sunday evening and Monday before two o'clock there: the week is not drawn yet.
    "2026-03-08T15:59:59Z, 2026-02-23",
    "2026-03-08T17:59:59Z, 2026-02-23",
    "2026-03-08T18:00:00Z, 2026-03-02",
    "2026-03-11T04:00:00Z, 2026-03-02",
    "2026-01-01T04:00:00Z, 2025-12-22",
  })
  void theLastOneThatHasEnded(Instant now, LocalDate monday) {
    assertThat(Week.lastEnded(now)).isEqualTo(new Week(monday));
  }

  @Test
  void lastsFromMondayToMondayWhereTheEstatesAre() {
    Week week = new Week(LocalDate.parse("2026-03-02"));

    assertThat(week.from()).isEqualTo("2026-03-01T16:00:00Z");
    assertThat(week.to()).isEqualTo("2026-03-08T16:00:00Z").isEqualTo(week.next().from());
    assertThat(week.next().before(1)).isEqualTo(week);
    assertThatThrownBy(() -> new Week(LocalDate.parse("2026-03-03")))
        .hasMessageContaining("Monday");
  }

  @Test
  void theSeedIsYearAndWeek() {
    assertThat(new Week(LocalDate.parse("2026-03-02")).seed()).isEqualTo(202610);
    // The first days of its year belong to the week that began in the old one.
    assertThat(new Week(LocalDate.parse("2025-12-29")).seed()).isEqualTo(202601);
  }
}
