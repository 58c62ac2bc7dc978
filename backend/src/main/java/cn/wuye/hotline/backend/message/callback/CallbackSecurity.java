package cn.wuye.hotline.backend.message.callback;

import cn.wuye.hotline.backend.user.WebHeaders;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/** Providers do not sign in; each request is judged by its signature. */
@Configuration(proxyBeanMethods = false)
class CallbackSecurity {
  @Bean
  @Order(60)
  SecurityFilterChain callbackChain(HttpSecurity http) throws Exception {
    http.securityMatcher("/callbacks/**");
    http.authorizeHttpRequests(paths -> paths.anyRequest().permitAll());
    http.sessionManagement(
        session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
    http.requestCache(AbstractHttpConfigurer::disable);
    http.csrf(AbstractHttpConfigurer::disable);
    http.headers(WebHeaders::strict);
    return http.build();
  }
}
