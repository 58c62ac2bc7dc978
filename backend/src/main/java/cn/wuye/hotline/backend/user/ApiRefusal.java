package cn.wuye.hotline.backend.user;

import cn.wuye.hotline.backend.problem.Problem;
import cn.wuye.hotline.backend.problem.ProblemWriter;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.firewall.HttpStatusRequestRejectedHandler;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.stereotype.Component;

/** Refusals of the API before a controller is reached, as RFC 9457 problems. */
@Component
class ApiRefusal implements AuthenticationEntryPoint, AccessDeniedHandler, RequestRejectedHandler {
  private static final String RETRY_AFTER_SECONDS = "10";

  private final RequestRejectedHandler forPages = new HttpStatusRequestRejectedHandler();
  private final ProblemWriter writer;

  ApiRefusal(ProblemWriter writer) {
    this.writer = writer;
  }

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
      throws IOException {
    writer.write(request, response, problem(why));
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
      throws IOException {
    writer.write(request, response, Problem.of(HttpStatus.FORBIDDEN, "forbidden"));
  }

  /** A request whose path or form no honest client sends. */
  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, RequestRejectedException why)
      throws IOException, ServletException {
    if (request.getRequestURI().startsWith(request.getContextPath() + "/api/")) {
      writer.write(request, response, Problem.of(HttpStatus.BAD_REQUEST, "request-rejected"));
    } else {
      forPages.handle(request, response, why);
    }
  }

  private static Problem problem(AuthenticationException why) {
    if (why instanceof TooManyAttempts tooMany) {
      String seconds = Long.toString(Math.max(1, tooMany.waitFor().toSeconds()));
      return Problem.of(HttpStatus.TOO_MANY_REQUESTS, "too-many-attempts", seconds)
          .withHeader(HttpHeaders.RETRY_AFTER, seconds);
    }
    if (why instanceof AuthenticationServiceException) {
      return Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "database-away")
          .withHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
    }
    return Problem.of(HttpStatus.UNAUTHORIZED, "unauthorized")
        .withHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"hotline\", charset=\"UTF-8\"");
  }
}
