package cn.wuye.hotline.backend.user;

import cn.wuye.hotline.ivr.data.LimitedMap;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Remembers for a minute which password matched which hash: bcrypt is meant to be slow, and an API
 * user sends her password with every request. Only a keyed digest with a key of this process is
 * kept, and a changed hash never matches an old entry.
 */
class CachedPasswordEncoder implements PasswordEncoder {
  private static final Duration REMEMBERED_FOR = Duration.ofMinutes(1);
  private static final int REMEMBERED = 1_000;

  private final PasswordEncoder slow;
  private final Clock clock;
  private final SecretKeySpec key;
  private final Map<String, Instant> matched = LimitedMap.byAge(REMEMBERED);

  CachedPasswordEncoder(PasswordEncoder slow, Clock clock) {
    this.slow = slow;
    this.clock = clock;
    byte[] random = new byte[32];
    new SecureRandom().nextBytes(random);
    this.key = new SecretKeySpec(random, "HmacSHA256");
  }

  @Override
  public @Nullable String encode(@Nullable CharSequence rawPassword) {
    return slow.encode(rawPassword);
  }

  @Override
  public boolean matches(@Nullable CharSequence rawPassword, @Nullable String encodedPassword) {
    String digest = digest(rawPassword + "\n" + encodedPassword);
    Instant now = clock.instant();
    synchronized (matched) {
      Instant at = matched.get(digest);
      if (at != null && now.isBefore(at.plus(REMEMBERED_FOR))) {
        return true;
      }
    }
    boolean matches = slow.matches(rawPassword, encodedPassword);
    if (matches) {
      synchronized (matched) {
        matched.remove(digest);
        matched.put(digest, now);
      }
    }
    return matches;
  }

  private String digest(String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JDK has no HmacSHA256", e);
    }
  }
}
