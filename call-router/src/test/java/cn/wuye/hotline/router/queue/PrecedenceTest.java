package cn.wuye.hotline.router.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrecedenceTest {
  @ParameterizedTest
  @CsvSource({
    "false, false, 0, 0",
    "false, false, 59, 0",
    "false, false, 60, 1",
    "false, false, 3599, 59",
    "false, false, -5, 0",
    "false, false, 1000000, 999",
    "false, true, 0, 1000",
    "true, false, 0, 2000",
    "true, true, 120, 2002",
  })
  void countsRankThenMinutes(boolean emergency, boolean older, long seconds, int precedence) {
    assertThat(of(emergency, older, seconds)).isEqualTo(precedence);
  }

  @Test
  void noWaitOvertakesARank() {
    int longest = 7 * 24 * 3600;
    assertThat(of(false, false, longest)).isLessThan(of(false, true, 0));
    assertThat(of(false, true, longest)).isLessThan(of(true, false, 0));
  }

  @Test
  void whoHasWaitedLongerNeverComesAfter() {
    for (int seconds = 0; seconds < 7200; seconds += 7) {
      assertThat(of(false, false, seconds + 7)).isGreaterThanOrEqualTo(of(false, false, seconds));
    }
  }

  private static int of(boolean emergency, boolean older, long seconds) {
    return Precedence.of(
        new CallerNeeds("", "cmn", "", emergency, older), Duration.ofSeconds(seconds));
  }
}
