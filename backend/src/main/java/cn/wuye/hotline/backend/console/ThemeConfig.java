package cn.wuye.hotline.backend.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** {@code ?theme=dark} on any page chooses the colours, as {@code ?lang=} the language. */
@Configuration(proxyBeanMethods = false)
class ThemeConfig implements WebMvcConfigurer, HandlerInterceptor {
  static final String PARAMETER = "theme";

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this).excludePathPatterns("/api/**");
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    String wanted = request.getParameter(PARAMETER);
    if (wanted != null) {
      ResponseCookie cookie =
          ResponseCookie.from(Theme.COOKIE, Theme.of(wanted).code())
              .path("/")
              .maxAge(Duration.ofDays(365))
              .httpOnly(true)
              .sameSite("Lax")
              .build();
      response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
    return true;
  }
}
