package cn.wuye.hotline.backend.user;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.stereotype.Component;

/** Back to the login page with the reason: wrong, too often, or the database is away. */
@Component
class LoginFailure implements AuthenticationFailureHandler {

  @Override
  public void onAuthenticationFailure(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
      throws IOException {
    response.sendRedirect(request.getContextPath() + "/login?" + reason(why));
  }

  private static String reason(AuthenticationException why) {
    if (why instanceof TooManyAttempts tooMany) {
      return "wait=" + (tooMany.waitFor().toSeconds() + 59) / 60;
    }
    return why instanceof AuthenticationServiceException ? "unavailable" : "failed";
  }
}
