package cn.wuye.hotline.backend.user;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** Signing in was refused without looking at the password, because of earlier failures. */
class TooManyAttempts extends AuthenticationException {
  private static final long serialVersionUID = 1L;

  private final Duration wait;

  TooManyAttempts(Duration wait) {
    super("too many failed attempts; next attempt in " + wait.toSeconds() + " s");
    this.wait = wait;
  }

  /** Until when no attempt is looked at; more than zero. */
  Duration waitFor() {
    return wait;
  }
}
