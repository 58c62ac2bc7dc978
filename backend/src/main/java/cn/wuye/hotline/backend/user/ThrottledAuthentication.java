package cn.wuye.hotline.backend.user;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Name and password, looked at only as often as {@link LoginThrottle} allows. */
class ThrottledAuthentication implements AuthenticationProvider {
  private static final Logger log = LoggerFactory.getLogger(ThrottledAuthentication.class);

  private final AuthenticationProvider passwords;
  private final LoginThrottle throttle;
  private final SignInAudit audit;

  ThrottledAuthentication(
      AuthenticationProvider passwords, LoginThrottle throttle, SignInAudit audit) {
    this.passwords = passwords;
    this.throttle = throttle;
    this.audit = audit;
  }

  @Override
  public @Nullable Authentication authenticate(Authentication attempt)
      throws AuthenticationException {
    String address = addressOf(attempt);
    Duration wait = throttle.mustWait(attempt.getName(), address);
    if (!wait.isZero()) {
      throw new TooManyAttempts(wait);
    }
    try {
      Authentication result = passwords.authenticate(attempt);
      throttle.succeeded(attempt.getName(), address);
      return result;
    } catch (BadCredentialsException | DisabledException wrong) {
      throttle.failed(attempt.getName(), address);
      audit.failed(printable(attempt.getName()), address);
      log.warn(
          "sign-in refused: user={} from={}; after {} failures attempts are refused for {}",
          printable(attempt.getName()),
          address,
          LoginThrottle.FAILURES_PER_NAME,
          LoginThrottle.PAUSE);
      throw wrong;
    }
  }

  @Override
  public boolean supports(Class<?> authentication) {
    return passwords.supports(authentication);
  }

  private static String addressOf(Authentication attempt) {
    return attempt.getDetails() instanceof WebAuthenticationDetails details
            && details.getRemoteAddress() != null
        ? details.getRemoteAddress()
        : "unknown";
  }

  // What a stranger typed must not forge a second log line.
  private static String printable(String name) {
    String clean = name.replaceAll("[\\p{Cntrl}]", "?");
    return clean.length() > 60 ? clean.substring(0, 60) + "…" : clean;
  }
}
