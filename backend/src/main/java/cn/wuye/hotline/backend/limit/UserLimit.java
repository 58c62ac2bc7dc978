package cn.wuye.hotline.backend.limit;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Limits one user, or one token, and tells every client how much of its allowance is left. */
@Configuration(proxyBeanMethods = false)
class UserLimit implements WebMvcConfigurer, HandlerInterceptor {
  private final RateLimits limits;

  UserLimit(RateLimits limits) {
    this.limits = limits;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this).addPathPatterns("/api/**");
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    Authentication who = SecurityContextHolder.getContext().getAuthentication();
    if (who == null || who instanceof AnonymousAuthenticationToken) {
      return true;
    }
    Allowance users = limits.users();
    Allowance.Count count = users.count(who.getName());
    response.setHeader("RateLimit-Policy", "\"user\";q=" + users.perMinute() + ";w=60");
    response.setHeader(
        "RateLimit", "\"user\";r=" + count.left() + ";t=" + RateLimits.seconds(count.full()));
    if (!count.allowed()) {
      throw RateLimits.refusal(count.retryIn()).exception();
    }
    return true;
  }
}
