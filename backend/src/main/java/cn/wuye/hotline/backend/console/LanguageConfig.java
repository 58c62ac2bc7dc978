package cn.wuye.hotline.backend.console;

import java.time.Duration;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;

/** Chinese unless the user has chosen English; the choice is kept in a cookie. */
@Configuration(proxyBeanMethods = false)
class LanguageConfig implements WebMvcConfigurer {

  @Bean
  LocaleResolver localeResolver() {
    CookieLocaleResolver resolver = new CookieLocaleResolver("HOTLINE_LANG");
    resolver.setDefaultLocaleFunction(request -> Locale.SIMPLIFIED_CHINESE);
    resolver.setRejectInvalidCookies(false);
    resolver.setCookieMaxAge(Duration.ofDays(365));
    resolver.setCookieSameSite("Lax");
    resolver.setCookieHttpOnly(true);
    return resolver;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    LocaleChangeInterceptor byParameter = new LocaleChangeInterceptor();
    byParameter.setParamName("lang");
    byParameter.setIgnoreInvalidLocale(true);
    registry.addInterceptor(byParameter);
  }
}
