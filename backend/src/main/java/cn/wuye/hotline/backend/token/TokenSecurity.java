package cn.wuye.hotline.backend.token;

import cn.wuye.hotline.backend.problem.ProblemWriter;
import cn.wuye.hotline.backend.user.WebHeaders;
import jakarta.servlet.DispatcherType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;

/**
 * Requests that bring a token, before all others: to the API, and to the figures for monitoring.
 */
@Configuration(proxyBeanMethods = false)
class TokenSecurity {

  @Bean
  @Order(40)
  SecurityFilterChain tokenChain(HttpSecurity http, AccessTokens tokens, ProblemWriter writer)
      throws Exception {
    TokenRights rights = new TokenRights(writer);
    http.securityMatcher(
        request ->
            TokenFilter.isFor(request)
                && (request.getRequestURI().startsWith(request.getContextPath() + "/api/")
                    || request
                        .getRequestURI()
                        .equals(request.getContextPath() + "/actuator/prometheus")));
    http.addFilterBefore(new TokenFilter(tokens, writer), AuthorizationFilter.class);
    http.authorizeHttpRequests(
        paths ->
            paths
                .dispatcherTypeMatchers(DispatcherType.ERROR)
                .permitAll()
                .anyRequest()
                .access(rights));
    http.exceptionHandling(refused -> refused.accessDeniedHandler(rights));
    http.anonymous(AbstractHttpConfigurer::disable);
    http.sessionManagement(
        session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
    http.requestCache(AbstractHttpConfigurer::disable);
    http.csrf(AbstractHttpConfigurer::disable);
    http.headers(WebHeaders::strict);
    return http.build();
  }
}
