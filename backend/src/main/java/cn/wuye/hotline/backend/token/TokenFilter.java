package cn.wuye.hotline.backend.token;

import cn.wuye.hotline.backend.problem.Problem;
import cn.wuye.hotline.backend.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.TransactionException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Signs in who sends a token; who sends a wrong one goes no further. */
final class TokenFilter extends OncePerRequestFilter {
  private static final String BEARER = "Bearer ";
  private static final String RETRY_AFTER_SECONDS = "10";

  private final AccessTokens tokens;
  private final ProblemWriter writer;

  TokenFilter(AccessTokens tokens, ProblemWriter writer) {
    this.tokens = tokens;
    this.writer = writer;
  }

  /** Whether the request brings a token. */
  static boolean isFor(HttpServletRequest request) {
    String header = request.getHeader(HttpHeaders.AUTHORIZATION);
    return header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length());
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Optional<TokenAuthentication> who;
    try {
      String header = request.getHeader(HttpHeaders.AUTHORIZATION);
      who = tokens.signIn(header.substring(BEARER.length()).strip());
    } catch (DataAccessException | TransactionException away) {
      writer.write(
          request,
          response,
          Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "database-away")
              .withHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS));
      return;
    }
    if (who.isEmpty()) {
      writer.write(
          request,
          response,
          Problem.of(HttpStatus.UNAUTHORIZED, "token-invalid")
              .withHeader(
                  HttpHeaders.WWW_AUTHENTICATE,
                  "Bearer realm=\"hotline\", error=\"invalid_token\""));
      return;
    }
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(who.get());
    SecurityContextHolder.setContext(context);
    chain.doFilter(request, response);
  }
}
