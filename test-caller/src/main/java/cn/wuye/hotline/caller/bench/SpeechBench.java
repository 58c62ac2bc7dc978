package cn.wuye.hotline.caller.bench;

import cn.wuye.hotline.caller.script.Script;
import cn.wuye.hotline.caller.sound.Voice;
import cn.wuye.hotline.ivr.audio.Pcm;
import cn.wuye.hotline.ivr.intent.Commands;
import cn.wuye.hotline.ivr.speech.Recognized;
import cn.wuye.hotline.ivr.speech.SpeechRecognizer;
import cn.wuye.hotline.ivr.speech.SpeechRecognizer.Recognition;
import cn.wuye.hotline.ivr.speech.Vocabulary;
import cn.wuye.hotline.ivr.speech.vosk.Vosk;
import cn.wuye.hotline.ivr.speech.vosk.VoskSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vosk.LibVosk;
import org.vosk.LogLevel;
import org.vosk.Model;
import org.vosk.Recognizer;

/**
 * How many callers who speak freely a core understands: seconds of speech a CPU-second, by our
 * recogniser as calls use it, by a loop around one recogniser of Vosk's own class, which nothing
 * could do better, and by a server with Vosk's Python package, which makes one for each connection
 * as vosk-server does. Then whether answers by a grammar leave memory behind.
 */
final class SpeechBench implements Bench {
  private static final String PEER = "vosk (PyPI) behind vosk-server's protocol";
  private static final String PEER_VERSION = "0.3.45";
  private static final double GOAL_SHARE = 0.9;
  private static final int GOAL_GROWTH_MIB = 30;
  private static final int ANSWERS = 2_000;
  private static final int ANSWERS_QUICK = 400;
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final List<String> SAID =
      List.of(
          "三号楼的电梯又坏了，已经两天了没有人来修",
          "楼上漏水，我家厨房的天花板都湿了",
          "小区门口的垃圾堆了好几天，味道很大",
          "半夜楼上装修，吵得睡不着觉",
          "停车位被别人占了，物业也不管",
          "我家里停水了，什么时候能来水");
  private static final List<String> ANSWERED = List.of("对", "是的", "不是", "不对", "好的", "没错");

  /** Takes a sentence and gives back what it understood. */
  private interface Contestant {
    String hear(byte[] pcm) throws Exception;
  }

  @Override
  public BenchResult run(Path clone, Path work, boolean quick) throws Exception {
    Path model = model();
    Voice voice = new Voice(Script.DEFAULT_VOICE);
    List<byte[]> sentences = spoken(voice, SAID);
    int port = Child.freePort();
    List<String> command =
        new ArrayList<>(new PeerPrograms().python("vosk", PEER_VERSION, "speech-vosk-server.py"));
    command.addAll(List.of(String.valueOf(port), model.toString()));
    LibVosk.setLogLevel(LogLevel.WARNINGS);
    try (Child server = Child.serving(port, work.resolve("vosk-server.log"), command);
        SpeechRecognizer ours = Vosk.open(VoskSettings.of(Optional.of(model)));
        Model bareModel = new Model(model.toString());
        Recognizer bare = new Recognizer(bareModel, Pcm.RATE)) {
      if (!ours.status().available()) {
        throw new IOException("nothing can be recognised: " + ours.status().description());
      }
      VoskServerClient client = new VoskServerClient(port);
      Contestant hotline = pcm -> hear(ours, new Vocabulary.Free(), pcm).text();
      Contestant loop = pcm -> hear(bare, pcm);
      Cpu own = () -> CpuClock.withChildren(ProcessHandle.current().pid());
      List<Map<String, Object>> runs = new ArrayList<>();
      for (int round = 0; round < (quick ? 3 : 8); round++) {
        Map<String, Object> run = new LinkedHashMap<>();
        run.put("streamsACore", streams(hotline, sentences, own));
        run.put("bareStreamsACore", streams(loop, sentences, own));
        run.put("peerStreamsACore", streams(client::hear, sentences, server::cpu));
        // The first makes recognisers ready, and the JVM learns.
        if (round > 0) {
          runs.add(run);
        }
      }
      return result(runs, growth(ours, spoken(voice, ANSWERED), quick ? ANSWERS_QUICK : ANSWERS));
    }
  }

  private static Path model() throws IOException {
    String named = System.getenv("HOTLINE_MODEL");
    if (named == null || !Files.isDirectory(Path.of(named))) {
      throw new IOException(
          "bench speech wants a model of Vosk for Chinese: HOTLINE_MODEL=FOLDER ./hotline bench speech");
    }
    return Path.of(named).toAbsolutePath();
  }

  private static List<byte[]> spoken(Voice voice, List<String> texts) throws IOException {
    List<byte[]> sounds = new ArrayList<>();
    for (String text : texts) {
      sounds.add(Pcm.bytes(voice.speak(text)));
    }
    return sounds;
  }

  /** CPU-seconds used so far. */
  private interface Cpu {
    double seconds() throws IOException;
  }

  /** Seconds of speech a CPU-second. */
  private static double streams(Contestant contestant, List<byte[]> sentences, Cpu cpu)
      throws Exception {
    double before = cpu.seconds();
    double spoken = 0;
    // As many as the kernel's clock of another process, which ticks a hundred times a second,
    // needs.
    for (int again = 0; again < 4; again++) {
      for (byte[] sentence : sentences) {
        if (contestant.hear(sentence).isEmpty()) {
          throw new IOException("nothing was understood of a sentence");
        }
        spoken += (double) sentence.length / Pcm.BYTES_PER_SECOND;
      }
    }
    return BenchResult.round(spoken / (cpu.seconds() - before));
  }

  private static Recognized hear(SpeechRecognizer speech, Vocabulary vocabulary, byte[] pcm)
      throws IOException {
    try (Recognition recognition =
        speech
            .begin(vocabulary, partial -> {})
            .orElseThrow(() -> new IOException("the recogniser takes nobody"))) {
      for (int at = 0; at < pcm.length; at += Pcm.FRAME_BYTES) {
        recognition.accept(Arrays.copyOfRange(pcm, at, Math.min(pcm.length, at + Pcm.FRAME_BYTES)));
      }
      return recognition.finish(PATIENCE);
    }
  }

  /**
   * The same recogniser again and again, as ours are lent: to make one takes a third of a second.
   */
  private static String hear(Recognizer recognizer, byte[] pcm) {
    for (int at = 0; at < pcm.length; at += Pcm.FRAME_BYTES) {
      byte[] frame = Arrays.copyOfRange(pcm, at, Math.min(pcm.length, at + Pcm.FRAME_BYTES));
      recognizer.acceptWaveForm(frame, frame.length);
    }
    String text = recognizer.getFinalResult();
    recognizer.reset();
    return text;
  }

  /** Resident memory at a quarter of the recognitions and after all of them. */
  private static List<Integer> growth(SpeechRecognizer speech, List<byte[]> answers, int times)
      throws IOException {
    Vocabulary choice = new Vocabulary.Phrases(Commands.shipped().yesAndNo());
    List<Integer> resident = new ArrayList<>();
    for (int n = 1; n <= times; n++) {
      if (!hear(speech, choice, answers.get(n % answers.size())).inTime()) {
        throw new IOException("an answer was not recognised within a minute");
      }
      if (n % (times / 4) == 0) {
        System.gc();
        resident.add(Resources.of("self").residentMiB());
      }
    }
    return resident;
  }

  static BenchResult result(List<Map<String, Object>> runs, List<Integer> resident) {
    double ours = median(runs, "streamsACore");
    double bare = median(runs, "bareStreamsACore");
    double peer = median(runs, "peerStreamsACore");
    int growth = resident.get(resident.size() - 1) - resident.get(0);
    Map<String, Object> more = new LinkedHashMap<>();
    more.put("residentMiBByQuarter", resident);
    more.put("residentGrowthMiB", growth);
    return new BenchResult(
        "speech",
        ours,
        "callers who speak freely at once, a core (seconds of speech a CPU-second)",
        ">= 0.9 x a bare loop over Vosk (ratio); answers by a grammar leave < 30 MiB behind",
        ours >= GOAL_SHARE * bare && growth < GOAL_GROWTH_MIB,
        bare,
        new BenchResult.Peer(PEER, peer, ours / peer),
        BenchResult.fine(1 / ours),
        runs,
        Map.of("vosk", PEER_VERSION),
        more);
  }

  private static double median(List<Map<String, Object>> runs, String key) {
    return Percentiles.median(runs.stream().map(run -> BenchResult.number(run, key)).toList());
  }
}
