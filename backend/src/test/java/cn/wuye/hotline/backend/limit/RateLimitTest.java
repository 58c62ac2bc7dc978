package cn.wuye.hotline.backend.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.wuye.hotline.backend.database.SettableClock;
import cn.wuye.hotline.backend.problem.ProblemException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

class RateLimitTest {
  private final SettableClock clock = new SettableClock(Instant.parse("2026-03-01T02:03:04Z"));
  private final Allowance allowance = new Allowance(3, clock);

  @AfterEach
  void nobody() {
    SecurityContextHolder.clearContext();
  }

  @Test
  void aMinutesWorthMayComeAtOnceAndComesBackBitByBit() {
    for (int left = 2; left >= 0; left--) {
      assertThat(allowance.count("a"))
          .extracting("allowed", "left")
          .containsExactly(true, (long) left);
    }
    Allowance.Count refused = allowance.count("a");
    assertThat(refused.allowed()).isFalse();
    assertThat(refused.retryIn()).isEqualTo(Duration.ofSeconds(20));
    assertThat(allowance.retryIn("a")).isEqualTo(Duration.ofSeconds(20));
    assertThat(allowance.count("b").allowed()).as("somebody else").isTrue();

    clock.pass(Duration.ofSeconds(20));

    assertThat(allowance.count("a").allowed()).isTrue();
    assertThat(allowance.count("a").allowed()).isFalse();
    clock.pass(Duration.ofHours(1));
    assertThat(allowance.count("a").left()).as("never more than a minute's worth").isEqualTo(2);
  }

  @Test
  void memoryIsBoundedHoweverManyCome() {
    for (int i = 0; i < Allowance.MOST + 500; i++) {
      allowance.count("client " + i);
    }

    assertThat(allowance.clients()).isEqualTo(Allowance.MOST);
  }

  @Test
  void aUserIsToldWhatIsLeftAndWhenToComeBack() {
    UserLimit limit = new UserLimit(new RateLimits(new RateProperties(2, 100, 100), clock));
    SecurityContextHolder.getContext()
        .setAuthentication(new TestingAuthenticationToken("wang", ""));
    MockHttpServletResponse response = new MockHttpServletResponse();

    limit.preHandle(new MockHttpServletRequest(), response, this);
    assertThat(response.getHeader("RateLimit-Policy")).isEqualTo("\"user\";q=2;w=60");
    assertThat(response.getHeader("RateLimit")).isEqualTo("\"user\";r=1;t=30");
    limit.preHandle(new MockHttpServletRequest(), response, this);

    assertThatThrownBy(() -> limit.preHandle(new MockHttpServletRequest(), response, this))
        .isInstanceOfSatisfying(
            ProblemException.class,
            refused -> {
              assertThat(refused.problem().status().value()).isEqualTo(429);
              assertThat(refused.problem().headers().getFirst("Retry-After")).isEqualTo("30");
            });
  }

  @Test
  void aHouseholdWithItsManyAddressesIsOne() {
    assertThat(address("2001:db8:1:2:3:4:5:6")).isEqualTo(address("2001:db8:1:2:ffff::1"));
    assertThat(address("2001:db8:1:2:3:4:5:6")).isNotEqualTo(address("2001:db8:1:3:3:4:5:6"));
    assertThat(address("192.0.2.1")).isNotEqualTo(address("192.0.2.2"));
  }

  private static String address(String remote) {
    MockHttpServletRequest request = new MockHttpServletRequest();
    request.setRemoteAddr(remote);
    return ClientAddress.of(request);
  }
}
