package cn.wuye.hotline.backend.user;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.backend.database.SettableClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LoginThrottleTest {
  private final SettableClock clock = new SettableClock(Instant.parse("2026-01-31T02:00:00Z"));
  private final LoginThrottle throttle = new LoginThrottle(clock);

  @Test
  void refusesAfterFiveFailuresAndAllowsAgainAfterThePause() {
    fail(4, "wang", "10.0.0.1");
    assertThat(throttle.mustWait("wang", "10.0.0.1")).isZero();

    fail(1, "Wang ", "10.0.0.1");
    assertThat(throttle.mustWait("wang", "10.0.0.1")).isEqualTo(LoginThrottle.PAUSE);

    clock.pass(LoginThrottle.PAUSE);
    assertThat(throttle.mustWait("wang", "10.0.0.1")).isZero();
  }

  @Test
  void aStrangerCannotLockAColleagueOut() {
    fail(20, "wang", "10.0.0.66");

    assertThat(throttle.mustWait("wang", "10.0.0.1")).isZero();
  }

  @Test
  void manyNamesFromOneAddressAreRefusedToo() {
    for (int n = 0; n < LoginThrottle.FAILURES_PER_ADDRESS; n++) {
      fail(1, "user" + n, "10.0.0.66");
    }

    assertThat(throttle.mustWait("somebody", "10.0.0.66")).isPositive();
    assertThat(throttle.mustWait("somebody", "10.0.0.1")).isZero();
  }

  @Test
  void successForgetsEarlierFailures() {
    fail(4, "wang", "10.0.0.1");
    throttle.succeeded("wang", "10.0.0.1");
    fail(4, "wang", "10.0.0.1");

    assertThat(throttle.mustWait("wang", "10.0.0.1")).isZero();
  }

  @Test
  void oldFailuresDoNotCount() {
    fail(4, "wang", "10.0.0.1");
    clock.pass(LoginThrottle.PAUSE.plus(Duration.ofSeconds(1)));
    fail(1, "wang", "10.0.0.1");

    assertThat(throttle.mustWait("wang", "10.0.0.1")).isZero();
  }

  private void fail(int times, String name, String address) {
    for (int n = 0; n < times; n++) {
      throttle.failed(name, address);
    }
  }
}
