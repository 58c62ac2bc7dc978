package cn.wuye.hotline.backend.user;

import cn.wuye.hotline.ivr.data.LimitedMap;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Slows down guessing of passwords: after five failures for one name, or fifty from one address,
 * further attempts are refused for a while. Counted per node and in memory: it works while the
 * database is away, and n nodes allow at most n times as many guesses.
 */
@Component
class LoginThrottle {
  static final int FAILURES_PER_NAME = 5;
  static final int FAILURES_PER_ADDRESS = 50;
  static final Duration PAUSE = Duration.ofMinutes(10);
  private static final int REMEMBERED = 20_000;

  private final Clock clock;
  private final Map<String, Failures> failures = LimitedMap.byUse(REMEMBERED);

  LoginThrottle(Clock clock) {
    this.clock = clock;
  }

  /** How long this name from this address has to wait; zero when it may try. */
  Duration mustWait(String username, String address) {
    Duration byName = mustWait(nameKey(username, address), FAILURES_PER_NAME);
    Duration byAddress = mustWait(addressKey(address), FAILURES_PER_ADDRESS);
    return byName.compareTo(byAddress) > 0 ? byName : byAddress;
  }

  void failed(String username, String address) {
    count(nameKey(username, address));
    count(addressKey(address));
  }

  void succeeded(String username, String address) {
    synchronized (failures) {
      failures.remove(nameKey(username, address));
    }
  }

  private Duration mustWait(String key, int allowed) {
    synchronized (failures) {
      Failures known = failures.get(key);
      if (known == null || known.count() < allowed) {
        return Duration.ZERO;
      }
      Duration left = Duration.between(clock.instant(), known.last().plus(PAUSE));
      if (left.isNegative() || left.isZero()) {
        failures.remove(key);
        return Duration.ZERO;
      }
      return left;
    }
  }

  private void count(String key) {
    Instant now = clock.instant();
    synchronized (failures) {
      Failures known = failures.get(key);
      boolean recent = known != null && now.isBefore(known.last().plus(PAUSE));
      failures.put(key, new Failures(known != null && recent ? known.count() + 1 : 1, now));
    }
  }

  // Name and address together: a stranger must not be able to lock a colleague out from elsewhere.
  private static String nameKey(String username, String address) {
    return "name " + username.strip().toLowerCase(Locale.ROOT) + " " + address;
  }

  private static String addressKey(String address) {
    return "address " + address;
  }

  private record Failures(int count, Instant last) {}
}
