package cn.wuye.hotline.backend.user;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.backend.database.SettableClock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.password.PasswordEncoder;

class CachedPasswordEncoderTest {
  private final SettableClock clock = new SettableClock(Instant.parse("2026-01-31T02:00:00Z"));
  private final Counting slow = new Counting();
  private final CachedPasswordEncoder cached = new CachedPasswordEncoder(slow, clock);

  @Test
  void aPasswordThatMatchedIsNotComparedAgainForAMinute() {
    assertThat(cached.matches("secret", "{}secret")).isTrue();
    assertThat(cached.matches("secret", "{}secret")).isTrue();
    assertThat(slow.asked).isEqualTo(1);

    clock.pass(Duration.ofSeconds(61));
    assertThat(cached.matches("secret", "{}secret")).isTrue();
    assertThat(slow.asked).isEqualTo(2);
  }

  @Test
  void aWrongPasswordIsComparedEveryTimeAndNeverMatches() {
    assertThat(cached.matches("wrong", "{}secret")).isFalse();
    assertThat(cached.matches("wrong", "{}secret")).isFalse();
    assertThat(slow.asked).isEqualTo(2);
  }

  @Test
  void aChangedHashForgetsThePasswordAtOnce() {
    assertThat(cached.matches("secret", "{}secret")).isTrue();

    assertThat(cached.matches("secret", "{}other")).isFalse();
  }

  private static final class Counting implements PasswordEncoder {
    private int asked;

    @Override
    public String encode(@Nullable CharSequence raw) {
      return "{}" + raw;
    }

    @Override
    public boolean matches(@Nullable CharSequence raw, @Nullable String encoded) {
      asked++;
      return encode(raw).equals(encoded);
    }
  }
}
