package cn.wuye.hotline.backend.database;

import cn.wuye.hotline.backend.ForkFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.springframework.boot.SpringApplication;

/** One server, owned by {@code ./hotline database} with a folder under {@code target}. */
final class DatabaseServer {
  private static final int BASE_PORT = 3307;
  private static final int PORT_STEP = 100;
  private static final int ATTEMPTS = 3;

  private final RealDatabase.Kind kind;
  private final int instance;
  private final Path root;
  private final Path home;

  private DatabaseServer(RealDatabase.Kind kind, int instance) {
    this.kind = kind;
    this.instance = instance;
    this.root = root();
    this.home = ForkFolder.of("real-" + name());
  }

  /** Starts one, on another port when somebody else was faster to take the first. */
  static DatabaseServer start(RealDatabase.Kind kind) {
    for (int attempt = 1; ; attempt++) {
      DatabaseServer server = new DatabaseServer(kind, freeInstance());
      // One left by a killed JVM may still run in this folder, on a port that is not known here.
      server.stop();
      server.start();
      try (Connection own = server.connect()) {
        // After the applications: they wait for their database when they are closed.
        SpringApplication.getShutdownHandlers().add(server::stop);
        return server;
      } catch (SQLException notOurs) {
        server.stop();
        if (attempt == ATTEMPTS) {
          throw new IllegalStateException("no " + kind + " could be started", notOurs);
        }
      }
    }
  }

  /** A connection to the application's own schema. */
  Connection connect() throws SQLException {
    return DriverManager.getConnection(url("hotline"), user(), password());
  }

  void start() {
    hotline("database", "start", "--kind", name());
  }

  void stop() {
    hotline("database", "stop");
  }

  String url(String schema) {
    return "jdbc:mysql://127.0.0.1:"
        + (BASE_PORT + PORT_STEP * instance)
        + "/"
        + schema
        + "?allowPublicKeyRetrieval=true";
  }

  String user() {
    return "hotline";
  }

  String password() {
    try {
      return Files.readAllLines(home.resolve("secrets/cluster.env")).stream()
          .filter(line -> line.startsWith("HOTLINE_DB_PASSWORD="))
          .map(line -> line.substring(line.indexOf('=') + 1))
          .findFirst()
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void hotline(String... arguments) {
    String command = String.join(" ", arguments);
    try {
      Files.createDirectories(home);
      Path output = home.resolve("hotline.log");
      ProcessBuilder builder =
          new ProcessBuilder()
              .directory(root.toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile());
      builder.command().add("./hotline");
      builder.command().addAll(java.util.List.of(arguments));
      Map<String, String> environment = builder.environment();
      environment.keySet().removeIf(key -> key.startsWith("HOTLINE_DB_"));
      environment.put("HOTLINE_HOME", home.toString());
      environment.put("HOTLINE_INSTANCE", Integer.toString(instance));
      environment.put("HOTLINE_DB_MEMORY", "96M");
      Process process = builder.start();
      if (!process.waitFor(10, TimeUnit.MINUTES) || process.exitValue() != 0) {
        process.destroy();
        throw new IllegalStateException(
            "./hotline " + command + " failed: " + Files.readString(output));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("./hotline " + command, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted in ./hotline " + command, e);
    }
  }

  private String name() {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  private static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.isExecutable(folder.resolve("hotline"))) {
      folder = folder.getParent();
      if (folder == null) {
        throw new IllegalStateException("the script 'hotline' is in no folder above the tests");
      }
    }
    return folder;
  }

  private static int freeInstance() {
    int start = ThreadLocalRandom.current().nextInt(20);
    return IntStream.range(0, 20)
        .map(i -> 20 + (start + i) % 20)
        .filter(DatabaseServer::free)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no port is free for a database"));
  }

  private static boolean free(int instance) {
    int port = BASE_PORT + PORT_STEP * instance;
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException taken) {
      return false;
    }
  }
}
