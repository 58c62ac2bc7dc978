package cn.wuye.hotline.backend.user;

import jakarta.servlet.DispatcherType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/** The REST API: HTTP Basic on every request, no session, no form token. */
@Configuration(proxyBeanMethods = false)
class ApiSecurity {

  @Bean
  @Order(50)
  SecurityFilterChain apiChain(
      HttpSecurity http, AuthenticationManager throttled, ApiRefusal refusal) throws Exception {
    http.authenticationManager(throttled);
    http.securityMatcher("/api/**");
    http.authorizeHttpRequests(
        paths ->
            paths
                .dispatcherTypeMatchers(DispatcherType.ERROR)
                .permitAll()
                // The description of the API holds no data.
                .requestMatchers(HttpMethod.GET, "/api/v1/openapi", "/api/v1/openapi/**")
                .permitAll()
                .requestMatchers(HttpMethod.GET, "/api/**")
                .authenticated()
                .requestMatchers(HttpMethod.PUT, "/api/v1/surveys/switch")
                .hasAnyRole(Role.ADMIN.name(), Role.MANAGER.name())
                .anyRequest()
                .hasAnyRole(
                    Role.ADMIN.name(),
                    Role.SUPERVISOR.name(),
                    Role.DISPATCHER.name(),
                    Role.AGENT.name(),
                    Role.CREW.name()));
    http.httpBasic(basic -> basic.authenticationEntryPoint(refusal));
    http.exceptionHandling(
        refused -> refused.authenticationEntryPoint(refusal).accessDeniedHandler(refusal));
    http.sessionManagement(
        session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
    http.requestCache(AbstractHttpConfigurer::disable);
    http.csrf(AbstractHttpConfigurer::disable);
    http.headers(WebHeaders::strict);
    return http.build();
  }
}
