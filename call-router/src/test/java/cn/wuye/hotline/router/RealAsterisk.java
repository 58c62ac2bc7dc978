package cn.wuye.hotline.router;

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

/** An Asterisk of its own for one test class, run by {@code ./hotline asterisk}. */
public final class RealAsterisk implements AutoCloseable {
  /** Tests run in several JVMs at once; each has a folder and instances of its own. */
  private static final int FORK = Integer.getInteger("test.fork", 1);

  private static final int OF_ONE_FORK = 5;
  private static final int FIRST_INSTANCE = 30 + OF_ONE_FORK * (FORK - 1);
  private static final int LAST_INSTANCE = FIRST_INSTANCE + OF_ONE_FORK - 1;

  private final Path clone = Path.of("..").toAbsolutePath().normalize();
  private final Path home = Path.of("target/asterisk-it-" + FORK).toAbsolutePath();
  private final int instance = freeInstance();

  public RealAsterisk() throws IOException {
    start();
  }

  public void start() throws IOException {
    hotline("asterisk", "start");
  }

  public void stop() throws IOException {
    hotline("asterisk", "stop");
  }

  public String cli(String command) throws IOException {
    return hotline("asterisk", "cli", command);
  }

  /** The folder of its configuration. */
  public Path etc() {
    return home.resolve("asterisk/etc");
  }

  /** A connection as the given AMI user; not started. */
  public AmiConnection connection(String user, String passwordName) throws IOException {
    return new AmiConnection(
        AmiSettings.of("127.0.0.1", 5038 + 100 * instance, user, secret(passwordName)),
        Clock.systemUTC());
  }

  /** The softphone of an agent; not registered. */
  public SipPhone phone(String extension) throws IOException {
    return new SipPhone(
        extension, secret("HOTLINE_AGENT_" + extension + "_PASSWORD"), 5060 + 100 * instance);
  }

  /** Ends the application's session at the manager interface, as Asterisk does when it is cut. */
  public void cutManager() throws IOException {
    // Username  IP Address  Start  Elapsed  FileDes  HttpCnt  Read  Write
    String session =
        cli("manager show connected")
            .lines()
            .map(String::strip)
            .filter(line -> line.startsWith("hotline "))
            .findFirst()
            .orElseThrow();
    cli("manager kick session " + session.split("\\s+")[4]);
  }

  private String secret(String name) throws IOException {
    Properties secrets = new Properties();
    try (var in = Files.newBufferedReader(home.resolve("secrets/node.env"))) {
      secrets.load(in);
    }
    return secrets.getProperty(name, "");
  }

  private String hotline(String... arguments) throws IOException {
    String[] command = new String[arguments.length + 1];
    command[0] = clone.resolve("hotline").toString();
    System.arraycopy(arguments, 0, command, 1, arguments.length);
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("HOTLINE_HOME", home.toString());
    builder.environment().put("HOTLINE_INSTANCE", String.valueOf(instance));
    Path log = Files.createTempFile("hotline-it", ".log");
    // To a file: Asterisk inherits the output, and a pipe would stay open as long as it runs.
    Process process = builder.redirectOutput(log.toFile()).start();
    try {
      if (!process.waitFor(10, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new IOException("./hotline " + String.join(" ", arguments) + " does not end");
      }
      String output = Files.readString(log, StandardCharsets.UTF_8);
      if (process.exitValue() != 0) {
        throw new IOException("./hotline " + String.join(" ", arguments) + ": " + output);
      }
      return output;
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
          ServerSocket sip =
              new ServerSocket(5060 + 100 * n, 1, InetAddress.getLoopbackAddress())) {
        return ami.isBound() && sip.isBound() ? n : LAST_INSTANCE;
      } catch (IOException e) {
        System.out.println("instance " + n + " is taken (" + e.getMessage() + "), trying the next");
      }
    }
    throw new IOException("no free instance from " + FIRST_INSTANCE + " to " + LAST_INSTANCE);
  }

  @Override
  public void close() throws IOException {
    stop();
  }
}
