package cn.wuye.hotline.backend.token;

import cn.wuye.hotline.backend.problem.Problem;
import cn.wuye.hotline.backend.problem.ProblemWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/**
 * Lets a token do what its scopes and its owner's roles allow together, or tells what is missing.
 */
final class TokenRights
    implements AuthorizationManager<RequestAuthorizationContext>, AccessDeniedHandler {
  private final ProblemWriter writer;

  TokenRights(ProblemWriter writer) {
    this.writer = writer;
  }

  private static final class ScopeMissing extends AuthorizationDecision {
    private final Scope scope;

    ScopeMissing(Scope scope) {
      super(false);
      this.scope = scope;
    }
  }

  @Override
  public AuthorizationDecision authorize(
      Supplier<? extends @Nullable Authentication> who, RequestAuthorizationContext context) {
    HttpServletRequest request = context.getRequest();
    String path = request.getRequestURI().substring(request.getContextPath().length());
    Optional<Scope> needed = ScopeTable.needed(request.getMethod(), path);
    if (!(who.get() instanceof TokenAuthentication token)) {
      return new AuthorizationDecision(false);
    }
    if (needed.isPresent() && !token.has(needed.get())) {
      return new ScopeMissing(needed.get());
    }
    boolean reads = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    boolean metrics = needed.filter(Scope.METRICS::equals).isPresent();
    return new AuthorizationDecision(
        metrics
            ? token.getPrincipal().administersAll()
            : reads || token.getPrincipal().writesTickets());
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
      throws IOException {
    boolean scope =
        why instanceof AuthorizationDeniedException denied
            && denied.getAuthorizationResult() instanceof ScopeMissing;
    if (scope) {
      ScopeMissing missing =
          (ScopeMissing) ((AuthorizationDeniedException) why).getAuthorizationResult();
      writer.write(
          request,
          response,
          Problem.of(HttpStatus.FORBIDDEN, "scope-missing", missing.scope.code())
              .with("scope", missing.scope.code()));
    } else {
      writer.write(request, response, Problem.of(HttpStatus.FORBIDDEN, "forbidden"));
    }
  }
}
