package cn.wuye.hotline.caller.bench;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A server that a bench starts as a process of its own. Closing it ends the process. */
final class Child implements AutoCloseable {
  /** The kernel's number for it. */
  private static final String LISTENING = "0A";

  private static final long START_SECONDS = 30;
  private static final long END_SECONDS = 5;

  private final Process process;
  private final Path log;

  private Child(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /**
   * Starts a server and waits until it listens.
   *
   * @param log where its output goes
   * @throws IOException with the end of its output when it does not
   */
  static Child serving(int port, Path log, List<String> command) throws IOException {
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
            .start();
    Child child = new Child(process, log);
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
    while (!listens(port)) {
      if (!process.isAlive() || System.nanoTime() > deadline) {
        String why = child.lastWords();
        child.close();
        throw new IOException(String.join(" ", command) + " does not listen on " + port + why);
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
    }
    return child;
  }

  /** This program itself, on the JDK that runs it. */
  static List<String> own(String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Dfile.encoding=UTF-8");
    if (Runtime.version().feature() >= 22) {
      command.add("--enable-native-access=ALL-UNNAMED");
    }
    if (Runtime.version().feature() >= 24) {
      // As ./hotline up starts it.
      command.add("-Djdk.pollerMode=1");
    }
    String classes = System.getProperty("java.class.path");
    if (classes.endsWith(".jar") && !classes.contains(File.pathSeparator)) {
      command.addAll(List.of("-jar", classes));
    } else {
      command.addAll(List.of("-cp", classes, "cn.wuye.hotline.caller.CallerMain"));
    }
    command.addAll(List.of(arguments));
    return command;
  }

  /** A TCP port of this machine that nobody listens on. */
  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** By the kernel's list: panoramisk never recovers from a connection that brings nothing. */
  private static boolean listens(int port) throws IOException {
    for (String list : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
      Path file = Path.of(list);
      if (Files.exists(file) && Files.readAllLines(file).stream().anyMatch(l -> listens(l, port))) {
        return true;
      }
    }
    return false;
  }

  static boolean listens(String line, int port) {
    String[] fields = line.strip().split(" +");
    return fields.length > 3
        && fields[1].endsWith(":%04X".formatted(port))
        && fields[3].equals(LISTENING);
  }

  /** CPU-seconds it has used. */
  double cpu() throws IOException {
    return CpuClock.withChildren(process.pid());
  }

  private String lastWords() throws IOException {
    String all = new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
    return ":\n" + all.substring(Math.max(0, all.length() - 2000));
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
