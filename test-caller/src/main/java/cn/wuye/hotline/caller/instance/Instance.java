package cn.wuye.hotline.caller.instance;

import cn.wuye.hotline.caller.Hotline;
import cn.wuye.hotline.caller.NotRunning;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An instance of the hotline with a {@code HOTLINE_HOME} and ports of its own, run by the clone's
 * {@code ./hotline}. Closing it stops what runs of it.
 */
public final class Instance implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Instance.class);
  private static final Duration LONGEST = Duration.ofMinutes(20);

  /** The console of instance 20 is at port 10080, to which no browser goes. */
  private static final int FIRST = 21;

  private static final int LAST = 39;
  private static final int DATABASE = 3307;

  /** What belongs to the machine, not to an instance: all else of the outer hotline is left out. */
  private static final Set<String> OF_THE_MACHINE =
      Set.of(
          "HOTLINE_CACHE",
          "HOTLINE_DB_MEMORY",
          "HOTLINE_DEBIAN_MIRROR",
          "HOTLINE_JAVA_HOME",
          "HOTLINE_JAVA_OPTIONS",
          "HOTLINE_MODEL",
          "HOTLINE_START_LIMIT",
          "HOTLINE_TELEPHONY",
          "HOTLINE_TIMEZONE");

  private final Path clone;
  private final Path home;
  private final Reservation reservation;
  private final int number;
  private final Map<String, String> environment = new HashMap<>();
  private final Thread atExit = new Thread(this::stopQuietly, "instance-at-exit");

  /**
   * @param clone the folder with {@code ./hotline}
   * @param home where its state goes
   */
  public Instance(Path clone, Path home) throws IOException {
    this.clone = clone.toAbsolutePath().normalize();
    this.home = home.toAbsolutePath().normalize();
    this.reservation = Reservation.first(FIRST, LAST, Instance::free);
    this.number = reservation.number();
    environment.put("HOTLINE_HOME", this.home.toString());
    environment.put("HOTLINE_INSTANCE", String.valueOf(number));
    // What a bench kills stays dead until the bench starts it again.
    environment.put("HOTLINE_WATCH", "no");
    // Ctrl-C in the middle of a measurement must not leave three servers behind.
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  /** Adds to the environment of what is run from now on. */
  public Instance with(String name, String value) {
    environment.put(name, value);
    return this;
  }

  public Path home() {
    return home;
  }

  public int number() {
    return number;
  }

  /** The instance as a caller sees it; only after its first start. */
  public Hotline hotline() throws NotRunning {
    return Hotline.fromEnvironment(own(new HashMap<>(System.getenv())));
  }

  /**
   * Starts it as another node of a hotline that runs: on the database of the first, of whose folder
   * it has nothing but what all nodes share. It is closed when it does not start.
   */
  public Instance upBeside(Instance first) throws IOException {
    try {
      Path secrets = Files.createDirectories(home.resolve("secrets"));
      Files.copy(
          first.home.resolve("secrets/cluster.env"),
          secrets.resolve("cluster.env"),
          StandardCopyOption.REPLACE_EXISTING);
      int port = DATABASE + 100 * first.number;
      with("HOTLINE_DB_URL", "jdbc:mysql://127.0.0.1:" + port + "/hotline");
      run("up", "--detach");
      return this;
    } catch (IOException e) {
      close();
      throw e;
    }
  }

  /**
   * Runs {@code ./hotline} with these arguments.
   *
   * @return its output
   * @throws IOException with the end of its output when it failed
   */
  public String run(String... arguments) throws IOException {
    Ran ran = attempt(arguments);
    if (ran.exit() != 0) {
      throw new IOException(
          "./hotline "
              + String.join(" ", arguments)
              + " ended with "
              + ran.exit()
              + ":\n"
              + ran.output().substring(Math.max(0, ran.output().length() - 4000)));
    }
    return ran.output();
  }

  /** How a command ended, and what it printed. */
  public record Ran(int exit, String output) {}

  /** Runs {@code ./hotline} with these arguments, however it ends. */
  public Ran attempt(String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(clone.resolve("hotline").toString()));
    command.addAll(List.of(arguments));
    Files.createDirectories(home);
    // Into a file: what it leaves running would keep a pipe open.
    Path log = Files.createTempFile(home, "hotline-", ".out");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    own(builder.environment());
    LOG.info("./hotline {} (instance {})", String.join(" ", arguments), number);
    Process process = builder.start();
    try {
      if (!process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IOException("./hotline " + arguments[0] + " does not end");
      }
      // Lenient: a line of the log may be cut in the middle of a character.
      return new Ran(
          process.exitValue(), new String(Files.readAllBytes(log), StandardCharsets.UTF_8));
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } finally {
      Files.deleteIfExists(log);
    }
  }

  /** The environment without what belongs to another hotline, with what belongs to this one. */
  Map<String, String> own(Map<String, String> inherited) {
    inherited
        .keySet()
        .removeIf(name -> name.startsWith("HOTLINE_") && !OF_THE_MACHINE.contains(name));
    inherited.putAll(environment);
    return inherited;
  }

  private static boolean free(int number) {
    return portIsFree(5038 + 100 * number)
        && portIsFree(5060 + 100 * number)
        && portIsFree(8080 + 100 * number)
        && portIsFree(DATABASE + 100 * number);
  }

  private static boolean portIsFree(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException e) {
      LOG.debug("port {} is taken", port);
      return false;
    }
  }

  private void stopQuietly() {
    try {
      run("down");
    } catch (IOException e) {
      LOG.warn("instance {} could not be stopped: {}", number, e.getMessage());
    }
  }

  /** Stops everything of this instance. */
  @Override
  public void close() throws IOException {
    try {
      run("down");
    } finally {
      reservation.close();
      Runtime.getRuntime().removeShutdownHook(atExit);
    }
  }
}
