package cn.wuye.hotline.backend.message.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietTest {
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  @ParameterizedTest
  @CsvSource({
    "2026-03-02T12:59:59Z,2026-03-02T12:59:59Z", // 20:59:59
    "2026-03-02T13:00:00Z,2026-03-03T00:00:00Z", // 21:00
    "2026-03-02T17:30:00Z,2026-03-03T00:00:00Z", // 01:30 the next day
    "2026-03-02T23:59:59Z,2026-03-03T00:00:00Z", // 07:59:59
    "2026-03-03T00:00:00Z,2026-03-03T00:00:00Z", // 08:00
  })
  void theNightEndsInTheMorning(Instant ready, Instant earliest) {
    Quiet quiet = new Quiet(LocalTime.of(21, 0), LocalTime.of(8, 0), SHANGHAI);

    assertThat(quiet.earliest(ready)).isEqualTo(earliest);
  }

  @Test
  void anAfternoonNapEndsTheSameDay() {
    Quiet quiet = new Quiet(LocalTime.of(12, 0), LocalTime.of(14, 0), SHANGHAI);

    assertThat(quiet.earliest(Instant.parse("2026-03-02T05:00:00Z")))
        .isEqualTo(Instant.parse("2026-03-02T06:00:00Z"));
    assertThat(quiet.earliest(Instant.parse("2026-03-02T06:00:00Z")))
        .isEqualTo(Instant.parse("2026-03-02T06:00:00Z"));
  }

  @Test
  void theSameTimeTwiceIsNever() {
    Quiet quiet = new Quiet(LocalTime.of(8, 0), LocalTime.of(8, 0), SHANGHAI);

    assertThat(quiet.earliest(Instant.parse("2026-03-02T00:00:00Z")))
        .isEqualTo(Instant.parse("2026-03-02T00:00:00Z"));
  }
}
