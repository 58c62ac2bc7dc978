package cn.wuye.hotline.backend.user;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.ConversionService;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.MySqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.session.jdbc.config.annotation.web.http.EnableJdbcHttpSession;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

/** Sessions live in the database, so that a login survives a restart and a switch of node. */
@Configuration(proxyBeanMethods = false)
@EnableJdbcHttpSession(
    maxInactiveIntervalInSeconds = 8 * 60 * 60,
    cleanupCron = Scheduled.CRON_DISABLED)
class SessionConfig {

  @Bean
  SessionRepositoryCustomizer<JdbcIndexedSessionRepository> sessionsOnMySql() {
    return new MySqlJdbcIndexedSessionRepositoryCustomizer();
  }

  /** Found by its name by Spring Session. */
  @Bean
  @Qualifier("springSessionConversionService")
  ConversionService springSessionConversionService() {
    return SessionAttributes.conversion(SessionConfig.class.getClassLoader());
  }

  @Bean
  CookieSerializer sessionCookie() {
    DefaultCookieSerializer cookie = new DefaultCookieSerializer();
    cookie.setCookieName("HOTLINE_SESSION");
    cookie.setUseHttpOnlyCookie(true);
    // Lax, not Strict: a link to a ticket in a message must find the login. Changes need the token.
    cookie.setSameSite("Lax");
    return cookie;
  }
}
