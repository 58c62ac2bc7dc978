package cn.wuye.hotline.backend.console;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.WebContext;
import org.thymeleaf.web.servlet.JakartaServletWebApplication;

/**
 * A page that says in plain words what went wrong. Written straight to the response: it has to come
 * when session, sign-in and database do not.
 */
@Component
class ProblemPage {
  private static final List<String> LINKS = List.of("/p/", "/s/", "/q/");
  private static final Set<Integer> TOLD = Set.of(400, 403, 404, 429, 500, 503);

  private final ITemplateEngine templates;
  private final LocaleResolver locales;

  ProblemPage(ITemplateEngine templates, LocaleResolver locales) {
    this.templates = templates;
    this.locales = locales;
  }

  /**
   * @param expired whether it was an old form rather than a missing right
   */
  void write(int status, boolean expired, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setStatus(status);
    response.setContentType(MediaType.TEXT_HTML_VALUE);
    response.setCharacterEncoding(StandardCharsets.UTF_8);
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    if (status == HttpServletResponse.SC_SERVICE_UNAVAILABLE) {
      response.setHeader(HttpHeaders.RETRY_AFTER, "10");
    }
    JakartaServletWebApplication application =
        JakartaServletWebApplication.buildApplication(request.getServletContext());
    WebContext context =
        new WebContext(
            application.buildExchange(request, response),
            locales.resolveLocale(request),
            Map.of(
                "kind",
                kind(status),
                "expired",
                expired,
                "outside",
                outside(request),
                "theme",
                Theme.of(request).code()));
    templates.process("problem", context, response.getWriter());
    response.flushBuffer();
  }

  /** Who came by a link, a third party or a resident, has no use for the console. */
  private static boolean outside(HttpServletRequest request) {
    Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    String path = failed instanceof String uri ? uri : request.getRequestURI();
    return LINKS.stream().anyMatch(link -> path.startsWith(request.getContextPath() + link));
  }

  private static String kind(int status) {
    if (TOLD.contains(status)) {
      return Integer.toString(status);
    }
    return status >= 400 && status < 500 ? "400" : "500";
  }
}
