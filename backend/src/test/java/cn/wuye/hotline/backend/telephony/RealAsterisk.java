package cn.wuye.hotline.backend.telephony;

import cn.wuye.hotline.router.ami.AmiConnection;
import cn.wuye.hotline.router.ami.AmiSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.springframework.test.context.DynamicPropertyRegistry;

/** An Asterisk of its own for one application in a test, run by {@code ./hotline asterisk}. */
public final class RealAsterisk implements AutoCloseable {
  private static final int FIRST_INSTANCE = 10;
  private static final int LAST_INSTANCE = 19;
  private static final List<FileLock> CLAIMS = new CopyOnWriteArrayList<>();

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
    registry.add("hotline.desk.sip-url", () -> "ws://127.0.0.1:" + port(8088) + "/ws");
    registry.add("hotline.desk.passwords[1011]", () -> password("HOTLINE_AGENT_1011_PASSWORD"));
  }

  /** A connection as the user of test callers; not started. */
  AmiConnection callers() {
    return new AmiConnection(
        AmiSettings.of(
            "127.0.0.1", port(5038), "test-caller", password("HOTLINE_CALLER_AMI_PASSWORD")),
        Clock.systemUTC());
  }

  /** Where it speaks SIP, by UDP and TCP. */
  public int sipPort() {
    return port(5060);
  }

  /** The password of an agent's phone. */
  public String agentPassword(String extension) {
    return password("HOTLINE_AGENT_" + extension + "_PASSWORD");
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

  /** Nobody else takes it while this JVM lives, also before Asterisk has its ports. */
  private static int freeInstance() throws IOException {
    for (int n = FIRST_INSTANCE; n <= LAST_INSTANCE; n++) {
      if (claimed(n) && free(5038 + 100 * n) && free(4573 + 100 * n)) {
        return n;
      }
      System.out.println("instance " + n + " is taken, trying the next");
    }
    throw new IOException("no free instance from " + FIRST_INSTANCE + " to " + LAST_INSTANCE);
  }

  private static boolean claimed(int instance) throws IOException {
    Path file = Path.of(System.getProperty("java.io.tmpdir"), "hotline-test-instance-" + instance);
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        CLAIMS.add(lock);
        return true;
      }
    } catch (OverlappingFileLockException e) {
      // Another Asterisk of this JVM has it.
    }
    channel.close();
    return false;
  }

  private static boolean free(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    hotline("stop");
  }
}
