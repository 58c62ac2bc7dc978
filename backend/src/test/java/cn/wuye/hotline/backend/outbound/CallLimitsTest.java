package cn.wuye.hotline.backend.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CallLimitsTest {
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  /** 10:00 in Shanghai. */
  private static final Instant NOW = Instant.parse("2026-03-02T02:00:00Z");

  private final CallLimits limits = CallLimits.shipped();

  @Test
  void theShippedOnesAreFiveADayAndThreeInFiveMinutes() {
    assertThat(limits).isEqualTo(new CallLimits(5, 3));
    assertThatIllegalArgumentException().isThrownBy(() -> new CallLimits(0, 1));
  }

  @Test
  void theFourthWithinFiveMinutesWaitsForTheFirstToBeOver() {
    List<Instant> calls =
        List.of(NOW.minusSeconds(240), NOW.minusSeconds(120), NOW.minusSeconds(60));

    assertThat(limits.next(NOW, calls.subList(1, 3), SHANGHAI)).isEqualTo(NOW);
    assertThat(limits.next(NOW, calls, SHANGHAI)).isEqualTo(NOW.plusSeconds(60));
  }

  @Test
  void theSixthOfADayIsOneOfTheNextByTheClockOfThatPlace() {
    List<Instant> calls = new ArrayList<>();
    for (int i = 1; i <= 5; i++) {
      calls.add(NOW.minus(Duration.ofMinutes(20L * i)));
    }

    assertThat(limits.next(NOW, calls, SHANGHAI)).isEqualTo(Instant.parse("2026-03-02T16:00:00Z"));
    // There the day has just begun: four of the calls were yesterday's.
    assertThat(limits.next(NOW, calls, ZoneId.of("Etc/GMT+1"))).isEqualTo(NOW);
  }

  @Test
  void howeverManyAreWantedTheLimitsHold() {
    Random random = new Random(20260302);
    List<Instant> calls = new ArrayList<>();
    Instant wanted = NOW;
    for (int i = 0; i < 200; i++) {
      Instant at = limits.next(wanted, calls, SHANGHAI);
      assertThat(at).isAfterOrEqualTo(wanted);
      calls.add(at);
      wanted = at.plusSeconds(random.nextInt(400));
    }

    for (Instant call : calls) {
      assertThat(calls)
          .filteredOn(
              other -> !other.isBefore(call) && other.isBefore(call.plus(Duration.ofMinutes(5))))
          .hasSizeLessThanOrEqualTo(3);
      assertThat(calls)
          .filteredOn(
              other ->
                  other.atZone(SHANGHAI).toLocalDate().equals(call.atZone(SHANGHAI).toLocalDate()))
          .hasSizeLessThanOrEqualTo(5);
    }
  }
}
