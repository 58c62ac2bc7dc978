package cn.wuye.hotline.backend.message.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackOffTest {
  @Test
  void thePausesGrow() {
    assertThat(BackOff.after(1, null)).isEqualTo(Duration.ofSeconds(30));
    assertThat(BackOff.after(2, null)).isEqualTo(Duration.ofMinutes(1));
    assertThat(BackOff.after(20, null)).isEqualTo(Duration.ofHours(2));
  }

  @Test
  void theProvidersWishIsHeardUnlessItIsHastier() {
    assertThat(BackOff.after(1, Duration.ofMinutes(10))).isEqualTo(Duration.ofMinutes(10));
    assertThat(BackOff.after(3, Duration.ofSeconds(1))).isEqualTo(Duration.ofMinutes(3));
  }
}
