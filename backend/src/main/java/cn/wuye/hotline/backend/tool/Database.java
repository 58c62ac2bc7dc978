package cn.wuye.hotline.backend.tool;

import java.util.Map;
import java.util.Properties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The hotline's database, by the same environment as the application's. */
final class Database implements AutoCloseable {
  private final SingleConnectionDataSource connection;

  Database(Map<String, String> environment) {
    connection =
        new SingleConnectionDataSource(
            environment.getOrDefault("HOTLINE_DB_URL", "jdbc:mysql://127.0.0.1:3307/hotline"),
            true);
    connection.setUsername(environment.getOrDefault("HOTLINE_DB_USER", "hotline"));
    connection.setPassword(environment.getOrDefault("HOTLINE_DB_PASSWORD", ""));
    Properties properties = new Properties();
    properties.setProperty("connectionTimeZone", "UTC");
    properties.setProperty("forceConnectionTimeZoneToSession", "true");
    properties.setProperty("connectTimeout", "5000");
    properties.setProperty("allowPublicKeyRetrieval", "true");
    connection.setConnectionProperties(properties);
  }

  JdbcClient jdbc() {
    return JdbcClient.create(connection);
  }

  @Override
  public void close() {
    connection.destroy();
  }
}
