package cn.wuye.hotline.router.ami;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** Speaks the manager protocol as captured from Asterisk 22.10.1, with switches for its faults. */
public final class FakeAmi implements AutoCloseable {
  private final ServerSocket server;
  private final List<Socket> open = new CopyOnWriteArrayList<>();
  private final List<Map<String, String>> actions = new CopyOnWriteArrayList<>();
  private final Map<String, Function<Map<String, String>, String>> answers =
      new ConcurrentHashMap<>();
  private final AtomicInteger connections = new AtomicInteger();
  private volatile boolean silent;
  private volatile boolean garbage;
  private volatile boolean refusing;
  private volatile boolean ignoringActions;
  private volatile String channels = "";
  private volatile String queues = "";

  public FakeAmi() throws IOException {
    this(0);
  }

  public FakeAmi(int port) throws IOException {
    server = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
    Thread thread = new Thread(this::accept, "fake-ami");
    thread.setDaemon(true);
    thread.start();
  }

  /** Settings with short times, pointing here. */
  public AmiSettings settings() {
    return new AmiSettings(
        "127.0.0.1",
        server.getLocalPort(),
        "hotline",
        "secret",
        Duration.ofMillis(400),
        Duration.ofMillis(200),
        Duration.ofMillis(20),
        Duration.ofMillis(80),
        Duration.ofMillis(300));
  }

  public int port() {
    return server.getLocalPort();
  }

  public void silent(boolean on) {
    silent = on;
  }

  public void garbage(boolean on) {
    garbage = on;
  }

  public void refusing(boolean on) {
    refusing = on;
  }

  /** Reads on, but answers nothing any more. */
  public void ignoringActions(boolean on) {
    ignoringActions = on;
  }

  /** What CoreShowChannels lists from now on. */
  public void channels(String... events) {
    channels = String.join("\r\n", events);
  }

  /** What QueueStatus lists from now on. */
  public void queues(String... events) {
    queues = String.join("\r\n", events);
  }

  /** Answers an action in a way of its own; {@code %ID%} stands for the action's id. */
  public void on(String action, Function<Map<String, String>, String> answer) {
    answers.put(action, answer);
  }

  public int connections() {
    return connections.get();
  }

  public List<Map<String, String>> actions(String name) {
    return actions.stream().filter(a -> name.equals(a.get("Action"))).toList();
  }

  /** Sends an event; lines are parted by {@code \n}. */
  public void say(String event) {
    open.forEach(socket -> write(socket, event.strip().replace("\n", "\r\n") + "\r\n\r\n"));
  }

  public void cut() throws IOException {
    for (Socket socket : open) {
      socket.close();
    }
    open.clear();
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = server.accept();
        connections.incrementAndGet();
        Thread thread = new Thread(() -> serve(socket), "fake-ami-connection");
        thread.setDaemon(true);
        thread.start();
      }
    } catch (IOException e) {
      open.clear();
    }
  }

  private void serve(Socket socket) {
    open.add(socket);
    if (silent) {
      return;
    }
    if (garbage) {
      write(socket, "HTTP/1.1 400 Bad Request\r\n\u0000\u0001:::\r\n\r\n: :\r\nEvent\r\n\r\n");
      return;
    }
    write(socket, "Asterisk Call Manager/11.0.0\r\n");
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
      Map<String, String> action = new LinkedHashMap<>();
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (line.isEmpty()) {
          actions.add(action);
          answer(socket, action);
          action = new LinkedHashMap<>();
        } else {
          String[] parts = line.split(": ?", 2);
          action.merge(find(parts[0]), parts[1], (a, b) -> a + "," + b);
        }
      }
    } catch (IOException e) {
      open.remove(socket);
    }
  }

  /** The library writes header names in small letters. */
  private static String find(String name) {
    return switch (name.toLowerCase(java.util.Locale.ROOT)) {
      case "action" -> "Action";
      case "actionid" -> "ActionID";
      default -> name.toLowerCase(java.util.Locale.ROOT);
    };
  }

  private void answer(Socket socket, Map<String, String> action) {
    if (ignoringActions) {
      return;
    }
    String name = action.getOrDefault("Action", "");
    Function<Map<String, String>, String> own = answers.get(name);
    String text =
        own != null
            ? own.apply(action)
            : switch (name) {
              case "Challenge" -> "Response: Success\nActionID: %ID%\nChallenge: 123456789\n\n";
              case "Login" ->
                  refusing
                      ? "Response: Error\nActionID: %ID%\nMessage: Authentication failed\n\n"
                      : "Response: Success\nActionID: %ID%\nMessage: Authentication accepted\n\n";
              case "Ping" -> "Response: Success\nActionID: %ID%\nPing: Pong\nTimestamp: 1.5\n\n";
              case "CoreShowChannels" ->
                  "Response: Success\nActionID: %ID%\nEventList: start\nMessage: Channels will"
                      + " follow\n\n"
                      + channels
                      + "Event: CoreShowChannelsComplete\nActionID: %ID%\nEventList: Complete\n"
                      + "ListItems: 1\n\n";
              case "QueueStatus" ->
                  "Response: Success\nActionID: %ID%\nEventList: start\nMessage: Queue status will"
                      + " follow\n\n"
                      + queues
                      + "Event: QueueStatusComplete\nActionID: %ID%\nEventList: Complete\n"
                      + "ListItems: 1\n\n";
              default -> "Response: Success\nActionID: %ID%\nMessage: done\n\n";
            };
    write(
        socket,
        text.replace("%ID%", action.getOrDefault("ActionID", ""))
            .replace("\r\n", "\n")
            .replace("\n", "\r\n"));
  }

  private static synchronized void write(Socket socket, String text) {
    try {
      socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
      socket.getOutputStream().flush();
    } catch (SocketException e) {
      // The other side is gone: what is said to it is lost, as with the real one.
      return;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    cut();
  }
}
