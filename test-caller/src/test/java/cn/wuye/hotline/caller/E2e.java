package cn.wuye.hotline.caller;

import cn.wuye.hotline.caller.call.CallRecord;
import cn.wuye.hotline.caller.call.Switchboard;
import cn.wuye.hotline.caller.instance.AgentPhones;
import cn.wuye.hotline.caller.instance.Instance;
import cn.wuye.hotline.caller.instance.PhonesBack;
import cn.wuye.hotline.caller.result.Analysis;
import cn.wuye.hotline.caller.result.TicketView;
import cn.wuye.hotline.caller.result.Timings;
import cn.wuye.hotline.caller.script.Script;
import cn.wuye.hotline.caller.script.ScriptError;
import cn.wuye.hotline.caller.script.ScriptParser;
import cn.wuye.hotline.caller.sip.SipPhone;
import cn.wuye.hotline.caller.sound.PromptBook;
import cn.wuye.hotline.caller.sound.Voice;
import cn.wuye.hotline.caller.sound.Wav;
import cn.wuye.hotline.caller.ticket.TicketFinder;
import cn.wuye.hotline.ivr.audio.Pcm;
import cn.wuye.hotline.ivr.audio.WavFile;
import cn.wuye.hotline.ivr.prompt.PromptCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;

/** A whole instance that phones residents back, and the calls that were made into it. */
final class E2e implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private static final int WAV_HEADER = 44;
  private static final int CHANNELS = 22;

  private final Instance instance;
  private final Hotline hotline;
  private final PromptCatalogue catalogue;
  private final PromptBook prompts;
  private final TicketFinder tickets;
  private final Optional<Path> model;
  private final Map<String, Played> played = new ConcurrentHashMap<>();

  /** A call and what became of it. */
  record Played(CallRecord call, Timings timings, Optional<TicketView> ticket) {}

  private E2e(Instance instance, Optional<Path> model) throws Exception {
    this.instance = instance;
    this.model = model;
    this.hotline = instance.hotline();
    this.catalogue = PromptCatalogue.shipped(hotline.company());
    this.prompts = PromptBook.load(hotline.prompts(), catalogue);
    this.tickets = new TicketFinder(hotline);
  }

  static E2e up() throws Exception {
    Path home = Path.of("target", "e2e-" + System.getProperty("test.fork", "1"));
    if (Files.exists(home)) {
      try (Instance left = new Instance(Path.of(".."), home)) {
        System.out.println("taking down what an earlier run left in " + left.home());
      }
      remove(home);
    }
    Instance instance = new Instance(Path.of(".."), home);
    Optional<Path> model = mandarinModel();
    // The loopback trunk has two legs of every call.
    PhonesBack.set(instance, "loop", 60, 10, 5);
    try {
      instance.run("up", "--sample", "--detach");
      replaceGoodbye(instance);
      if (model.isPresent()) {
        // Without a restart: every script that speaks shows that it is in use.
        instance.run("models", "add", "test-cn", "--from", model.get().toString());
        instance.run("models", "activate", "test-cn");
      }
      return new E2e(instance, model);
    } catch (IOException | NotRunning e) {
      instance.close();
      throw e;
    }
  }

  /** By another voice, while it runs. */
  private static void replaceGoodbye(Instance instance) throws IOException, NotRunning {
    Path played = instance.hotline().prompts().resolve("goodbye.wav");
    byte[] before = Files.readAllBytes(played);
    Path recording = instance.home().resolve("goodbye.wav");
    String text = PromptCatalogue.shipped(instance.hotline().company()).prompt("goodbye").text();
    Wav.write(recording, new Voice("cmn-latn-pinyin+f3").speak(text));
    instance.run("prompts", "import", recording.toString());
    Awaitility.await("the replaced good-bye")
        .until(() -> !Arrays.equals(before, Files.readAllBytes(played)));
  }

  private static Optional<Path> mandarinModel() {
    Path shared =
        Path.of(System.getenv().getOrDefault("HOTLINE_SHARED", "../../shared")).toAbsolutePath();
    Path folder = shared.resolve("models/vosk-model-test-cn-8k").normalize();
    return Files.isDirectory(folder) ? Optional.of(folder) : Optional.empty();
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  /** The Mandarin model in use; empty when there is none on this machine. */
  Optional<Path> model() {
    return model;
  }

  /** Plays scripts at the same time. */
  void playTogether(List<String> names) {
    CompletableFuture.allOf(
            names.stream()
                .map(
                    name ->
                        CompletableFuture.runAsync(
                            () -> play(name), command -> new Thread(command).start()))
                .toArray(CompletableFuture[]::new))
        .join();
  }

  private void play(String name) {
    try {
      Duration patience = name.equals("silence") ? Duration.ofSeconds(3) : PATIENCE;
      played.put(name, play(script(name), patience));
    } catch (Exception e) {
      throw new IllegalStateException(name + ": " + e.getMessage(), e);
    }
  }

  /** A call by a script from a number. */
  Played play(String name, String number) throws Exception {
    return play(script(name).withFrom(number), PATIENCE);
  }

  private Played play(Script script, Duration patience) throws Exception {
    try (Switchboard board = switchboard(List.of(script))) {
      CallRecord call = board.call(script).play();
      return new Played(
          call, new Analysis(call, prompts).timings(), tickets.find(call.sipCallId(), patience));
    }
  }

  Hotline hotline() {
    return hotline;
  }

  /** Its database, past the application. */
  Connection connect() throws SQLException {
    int port = 3307 + 100 * hotline.instance();
    return DriverManager.getConnection(
        "jdbc:mysql://127.0.0.1:" + port + "/hotline?connectionTimeZone=UTC",
        "hotline",
        hotline.databasePassword());
  }

  /** One that is shipped. */
  Script script(String name) throws ScriptError {
    return new ScriptParser(catalogue::has).read(Path.of("scripts", name + ".yml"));
  }

  Switchboard switchboard(List<Script> scripts) throws IOException, NotRunning {
    return Switchboard.open(hotline, prompts, scripts);
  }

  Played played(String name) {
    return Objects.requireNonNull(played.get(name), name + " was not played");
  }

  /** The sound of every recording that is stored of a call. */
  List<short[]> recordings(Played call) throws IOException {
    JsonNode record = tickets.callOf(call.call().sipCallId()).orElseThrow();
    return recordingsOf(record.path("callId").stringValue(""));
  }

  /** The same, by the hotline's own name of the call. */
  List<short[]> recordingsOf(String callId) throws IOException {
    List<short[]> sounds = new ArrayList<>();
    for (JsonNode recording : listed(callId)) {
      Path file = Files.createTempFile(instance.home(), "recording", ".wav");
      Files.write(file, bytes(recording));
      sounds.add(Pcm.samples(WavFile.read(file)));
      Files.delete(file);
    }
    if (sounds.isEmpty()) {
      throw new IOException("call " + callId + " has no recording");
    }
    return sounds;
  }

  /** All that was heard and said in a call. */
  short[] mixedOf(String callId) throws IOException {
    byte[] wav =
        recordingOf(callId, "mixed")
            .orElseThrow(
                () -> new IOException("call " + callId + " has no recording of all of it"));
    return Pcm.samples(Arrays.copyOfRange(wav, WAV_HEADER, wav.length));
  }

  /** Her talk with an agent: the agent's side, and hers. */
  short[][] talkOf(String callId) throws IOException {
    Optional<byte[]> found = recordingOf(callId, "talk");
    if (found.isEmpty()) {
      return new short[0][];
    }
    byte[] wav = found.get();
    if (wav[CHANNELS] != 2) {
      throw new IOException("the talk of " + callId + " has " + wav[CHANNELS] + " channels");
    }
    short[] both = Pcm.samples(Arrays.copyOfRange(wav, WAV_HEADER, wav.length));
    short[][] sides = new short[2][both.length / 2];
    for (int i = 0; i < both.length / 2; i++) {
      sides[0][i] = both[2 * i];
      sides[1][i] = both[2 * i + 1];
    }
    return sides;
  }

  /** The stored file of a kind. */
  private Optional<byte[]> recordingOf(String callId, String kind) throws IOException {
    for (JsonNode recording : listed(callId)) {
      if (recording.path("kind").stringValue("").equals(kind)) {
        return Optional.of(bytes(recording));
      }
    }
    return Optional.empty();
  }

  private JsonNode listed(String callId) throws IOException {
    return tickets.get("recordings?callId=" + callId).orElseThrow().path("recordings");
  }

  private byte[] bytes(JsonNode recording) throws IOException {
    return tickets.bytes(recording.path("audio").stringValue("").replaceFirst("^/api/v1/", ""));
  }

  /** The ticket of a call. */
  TicketView ticketOf(String sipCallId) throws IOException {
    return tickets
        .find(sipCallId, PATIENCE)
        .orElseThrow(() -> new IOException("call " + sipCallId + " has no ticket"));
  }

  /** The hotline's own name of a call. */
  Optional<String> callOf(String sipCallId) throws IOException {
    return tickets.callOf(sipCallId).map(call -> call.path("callId").stringValue(""));
  }

  /** Another node beside it, which ends before it. */
  Instance secondNode() throws IOException {
    Path home = instance.home().resolveSibling(instance.home().getFileName() + "-second");
    if (Files.exists(home)) {
      remove(home);
    }
    return new Instance(Path.of(".."), home).upBeside(instance);
  }

  /** The telephones of five agents, registered. */
  AgentPhones agentPhones() throws IOException, NotRunning {
    return AgentPhones.five(instance);
  }

  void signIn(AgentPhones phones, SipPhone phone) throws IOException {
    phones.signIn(instance, phone);
  }

  /** A command to the instance's own Asterisk. */
  String asterisk(String command) throws IOException {
    return instance.run("asterisk", "cli", command);
  }

  /** What the API says at an address below {@code /api/v1/}, to an administrator. */
  JsonNode api(String path) throws IOException {
    return tickets.get(path).orElseThrow(() -> new IOException("nothing at " + path));
  }

  /** Words that nobody said. */
  short[] otherWords() throws IOException {
    return new Voice(Script.DEFAULT_VOICE).speak("物业费为什么又涨了");
  }

  @Override
  public void close() throws IOException {
    instance.close();
  }
}
