package cn.wuye.hotline.caller.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Stands where Asterisk's manager interface was: lets everybody in, has one queue without callers,
 * and says what it is told to.
 */
final class StormAmi implements AutoCloseable {
  private static final String QUEUE = "q-general";

  private final ServerSocket server;
  private final List<Socket> open = new CopyOnWriteArrayList<>();
  private final CountDownLatch synchronised = new CountDownLatch(1);

  StormAmi(int port) throws IOException {
    server = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
    start("storm-ami", this::accept);
  }

  /** Waits until somebody has asked for the queues. */
  boolean awaitSynchronised(int seconds) throws InterruptedException {
    return synchronised.await(seconds, TimeUnit.SECONDS);
  }

  /** A caller joins the queue, the last of so many. */
  void joins(String call, int waiting) throws IOException {
    say(caller("QueueCallerJoin", call) + "Position: " + waiting + "\nCount: " + waiting + "\n");
  }

  /** A caller leaves it. */
  void leaves(String call, int waiting) throws IOException {
    say(caller("QueueCallerLeave", call) + "Position: 1\nCount: " + waiting + "\n");
  }

  private static String caller(String event, String call) {
    return """
    Event: %s
    Privilege: agent,all
    Channel: PJSIP/trunk-00000001
    ChannelState: 6
    ChannelStateDesc: Up
    CallerIDNum: 13800000001
    CallerIDName: <unknown>
    Language: cn
    Context: hotline-inbound
    Exten: 4001234567
    Priority: 7
    Uniqueid: %s
    Linkedid: %s
    Queue: %s
    """
        .formatted(event, call, call, QUEUE);
  }

  private void say(String event) throws IOException {
    byte[] text = (event.replace("\n", "\r\n") + "\r\n").getBytes(StandardCharsets.UTF_8);
    for (Socket socket : open) {
      write(socket, text);
    }
  }

  private static void write(Socket socket, byte[] text) throws IOException {
    synchronized (socket) {
      socket.getOutputStream().write(text);
      socket.getOutputStream().flush();
    }
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = server.accept();
        socket.setTcpNoDelay(true);
        start("storm-ami-connection", () -> serve(socket));
      }
    } catch (IOException closed) {
      open.clear();
    }
  }

  private void serve(Socket socket) {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
      write(socket, "Asterisk Call Manager/11.0.0\r\n".getBytes(StandardCharsets.UTF_8));
      Map<String, String> action = new HashMap<>();
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (line.isEmpty()) {
          answer(socket, action);
          action.clear();
        } else {
          int colon = line.indexOf(':');
          action.put(
              line.substring(0, Math.max(0, colon)).toLowerCase(Locale.ROOT),
              line.substring(colon + 1).strip());
        }
      }
    } catch (IOException gone) {
      Progress.tell("the manager connection ended: " + gone.getMessage());
    } finally {
      open.remove(socket);
    }
  }

  private void answer(Socket socket, Map<String, String> action) throws IOException {
    String id = "ActionID: " + action.getOrDefault("actionid", "") + "\n";
    String name = action.getOrDefault("action", "");
    String text =
        switch (name) {
          case "Challenge" -> "Response: Success\n" + id + "Challenge: 123456789\n\n";
          case "CoreShowChannels" -> list(id, "", "CoreShowChannelsComplete");
          case "QueueStatus" ->
              list(
                  id,
                  "Event: QueueParams\nQueue: " + QUEUE + "\nMax: 0\nCalls: 0\n" + id + "\n",
                  "QueueStatusComplete");
          default -> "Response: Success\n" + id + "Message: done\n\n";
        };
    write(socket, text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
    if (name.equals("QueueStatus")) {
      open.add(socket);
      synchronised.countDown();
    }
  }

  private static String list(String id, String rows, String end) {
    return "Response: Success\n"
        + id
        + "EventList: start\nMessage: will follow\n\n"
        + rows
        + "Event: "
        + end
        + "\n"
        + id
        + "EventList: Complete\nListItems: 1\n\n";
  }

  private static void start(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (Socket socket : open) {
      socket.close();
    }
  }
}
