package cn.wuye.hotline.backend.estate;

import java.time.Instant;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** Does what the rules of the architecture forbid, for them to find. */
public final class WrongOnPurpose {
  private WrongOnPurpose() {}

  /** Knows the web, and a time that is nobody's clock. */
  public static ResponseStatusException tooLate(Instant deadline) {
    return new ResponseStatusException(
        Instant.now().isAfter(deadline) ? HttpStatus.GONE : HttpStatus.OK);
  }
}
