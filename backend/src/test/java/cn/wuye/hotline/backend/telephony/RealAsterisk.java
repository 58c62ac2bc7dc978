package cn.wuye.hotline.backend.telephony;

import cn.wuye.hotline.router.ami.AmiConnection;
import cn.wuye.hotline.router.ami.AmiSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.springframework.test.context.DynamicPropertyRegistry;

/** An Asterisk of its own for one application in a test, run by {@code ./hotline asterisk}. */
public final class RealAsterisk implements AutoCloseable {
  private static final int FIRST_INSTANCE = 10;
  private static final int LAST_INSTANCE = 19;

  private final Path home;
  private final int instance;
  private final Properties secrets = new Properties();

  /**
   * Starts it.
   *
   * @param home the folder that it shares with the application
   */
  public RealAsterisk(Path home) throws IOException {
    this.home = home.toAbsolutePath();
    this.instance = freeInstance();
    hotline("start");
    try (var in = Files.newBufferedReader(this.home.resolve("secrets/node.env"))) {
      secrets.load(in);
    }
  }

  /** The application answers its calls. */
  public void register(DynamicPropertyRegistry registry) {
    registry.add("hotline.home", home::toString);
    registry.add("hotline.node-id", () -> "node-" + (instance + 1));
    registry.add("hotline.telephony.enabled", () -> true);
    registry.add("hotline.telephony.ami.port", () -> port(5038));
    registry.add("hotline.telephony.ami.password", () -> password("HOTLINE_AMI_PASSWORD"));
    registry.add("hotline.telephony.agi.port", () -> port(4573));
    registry.add("hotline.telephony.audio-socket.port", () -> 0);
  }

  /** A connection as the user of test callers; not started. */
  AmiConnection callers() {
    return new AmiConnection(
        AmiSettings.of(
            "127.0.0.1", port(5038), "test-caller", password("HOTLINE_CALLER_AMI_PASSWORD")),
        Clock.systemUTC());
  }

  private int port(int first) {
    return first + 100 * instance;
  }

  private String password(String name) {
    return secrets.getProperty(name, "");
  }

  private void hotline(String command) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of("..", "hotline").toAbsolutePath().normalize().toString(),
                "asterisk",
                command)
            .redirectErrorStream(true);
    builder.environment().put("HOTLINE_HOME", home.toString());
    builder.environment().put("HOTLINE_INSTANCE", String.valueOf(instance));
    Path log = Files.createTempFile("hotline-it", ".log");
    // To a file: Asterisk inherits the output, and a pipe would stay open as long as it runs.
    Process process = builder.redirectOutput(log.toFile()).start();
    try {
      boolean ended = process.waitFor(10, TimeUnit.MINUTES);
      if (!ended) {
        process.destroyForcibly();
      }
      if (!ended || process.exitValue() != 0) {
        throw new IOException(
            "./hotline asterisk " + command + ": " + Files.readString(log, StandardCharsets.UTF_8));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } finally {
      Files.delete(log);
    }
  }

  private static int freeInstance() throws IOException {
    for (int n = FIRST_INSTANCE; n <= LAST_INSTANCE; n++) {
      try (ServerSocket ami =
              new ServerSocket(5038 + 100 * n, 1, InetAddress.getLoopbackAddress());
          ServerSocket agi =
              new ServerSocket(4573 + 100 * n, 1, InetAddress.getLoopbackAddress())) {
        return ami.isBound() && agi.isBound() ? n : LAST_INSTANCE;
      } catch (IOException e) {
        System.out.println("instance " + n + " is taken (" + e.getMessage() + "), trying the next");
      }
    }
    throw new IOException("no free instance from " + FIRST_INSTANCE + " to " + LAST_INSTANCE);
  }

  @Override
  public void close() throws IOException {
    hotline("stop");
  }
}
