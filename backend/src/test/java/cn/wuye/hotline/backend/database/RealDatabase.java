package cn.wuye.hotline.backend.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.test.context.DynamicPropertyRegistry;

/**
 * A real database server for integration tests: the embedded MariaDB, or MySQL. One server of each
 * kind is started by {@code ./hotline database} when it is first needed, serves all tests of the
 * JVM, and is stopped at its end; each test class has a schema of its own.
 *
 * <pre>{@code
 * @DynamicPropertySource
 * static void database(DynamicPropertyRegistry registry) {
 *   RealDatabase.of(Kind.MARIADB).emptySchema(MyIT.class).register(registry);
 * }
 * }</pre>
 */
public final class RealDatabase {
  /** Which server. */
  public enum Kind {
    MARIADB,
    MYSQL
  }

  private static final Map<Kind, RealDatabase> STARTED = new EnumMap<>(Kind.class);

  private final DatabaseServer server;

  private RealDatabase(DatabaseServer server) {
    this.server = server;
  }

  /** The server of this kind; started by the first call. */
  public static synchronized RealDatabase of(Kind kind) {
    return STARTED.computeIfAbsent(kind, k -> new RealDatabase(DatabaseServer.start(k)));
  }

  /** A schema without tables, named after the test class; what it held before is gone. */
  public Schema emptySchema(Class<?> test) {
    return emptySchema(test.getSimpleName().toLowerCase(Locale.ROOT));
  }

  /** The same, by name; several classes that share one application context share its schema. */
  Schema emptySchema(String suffix) {
    String name = "hotline_" + suffix;
    Schema schema = new Schema(server.url(name), server.user(), server.password());
    try (Connection connection = server.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("DROP DATABASE IF EXISTS " + name);
      statement.execute("CREATE DATABASE " + name + " CHARACTER SET utf8mb4");
    } catch (SQLException e) {
      throw new IllegalStateException("schema " + name + " could not be made", e);
    }
    return schema;
  }

  /** Stops the server, as an outage would; {@link #goUp()} ends it. Same port, same data. */
  public void goDown() {
    server.stop();
  }

  /** Ends an outage. */
  public void goUp() {
    server.start();
  }

  /** How a schema is reached. */
  public record Schema(String url, String user, String password) {
    /** Sets the application's data source. */
    public void register(DynamicPropertyRegistry registry) {
      registry.add("spring.datasource.url", () -> url);
      registry.add("spring.datasource.username", () -> user);
      registry.add("spring.datasource.password", () -> password);
    }
  }
}
