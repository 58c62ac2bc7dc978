package cn.wuye.hotline.backend.database;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Says plainly that the database is missing. Outermost, because the session itself lives in the
 * database; writes the answer itself, because an error page would ask for the session again.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class DatabaseAwayFilter extends OncePerRequestFilter {
  private static final Logger LOG = LoggerFactory.getLogger(DatabaseAwayFilter.class);
  private static final String RETRY_SECONDS = "5";
  private static final String PAGE =
      """
      <!doctype html>
      <html lang="zh-CN"><head><meta charset="utf-8"><title>数据库暂不可用</title>
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="refresh" content="5">
      <style>body{font:1.1rem/1.6 sans-serif;max-width:34rem;margin:15vh auto;padding:0 1rem}</style>
      </head><body><h1>数据库暂不可用</h1>
      <p>热线仍在接听电话，工单先存在本机，数据库恢复后自动录入，不会丢失。本页每 5 秒自动重试。</p>
      <p lang="en">The database is not available. Calls are still answered; their tickets are kept on
      this machine and entered when it is back. This page tries again every 5 seconds.</p>
      </body></html>
      """;
  private static final String PROBLEM =
      "{\"type\":\"about:blank\",\"title\":\"数据库暂不可用\",\"status\":503,"
          + "\"detail\":\"The database is not available; try again later.\"}";

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      chain.doFilter(request, response);
    } catch (RuntimeException | ServletException e) {
      if (DatabaseFailure.of(e) != DatabaseFailure.AWAY || response.isCommitted()) {
        throw e;
      }
      LOG.warn("{} {}: database away, answering 503", request.getMethod(), request.getRequestURI());
      answer(request, response);
    }
  }

  private static void answer(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    boolean page = String.valueOf(request.getHeader("Accept")).contains("text/html");
    response.reset();
    response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    response.setHeader("Retry-After", RETRY_SECONDS);
    response.setHeader("Cache-Control", "no-store");
    response.setContentType(
        (page ? "text/html" : "application/problem+json") + ";charset=" + StandardCharsets.UTF_8);
    response.getOutputStream().write((page ? PAGE : PROBLEM).getBytes(StandardCharsets.UTF_8));
  }
}
