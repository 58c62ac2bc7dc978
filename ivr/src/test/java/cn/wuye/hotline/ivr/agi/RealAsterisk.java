package cn.wuye.hotline.ivr.agi;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** An Asterisk of its own for one test class, run by {@code ./hotline asterisk}. */
final class RealAsterisk implements AutoCloseable {
  private static final int FIRST_INSTANCE = 20;
  private static final int LAST_INSTANCE = 29;

  private final Path clone = Path.of("..").toAbsolutePath().normalize();
  private final Path home = Path.of("target/asterisk-it").toAbsolutePath();
  private final int instance = freeInstance();

  RealAsterisk() throws IOException {
    start();
  }

  void start() throws IOException {
    hotline("asterisk", "start");
  }

  void stop() throws IOException {
    hotline("asterisk", "stop");
  }

  String cli(String command) throws IOException {
    return hotline("asterisk", "cli", command);
  }

  /** Where the dialplan looks for the application. */
  InetSocketAddress agi() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 4573 + 100 * instance);
  }

  int amiPort() {
    return 5038 + 100 * instance;
  }

  Path home() {
    return home;
  }

  String systemName() {
    return "node-" + (instance + 1);
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
