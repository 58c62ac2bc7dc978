package cn.wuye.hotline.backend.floor.node;

import cn.wuye.hotline.backend.user.WebHeaders;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/** Nodes do not sign in; each request is judged by its code. */
@Configuration(proxyBeanMethods = false)
class NodeSecurity {
  @Bean
  @Order(70)
  SecurityFilterChain nodeChain(HttpSecurity http) throws Exception {
    http.securityMatcher("/node/**");
    http.authorizeHttpRequests(paths -> paths.anyRequest().permitAll());
    http.sessionManagement(
        session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
    http.requestCache(AbstractHttpConfigurer::disable);
    http.csrf(AbstractHttpConfigurer::disable);
    http.headers(WebHeaders::strict);
    return http.build();
  }
}
