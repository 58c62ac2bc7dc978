package cn.wuye.hotline.backend.database;

import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.jdbc.core.dialect.JdbcDialect;
import org.springframework.data.jdbc.core.dialect.JdbcMySqlDialect;

@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {
  @Bean
  DatabaseGate databaseGate(Clock clock, DatabaseProperties properties) {
    return new DatabaseGate(clock, properties.pause(), properties.parallel());
  }

  /** Named here, because Spring would ask the database for it, and it may be away at the start. */
  @Bean
  JdbcDialect jdbcDialect() {
    return JdbcMySqlDialect.INSTANCE;
  }

  @Bean
  SchemaMigration schemaMigration(
      DatabaseGate gate, ApplicationEventPublisher events, DatabaseProperties properties) {
    return new SchemaMigration(gate, events, properties.pause());
  }
}
