package cn.wuye.hotline.backend.user;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;
import org.springframework.security.web.savedrequest.CookieRequestCache;

/** Who may open which page of the console: everything is closed that is not opened here. */
@Configuration(proxyBeanMethods = false)
class ConsoleSecurity {

  @Bean
  @Order(100)
  SecurityFilterChain consoleChain(
      HttpSecurity http, AuthenticationManager throttled, LoginFailure failure) throws Exception {
    http.authenticationManager(throttled);
    http.authorizeHttpRequests(
        paths ->
            paths
                .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                .permitAll()
                .requestMatchers(
                    "/login",
                    "/p/*",
                    "/s/*",
                    "/q/*",
                    "/assets/**",
                    "/webjars/**",
                    "/favicon.ico",
                    "/error")
                .permitAll()
                .requestMatchers("/actuator/health", "/actuator/health/**")
                .permitAll()
                .requestMatchers("/console/wording/try", "/console/wording/try/**")
                .hasAnyRole(Role.ADMIN.name(), Role.SUPERVISOR.name())
                .requestMatchers("/console/deadlines", "/console/deadlines/**")
                .hasRole(Role.ADMIN.name())
                .requestMatchers("/console/floor", "/console/floor/**")
                .hasAnyRole(Role.ADMIN.name(), Role.MANAGER.name(), Role.SUPERVISOR.name())
                .requestMatchers(
                    "/actuator/**",
                    "/console/users/**",
                    "/console/crews/**",
                    "/console/third-parties/**",
                    "/console/prompts/**",
                    "/console/audit/**",
                    "/console/messages/templates/**",
                    "/console/wording/**")
                .access(ConsoleSecurity::forTheCompany)
                .anyRequest()
                .authenticated());
    http.formLogin(
        form -> form.loginPage("/login").successHandler(landing()).failureHandler(failure));
    http.logout(out -> out.logoutSuccessUrl("/login?out").deleteCookies("HOTLINE_SESSION"));
    http.exceptionHandling(refused -> refused.accessDeniedHandler(new ExpiredFormOrForbidden()));
    // Neither the token nor the page asked for needs a session: the login page works without one,
    // and strangers leave no rows in the database.
    http.requestCache(cache -> cache.requestCache(new CookieRequestCache()));
    http.csrf(
        csrf ->
            csrf.csrfTokenRepository(csrfCookie()).csrfTokenRequestHandler(writtenBeforeTheBody()));
    http.headers(WebHeaders::strict);
    return http.build();
  }

  // Asked of the user, not of an authority: sessions begun under an older release have none for it.
  private static AuthorizationDecision forTheCompany(
      Supplier<? extends @Nullable Authentication> who, RequestAuthorizationContext context) {
    Authentication known = who.get();
    return new AuthorizationDecision(
        known != null
            && known.getPrincipal() instanceof SignedInUser user
            && user.administersAll());
  }

  // Where nothing else was asked for, a crew begins with its jobs and everybody else with the list.
  private static SavedRequestAwareAuthenticationSuccessHandler landing() {
    CookieRequestCache asked = new CookieRequestCache();
    SavedRequestAwareAuthenticationSuccessHandler handler =
        new SavedRequestAwareAuthenticationSuccessHandler() {
          @Override
          protected String determineTargetUrl(
              HttpServletRequest request,
              HttpServletResponse response,
              @Nullable Authentication authentication) {
            return authentication != null
                    && authentication.getPrincipal() instanceof SignedInUser user
                    && user.onlyCrew()
                ? "/crew"
                : super.determineTargetUrl(request, response, authentication);
          }
        };
    handler.setDefaultTargetUrl("/console/tickets");
    handler.setRequestCache(asked);
    return handler;
  }

  private static CookieCsrfTokenRepository csrfCookie() {
    CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
    tokens.setCookieName("HOTLINE_CSRF");
    tokens.setCookieCustomizer(cookie -> cookie.httpOnly(true).sameSite("Strict"));
    return tokens;
  }

  // A token first needed far down in a long page would come too late to set its cookie.
  private static XorCsrfTokenRequestAttributeHandler writtenBeforeTheBody() {
    XorCsrfTokenRequestAttributeHandler handler = new XorCsrfTokenRequestAttributeHandler();
    handler.setCsrfRequestAttributeName(null);
    return handler;
  }
}
