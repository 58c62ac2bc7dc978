package cn.wuye.hotline.router.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpectedWaitTest {
  private static final Duration WINDOW = Duration.ofMinutes(15);

  /** 15 answered in 15 minutes: one a minute. */
  @ParameterizedTest
  @CsvSource({
    "15, 0, 0, 0, 1",
    "15, 2, 0, 0, 3",
    "15, 2, 2, 0, 5",
    "15, 5, 0, 0, 10",
    "15, 9, 0, 0, 10",
    "15, 10, 0, 0, 15",
    "15, 19, 0, 0, 20",
    "15, 20, 0, 0, ",
    "30, 0, 0, 0, ",
    "30, 2, 0, 0, 2",
    "2, 0, 0, 0, ",
    "15, 2, 0, 4, 3",
    "15, 2, 0, 3, ",
    "15, 4, 0, 3, ",
  })
  void saysWhatHelps(
      int answered, int before, int callBacks, int saidBefore, @Nullable Integer minutes) {
    assertThat(new ExpectedWait(WINDOW, answered).said(before, callBacks, saidBefore))
        .isEqualTo(Optional.ofNullable(minutes));
  }

  @Test
  void theFiguresAreNeverTooGood() {
    for (int answered = 3; answered < 60; answered++) {
      for (int before = 0; before < 40; before++) {
        ExpectedWait wait = new ExpectedWait(WINDOW, answered);
        Duration estimate = wait.estimate(before, 1).orElseThrow();
        wait.said(before, 1, 0)
            .ifPresent(
                minutes ->
                    assertThat(Duration.ofMinutes(minutes)).isGreaterThanOrEqualTo(estimate));
      }
    }
  }

  @Test
  void aWindowOfNothingIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new ExpectedWait(Duration.ZERO, 1));
  }
}
