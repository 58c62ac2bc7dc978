package cn.wuye.hotline.backend.persistence;

import cn.wuye.hotline.ivr.conversation.CallId;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.jdbc.core.convert.JdbcCustomConversions;
import org.springframework.data.jdbc.core.dialect.JdbcDialect;
import org.springframework.jdbc.core.JdbcTemplate;

@Configuration(proxyBeanMethods = false)
class JdbcConfiguration {
  @Bean
  JdbcTemplate jdbcTemplate(DataSource source) {
    return new TimedTemplate(source);
  }

  @Bean
  JdbcCustomConversions jdbcCustomConversions(JdbcDialect dialect, List<Conversions> features) {
    List<Object> converters = new ArrayList<>();
    features.forEach(feature -> converters.addAll(feature.converters()));
    converters.addAll(
        new Conversions()
            .value(
                Instant.class, LocalDateTime.class, Utc::column, at -> at.toInstant(ZoneOffset.UTC))
            .value(PhoneNumber.class, String.class, PhoneNumber::digits, PhoneNumber::new)
            .value(CallId.class, String.class, CallId::value, CallId::new)
            .converters());
    return JdbcCustomConversions.of(dialect, converters);
  }
}
