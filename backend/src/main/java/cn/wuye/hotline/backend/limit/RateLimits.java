package cn.wuye.hotline.backend.limit;

import cn.wuye.hotline.backend.problem.Problem;
import java.time.Clock;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** The three allowances, and how a refusal is told. */
@Component
class RateLimits {
  private final Allowance users;
  private final Allowance addresses;
  private final Allowance strangers;

  RateLimits(RateProperties rates, Clock clock) {
    users = new Allowance(rates.perUser(), clock);
    addresses = new Allowance(rates.perAddress(), clock);
    strangers = new Allowance(rates.strangers(), clock);
  }

  Allowance users() {
    return users;
  }

  Allowance addresses() {
    return addresses;
  }

  Allowance strangers() {
    return strangers;
  }

  static Problem refusal(Duration wait) {
    String seconds = seconds(wait);
    return Problem.of(HttpStatus.TOO_MANY_REQUESTS, "too-many-requests", seconds)
        .withHeader(HttpHeaders.RETRY_AFTER, seconds);
  }

  /** Rounded up, at least 1. */
  static String seconds(Duration wait) {
    return Long.toString(Math.max(1, wait.plusMillis(999).toSeconds()));
  }
}
