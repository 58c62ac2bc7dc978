package cn.wuye.hotline.backend.traffic.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuarterTest {
  @ParameterizedTest
  @CsvSource({
    "2026-03-02T01:00:00Z, 2026-03-02T01:00:00Z",
    "2026-03-02T01:14:59.999Z, 2026-03-02T01:00:00Z",
    "2026-03-02T01:15:00Z, 2026-03-02T01:15:00Z",
    "1969-12-31T23:59:59Z, 1969-12-31T23:45:00Z"
  })
  void aMomentLiesInTheQuarterThatHasBegun(Instant moment, Instant start) {
    assertThat(Quarter.of(moment)).isEqualTo(new Quarter(start));
    assertThat(Quarter.of(moment).end()).isAfter(moment);
  }

  @ParameterizedTest
  @CsvSource({
    "Asia/Shanghai, 2026-03-08, 96",
    "America/New_York, 2026-03-08, 92",
    "America/New_York, 2026-11-01, 100",
    "Australia/Lord_Howe, 2026-04-05, 98",
    "Asia/Kathmandu, 2026-03-08, 96"
  })
  void aDayHasTheQuartersThatItsHoursHave(String zone, LocalDate day, int quarters) {
    ZoneId there = ZoneId.of(zone);

    assertThat(Quarter.ofDay(day, there))
        .hasSize(quarters)
        .allMatch(quarter -> quarter.day(there).equals(day))
        .isSorted()
        .doesNotHaveDuplicates();
  }

  @Test
  void aDayBeginsWhereTheCompanyIs() {
    Quarter last = Quarter.of(Instant.parse("2026-03-02T15:59:59Z"));
    ZoneId china = ZoneId.of("Asia/Shanghai");

    assertThat(last.day(china)).isEqualTo(LocalDate.of(2026, 3, 2));
    assertThat(last.next().day(china)).isEqualTo(LocalDate.of(2026, 3, 3));
  }

  @Test
  void aQuarterBeginsOnAQuarter() {
    assertThatThrownBy(() -> new Quarter(Instant.parse("2026-03-02T01:05:00Z")))
        .hasMessageContaining("01:05");
  }
}
