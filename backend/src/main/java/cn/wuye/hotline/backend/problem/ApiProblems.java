package cn.wuye.hotline.backend.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * Answers everything that goes wrong below {@code /api}; the console has pages of its own. A
 * resolver and not an advice, because an unknown route or method has no controller to advise.
 */
@Component
class ApiProblems implements HandlerExceptionResolver, Ordered {
  private static final Logger log = LoggerFactory.getLogger(ApiProblems.class);

  private final ProblemWriter writer;
  private final ProblemTable table;

  ApiProblems(ProblemWriter writer, ProblemTable table) {
    this.writer = writer;
    this.table = table;
  }

  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE;
  }

  @Override
  public @Nullable ModelAndView resolveException(
      HttpServletRequest request,
      HttpServletResponse response,
      @Nullable Object handler,
      Exception failure) {
    if (!request.getRequestURI().startsWith(request.getContextPath() + "/api/")) {
      return null;
    }
    try {
      writer.write(request, response, table.find(failure).orElseGet(() -> unexpected(failure)));
    } catch (IOException clientGone) {
      log.debug("nobody waits for the answer any more", clientGone);
    }
    return new ModelAndView();
  }

  private static Problem unexpected(Exception failure) {
    String incident = UUID.randomUUID().toString().substring(0, 8);
    log.error("incident {}: a request failed; the client was told the incident", incident, failure);
    return Problem.of(HttpStatus.INTERNAL_SERVER_ERROR, "internal", incident)
        .with("incident", incident);
  }
}
