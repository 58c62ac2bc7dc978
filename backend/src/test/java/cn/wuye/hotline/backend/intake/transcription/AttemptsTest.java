package cn.wuye.hotline.backend.intake.transcription;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.backend.database.SettableClock;
import cn.wuye.hotline.ivr.conversation.CallId;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AttemptsTest {
  private static final CallId CALL = new CallId("node-1-1763800000.1");
  private final SettableClock clock = new SettableClock(Instant.parse("2026-03-01T08:00:00Z"));

  @Test
  void afterThreeAttemptsItIsLeft() {
    Attempts attempts = new Attempts(Duration.ZERO, clock);

    attempts.failed(CALL, "busy");
    attempts.failed(CALL, "busy");
    assertThat(attempts.putAside()).isEmpty();
    attempts.failed(CALL, "busy");

    assertThat(attempts.putAside()).containsExactly(CALL.value());
  }

  @Test
  void betweenTwoAttemptsItRests() {
    Attempts attempts = new Attempts(Duration.ofMinutes(10), clock);

    attempts.failed(CALL, "busy");
    assertThat(attempts.putAside()).containsExactly(CALL.value());
    clock.pass(Duration.ofMinutes(10));

    assertThat(attempts.putAside()).isEmpty();
  }
}
