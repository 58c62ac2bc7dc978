package cn.wuye.hotline.caller.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AgiStepsTest {
  @Test
  void readsTheMomentsOfEveryCall() {
    AgiSteps steps = AgiSteps.of(List.of("1000 1005 1006 1009", "1500 1501 1502 1542"));

    assertThat(steps.calls()).isEqualTo(2);
    assertThat(steps.stepMillis()).containsExactly(5, 1, 3, 1, 1, 40);
    assertThat(steps.rate()).isEqualTo(2);
    assertThat(steps.p99()).isEqualTo(40);
  }

  @Test
  void brokenCallsDoNotCount() {
    AgiSteps steps = AgiSteps.of(List.of("1000 1005 1006", "1000 1005 1006 ", "x y z w", ""));

    assertThat(steps.calls()).isZero();
    assertThat(steps.rate()).isZero();
    assertThat(AgiContestant.held(steps, 10, 1)).isFalse();
  }

  @Test
  void loadIsHeldWhenAllCallsCameAtThatRateAndInTime() {
    AgiSteps steps = new AgiSteps(100, List.of(1, 2, 99), 20);

    assertThat(AgiContestant.held(steps, 100, 20)).isTrue();
    assertThat(AgiContestant.held(steps, 101, 20)).isFalse();
    assertThat(AgiContestant.held(steps, 100, 22)).isFalse();
    assertThat(AgiContestant.held(new AgiSteps(100, List.of(1, 2, 100), 20), 100, 20)).isFalse();
  }
}
