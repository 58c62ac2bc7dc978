package cn.wuye.hotline.backend.user;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;

/**
 * A page that stood open too long has lost its token: that is told as what it is, not as a missing
 * right. Everything else is 403.
 */
class ExpiredFormOrForbidden implements AccessDeniedHandler {

  /** Request attribute for the error page: the form's token was missing or old. */
  static final String EXPIRED = "hotline.formExpired";

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
      throws IOException {
    if (why instanceof CsrfException) {
      request.setAttribute(EXPIRED, true);
    }
    response.sendError(HttpServletResponse.SC_FORBIDDEN);
  }
}
