package cn.wuye.hotline.backend.limit;

import cn.wuye.hotline.backend.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Limits what comes from one address, before anybody is looked up. Who does not sign in, or guesses
 * tokens, has far less; guessing passwords is slowed down where passwords are checked.
 */
@Component
@Order(AddressLimit.BEFORE_SECURITY)
class AddressLimit extends OncePerRequestFilter {
  /** Spring Security's filters have -100. */
  static final int BEFORE_SECURITY = -110;

  private final RateLimits limits;
  private final ProblemWriter writer;

  AddressLimit(RateLimits limits, ProblemWriter writer) {
    this.limits = limits;
    this.writer = writer;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !request.getRequestURI().startsWith(request.getContextPath() + "/api/")
        && !byLink(request);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String address = ClientAddress.of(request);
    Duration wait = retryIn(request, address);
    if (!wait.isZero() && byLink(request)) {
      response.setHeader(HttpHeaders.RETRY_AFTER, RateLimits.seconds(wait));
      response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
      return;
    }
    if (!wait.isZero()) {
      writer.write(request, response, RateLimits.refusal(wait));
      return;
    }
    chain.doFilter(request, response);
    if (response.getStatus() == HttpStatus.UNAUTHORIZED.value() && bringsToken(request)) {
      limits.strangers().count(address);
    }
  }

  /** Pages that open without signing in, to people: they are told on a page. */
  private static boolean byLink(HttpServletRequest request) {
    String path = request.getRequestURI().substring(request.getContextPath().length());
    return path.startsWith("/p/") || path.startsWith("/s/") || path.startsWith("/q/");
  }

  private Duration retryIn(HttpServletRequest request, String address) {
    Allowance.Count all = limits.addresses().count(address);
    if (!all.allowed()) {
      return all.retryIn();
    }
    if (request.getHeader(HttpHeaders.AUTHORIZATION) == null) {
      return limits.strangers().count(address).retryIn();
    }
    return bringsToken(request) ? limits.strangers().retryIn(address) : Duration.ZERO;
  }

  private static boolean bringsToken(HttpServletRequest request) {
    @Nullable String header = request.getHeader(HttpHeaders.AUTHORIZATION);
    return header != null && header.regionMatches(true, 0, "Bearer ", 0, 7);
  }
}
