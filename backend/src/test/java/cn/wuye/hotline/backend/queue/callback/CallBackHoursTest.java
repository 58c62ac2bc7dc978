package cn.wuye.hotline.backend.queue.callback;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallBackHoursTest {
  @ParameterizedTest
  @CsvSource({
    "2026-03-02T10:00:00Z, 2026-03-02T14:00:00Z, true",
    "2026-03-02T20:30:00Z, 2026-03-02T21:20:00Z, true",
    "2026-03-02T20:30:00Z, 2026-03-02T21:40:00Z, false",
    "2026-03-02T23:30:00Z, 2026-03-03T00:10:00Z, true",
    "2026-03-02T23:30:00Z, 2026-03-03T07:59:00Z, false",
    "2026-03-02T23:30:00Z, 2026-03-03T08:00:00Z, true"
  })
  void whoHasJustPhonedIsAwakeOthersAreLeftAloneInTheNight(
      String phoned, String now, boolean allowed) {
    assertThat(CallBackHours.allowed(Instant.parse(phoned), Instant.parse(now), ZoneOffset.UTC))
        .isEqualTo(allowed);
  }
}
