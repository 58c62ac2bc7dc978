package cn.wuye.hotline.backend.console;

import cn.wuye.hotline.backend.database.DatabaseFailure;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * While the database is away, nobody sees a stack trace: a page says that calls go on being
 * answered. It stands before the session filter, because sessions are in the database too. The API
 * answers for itself, unless it could not even look up the user.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class DatabaseAwayFilter extends OncePerRequestFilter {
  private static final Logger log = LoggerFactory.getLogger(DatabaseAwayFilter.class);

  private final ProblemPage page;

  DatabaseAwayFilter(ProblemPage page) {
    this.page = page;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      chain.doFilter(request, response);
    } catch (RuntimeException | ServletException failure) {
      if (!databaseAway(failure) || response.isCommitted()) {
        throw failure;
      }
      log.warn(
          "{} {} answered with 503: the database is away",
          request.getMethod(),
          request.getRequestURI());
      response.reset();
      answer(request, response);
    }
  }

  private void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
    if (request.getRequestURI().startsWith("/api/")) {
      response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
      response.setHeader("Retry-After", "10");
      response.setContentType("application/problem+json");
      response
          .getWriter()
          .write(
              "{\"type\":\"about:blank\",\"title\":\"Service Unavailable\",\"status\":503,"
                  + "\"detail\":\"The database cannot be reached\"}");
    } else {
      page.write(HttpServletResponse.SC_SERVICE_UNAVAILABLE, false, request, response);
    }
  }

  @Override
  protected boolean shouldNotFilterErrorDispatch() {
    return false;
  }

  private static boolean databaseAway(Throwable failure) {
    for (@Nullable Throwable t = failure; t != null; t = t.getCause()) {
      // A browser that went away is an IOException, too, but no matter of the database.
      if (t instanceof DataAccessException
          || t instanceof TransactionException
          || t instanceof SQLException) {
        return DatabaseFailure.of(t) == DatabaseFailure.AWAY;
      }
    }
    return false;
  }
}
