package cn.wuye.hotline.backend.logging;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Log lines of a request carry the ticket or call that its path names; API and console alike. */
@Configuration(proxyBeanMethods = false)
class RequestContext implements WebMvcConfigurer, HandlerInterceptor {
  private static final String TICKET = "ticket";
  private static final String CALL = "call";

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this);
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)
            instanceof Map<?, ?> path
        && request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE) != null) {
      String route =
          request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE).toString();
      if (route.contains("/tickets/{")) {
        put(TICKET, path.get("number"), "[0-9]{1,18}");
      } else if (route.contains("/calls/{")) {
        put(CALL, path.get("id"), "[A-Za-z0-9._-]{1,64}");
      }
    }
    return true;
  }

  /** What a stranger typed must not forge a line. */
  private static void put(String key, @Nullable Object value, String form) {
    if (value != null && value.toString().matches(form)) {
      MDC.put(key, value.toString());
    }
  }

  @Override
  public void afterCompletion(
      HttpServletRequest request,
      HttpServletResponse response,
      Object handler,
      @Nullable Exception failure) {
    MDC.remove(TICKET);
    MDC.remove(CALL);
  }
}
