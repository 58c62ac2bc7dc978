package cn.wuye.hotline.ivr.agi;

import cn.wuye.hotline.ivr.audiosocket.AudioStream;
import cn.wuye.hotline.ivr.audiosocket.CallThreads;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asterisk's part of one call, with failure switches: AGI commands in, answers out. */
final class FakeAsterisk {
  private static final Pattern SOUND = Pattern.compile("\"([0-9a-f-]{36}),([^:]+):([0-9]+)\"");
  private static final String DEAD = "511 result=-1 Command Not Permitted on a dead channel";

  /** How the sound of the call is carried. */
  interface Sound {
    /** Uses the connected stream; the application returns when this does. */
    void carry(Wire wire) throws IOException;
  }

  private final InetSocketAddress agi;
  private final String id;
  private final Sound sound;
  private final List<String> commands = new CopyOnWriteArrayList<>();
  private final Map<String, String> variables = new ConcurrentHashMap<>();
  private final Map<String, Map<String, String>> applications = new ConcurrentHashMap<>();
  private final BlockingQueue<Character> keys = new LinkedBlockingQueue<>();
  private volatile boolean soundReachable = true;
  private volatile boolean dead;
  private volatile boolean company;
  private volatile String script = "hotline";
  private volatile List<String> arguments = List.of("abc@example");

  FakeAsterisk(InetSocketAddress agi, String id, Sound sound) {
    this.agi = agi;
    this.id = id;
    this.sound = sound;
  }

  FakeAsterisk withoutSound() {
    soundReachable = false;
    return this;
  }

  /** Calls another script than that of calls which come in. */
  FakeAsterisk calling(String other, String... with) {
    script = other;
    arguments = List.of(with);
    return this;
  }

  /** A key that plain AGI will find pressed. */
  FakeAsterisk pressing(String digits) {
    digits.chars().forEach(key -> keys.add((char) key));
    return this;
  }

  FakeAsterisk with(String variable, String value) {
    variables.put(variable, value);
    return this;
  }

  /** Whoever was rung is in the call's room already. */
  FakeAsterisk withSomebodyInTheRoom() {
    company = true;
    return this;
  }

  /** What an application of the dialplan leaves in variables when it is run. */
  FakeAsterisk running(String application, Map<String, String> leaves) {
    applications.put(application, Map.copyOf(leaves));
    return this;
  }

  void hangUp() {
    dead = true;
  }

  List<String> commands() {
    return commands;
  }

  String variable(String name) {
    return variables.getOrDefault(name, "");
  }

  /** Places the call; completes when the application lets go of it. */
  CompletableFuture<Void> call() {
    CompletableFuture<Void> over = new CompletableFuture<>();
    CallThreads.named("fake-asterisk-")
        .newThread(
            () -> {
              try {
                run();
                over.complete(null);
              } catch (IOException | RuntimeException e) {
                over.completeExceptionally(e);
              }
            })
        .start();
    return over;
  }

  private void run() throws IOException {
    try (Socket socket = new Socket(agi.getAddress(), agi.getPort())) {
      var out =
          new BufferedWriter(
              new OutputStreamWriter(socket.getOutputStream(), StandardCharsets.UTF_8));
      var in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      out.write(
          "agi_network: yes\nagi_network_script: "
              + script
              + "\nagi_request: agi://localhost/"
              + script
              + "\n"
              + "agi_channel: PJSIP/loop-1\nagi_language: zh\nagi_type: PJSIP\nagi_uniqueid: "
              + id
              + "\nagi_version: 22.10.1\nagi_callerid: 13800000001\nagi_calleridname: unknown\n"
              + "agi_dnid: 4001234567\nagi_extension: 4001234567\n");
      for (int i = 0; i < arguments.size(); i++) {
        out.write("agi_arg_" + (i + 1) + ": " + arguments.get(i) + "\n");
      }
      out.write("\n");
      out.flush();
      String command;
      while ((command = in.readLine()) != null) {
        commands.add(command);
        out.write(answer(command) + "\n");
        out.flush();
      }
    }
  }

  private String answer(String command) throws IOException {
    if (command.startsWith("EXEC \"AudioSocket\"")) {
      return audioSocket(command);
    }
    if (dead) {
      return DEAD;
    }
    applications.forEach(
        (application, leaves) -> {
          if (command.startsWith("EXEC \"" + application + "\"")) {
            variables.putAll(leaves);
          }
        });
    if (command.startsWith("SET VARIABLE")) {
      String[] words = command.replace("\"", "").split(" ", 4);
      variables.put(words[2], words[3]);
      return "200 result=1";
    }
    if (command.startsWith("GET VARIABLE")) {
      String name = command.replace("\"", "").split(" ", 3)[2];
      return variables.containsKey(name)
          ? "200 result=1 (" + variables.get(name) + ")"
          : "200 result=0";
    }
    if (company && command.contains("CONFBRIDGE_INFO")) {
      return "200 result=1 (1)";
    }
    if (command.startsWith("CHANNEL STATUS")) {
      return "200 result=6";
    }
    if (command.startsWith("HANGUP")) {
      dead = true;
      return "200 result=1";
    }
    if (command.startsWith("WAIT FOR DIGIT")) {
      return "200 result=" + key(Long.parseLong(command.substring(15).trim()));
    }
    return "200 result=0 endpos=8000";
  }

  private int key(long millis) {
    try {
      Character key = keys.poll(millis, TimeUnit.MILLISECONDS);
      return key == null ? 0 : key;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 0;
    }
  }

  private String audioSocket(String command) throws IOException {
    Matcher target = SOUND.matcher(command);
    if (!target.find()) {
      throw new IOException("not understood: " + command);
    }
    if (!soundReachable) {
      return "200 result=-1";
    }
    UUID uuid = UUID.fromString(target.group(1));
    try (Socket socket = new Socket(target.group(2), Integer.parseInt(target.group(3)))) {
      sound.carry(new Wire(AudioStream.open(uuid, socket), socket));
    }
    return dead ? "200 result=-1" : "200 result=0";
  }
}
