package cn.wuye.hotline.backend.tool;

import cn.wuye.hotline.ivr.audio.ALaw;
import cn.wuye.hotline.ivr.audio.WavFile;
import cn.wuye.hotline.ivr.dialect.Dialects;
import cn.wuye.hotline.ivr.evaluation.LearnedEffect;
import cn.wuye.hotline.ivr.evaluation.SetRefused;
import cn.wuye.hotline.ivr.evaluation.SpeechSet;
import cn.wuye.hotline.ivr.evaluation.SpokenClip;
import cn.wuye.hotline.ivr.evaluation.SpokenMandarin;
import cn.wuye.hotline.ivr.intent.IntentReader;
import cn.wuye.hotline.ivr.learning.LearnedPhrase;
import cn.wuye.hotline.ivr.learning.LearningReport;
import cn.wuye.hotline.ivr.learning.SpellingLearner;
import cn.wuye.hotline.ivr.speech.SampleReader;
import cn.wuye.hotline.ivr.speech.SpeechRecognizer;
import cn.wuye.hotline.ivr.speech.vosk.Vosk;
import cn.wuye.hotline.ivr.speech.vosk.VoskSettings;
import cn.wuye.hotline.ivr.wording.Wording;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.util.FileSystemUtils;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code ./hotline phrases learn}, as far as it is not the script's: the script fetches what was
 * learned before from the running hotline, and hands it what is to be kept.
 */
final class PhrasesTool {
  private static final String USAGE =
      "usage: ./hotline phrases learn --dialect CODE --phrase WORDS [--check DIR] [--dry-run]"
          + " [--json] FILE.wav FILE.wav FILE.wav …";

  private final Map<String, String> environment;
  private final PrintStream out;
  private final PrintStream err;

  PhrasesTool(Map<String, String> environment, PrintStream out, PrintStream err) {
    this.environment = environment;
    this.out = out;
    this.err = err;
  }

  /** 0 when it is worth keeping, which {@code --out} then holds; else 1. */
  int run(Arguments arguments) throws IOException {
    String dialect = arguments.option("--dialect").orElse("");
    String phrase = arguments.option("--phrase").orElse("").strip();
    if (!arguments.command().equals("learn") || dialect.isEmpty() || phrase.isEmpty()) {
      throw new Usage(USAGE);
    }
    if (Dialects.shipped().all().stream().noneMatch(each -> each.code().equals(dialect))) {
      throw new Usage("'" + dialect + "' is no dialect: cmn, yue, cmn-SC, wuu, nan or hak");
    }
    int files = arguments.rest().size();
    if (files < SpellingLearner.FEWEST_SAMPLES || files > SpellingLearner.MOST_SAMPLES) {
      throw new Usage(
          "%d-%d recordings of the phrase are wanted, not %d"
              .formatted(SpellingLearner.FEWEST_SAMPLES, SpellingLearner.MOST_SAMPLES, files));
    }
    List<byte[]> samples = new ArrayList<>();
    for (String file : arguments.rest()) {
      samples.add(ALaw.thereAndBack(WavFile.read(Path.of(file))));
    }
    Optional<Path> model =
        Optional.ofNullable(environment.get("HOTLINE_MODEL"))
            .filter(name -> !name.isBlank())
            .map(Path::of);
    try (SpeechRecognizer recognizer = Vosk.open(VoskSettings.of(model))) {
      SampleReader reader = Vosk.samples(recognizer).orElse(null);
      if (reader == null) {
        err.println(
            "hotline: learning wants a model of Chinese that takes grammars: "
                + recognizer.status().description());
        return 1;
      }
      List<LearnedPhrase> known = known(arguments);
      LearningReport report =
          new SpellingLearner(recognizer, reader).learn(dialect, phrase, known, samples);
      if (report.learned().spellings().isEmpty()) {
        err.println("hotline: nothing that the recordings have in common could be spelled");
        return 1;
      }
      LearnedEffect effect = effect(arguments, recognizer, known, report.learned());
      return tell(arguments, new PhrasesReport(report, effect));
    } catch (SetRefused e) {
      err.println("hotline: " + arguments.option("--check").orElse("") + ": " + e.getMessage());
      return 1;
    }
  }

  private int tell(Arguments arguments, PhrasesReport report) throws IOException {
    out.println(
        arguments.has("--json")
            ? JsonMapper.shared().writeValueAsString(report.json())
            : report.table());
    if (!report.refusal().isEmpty()) {
      err.println("hotline: not kept: " + report.refusal());
      return 1;
    }
    if (arguments.has("--out")) {
      Files.writeString(
          Path.of(arguments.option("--out").orElse("")),
          JsonMapper.shared().writeValueAsString(report.learned()));
    }
    return 0;
  }

  /** What the hotline answered to the script; nothing when it was not asked. */
  private static List<LearnedPhrase> known(Arguments arguments) throws IOException {
    if (!arguments.has("--known")) {
      return List.of();
    }
    Path file = Path.of(arguments.option("--known").orElse(""));
    try {
      List<LearnedPhrase> known = new ArrayList<>();
      for (JsonNode each : JsonMapper.shared().readTree(Files.readString(file)).path("phrases")) {
        known.add(JsonMapper.shared().treeToValue(each, LearnedPhrase.class));
      }
      return known;
    } catch (JacksonException e) {
      throw new IOException(file + " is not what the hotline answers: " + e.getOriginalMessage());
    }
  }

  private static LearnedEffect effect(
      Arguments arguments,
      SpeechRecognizer recognizer,
      List<LearnedPhrase> known,
      LearnedPhrase learned)
      throws IOException, SetRefused {
    IntentReader reader = Wording.shippedReader();
    Path folder = Files.createTempDirectory("hotline-mandarin");
    try {
      List<SpokenClip> clips = new ArrayList<>(SpokenMandarin.in(folder));
      if (arguments.has("--check")) {
        Path set = Path.of(arguments.option("--check").orElse(""));
        if (!Files.isDirectory(set)) {
          throw new Usage("there is no folder " + set);
        }
        clips.addAll(new SpeechSet(reader.topics()).read(set));
      }
      return LearnedEffect.of(recognizer, reader, clips, known, learned);
    } finally {
      FileSystemUtils.deleteRecursively(folder);
    }
  }
}
