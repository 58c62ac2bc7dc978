package cn.wuye.hotline.backend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.springframework.core.env.Environment;

/** The application in a JVM of its own, so that it can be killed. */
public final class NodeProcess implements AutoCloseable {
  private static final Duration START = Duration.ofMinutes(2);

  private final Process process;
  private final URI address;

  private NodeProcess(Process process, URI address) {
    this.process = process;
    this.address = address;
  }

  /**
   * Starts one on the database that a test's application has.
   *
   * @param options {@code --name=value}
   */
  public static NodeProcess start(String name, Path home, Environment database, String... options) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx400m", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add("cn.wuye.hotline.backend.HotlineApplication");
    for (String property : List.of("url", "username", "password")) {
      String key = "spring.datasource." + property;
      command.add("--" + key + "=" + database.getProperty(key));
    }
    int port = freePort();
    command.addAll(
        List.of("--server.port=" + port, "--hotline.node-id=" + name, "--hotline.home=" + home));
    command.addAll(List.of(options));
    Path log = ForkFolder.of("node-" + name + ".log");
    try {
      Files.createDirectories(log.getParent());
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      return new NodeProcess(process, URI.create("http://127.0.0.1:" + port));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until it serves with its database; where. */
  public URI address() {
    HttpClient http = HttpClient.newHttpClient();
    HttpRequest health =
        HttpRequest.newBuilder(address.resolve("/actuator/health/data"))
            .timeout(Duration.ofSeconds(5))
            .build();
    Awaitility.await()
        .atMost(START)
        .ignoreExceptionsInstanceOf(IOException.class)
        .until(() -> http.send(health, HttpResponse.BodyHandlers.discarding()).statusCode() == 200);
    return address;
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether it runs; why it does not stands in {@code target/node-<name>.log}. */
  public boolean alive() {
    return process.isAlive();
  }

  /** As {@code kill -9} does. */
  public void kill() {
    process.destroyForcibly();
    Awaitility.await().until(() -> !process.isAlive());
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
