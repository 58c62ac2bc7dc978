package cn.wuye.hotline.backend.tool;

import cn.wuye.hotline.ivr.evaluation.SetRefused;
import cn.wuye.hotline.ivr.evaluation.SpeechEvaluation;
import cn.wuye.hotline.ivr.evaluation.SpeechReport;
import cn.wuye.hotline.ivr.evaluation.SpeechReport.Figures;
import cn.wuye.hotline.ivr.evaluation.SpeechReport.Mistake;
import cn.wuye.hotline.ivr.evaluation.SpeechSet;
import cn.wuye.hotline.ivr.evaluation.SpokenClip;
import cn.wuye.hotline.ivr.intent.IntentReader;
import cn.wuye.hotline.ivr.speech.SpeechRecognizer;
import cn.wuye.hotline.ivr.speech.vosk.Vosk;
import cn.wuye.hotline.ivr.speech.vosk.VoskSettings;
import cn.wuye.hotline.ivr.wording.Wording;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./hotline speech-eval}: judges the speech model together with what is shipped. */
final class SpeechEvalTool {
  private final Map<String, String> environment;
  private final PrintStream out;
  private final PrintStream err;

  SpeechEvalTool(Map<String, String> environment, PrintStream out, PrintStream err) {
    this.environment = environment;
    this.out = out;
    this.err = err;
  }

  int run(Arguments arguments) throws IOException {
    if (arguments.option("--set").isEmpty() || !arguments.command().isEmpty()) {
      throw new Usage("usage: ./hotline speech-eval --set DIR [--json]");
    }
    Path folder = Path.of(arguments.option("--set").orElse(""));
    if (!Files.isDirectory(folder)) {
      err.println("hotline: there is no folder " + folder);
      return 1;
    }
    IntentReader reader = Wording.shippedReader();
    List<SpokenClip> clips;
    try {
      clips = new SpeechSet(reader.topics()).read(folder);
    } catch (SetRefused e) {
      err.println("hotline: " + folder + ": " + e.getMessage());
      return 1;
    }
    Optional<Path> model =
        Optional.ofNullable(environment.get("HOTLINE_MODEL"))
            .filter(name -> !name.isBlank())
            .map(Path::of);
    try (SpeechRecognizer recognizer = Vosk.open(VoskSettings.of(model))) {
      if (!recognizer.status().available()) {
        err.println("hotline: nothing can be recognised: " + recognizer.status().description());
        return 1;
      }
      SpeechReport report = SpeechEvaluation.of(recognizer, reader, clips);
      if (arguments.has("--json")) {
        out.println(
            JsonMapper.shared()
                .writeValueAsString(json(recognizer.status().description(), report)));
      } else {
        table(recognizer.status().description(), report);
      }
    }
    return 0;
  }

  private static Map<String, Object> json(String model, SpeechReport report) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("model", model);
    json.put("all", json(report.all()));
    json.put("menu", json(report.menu()));
    json.put("dialects", json(report.dialects()));
    json.put("noises", json(report.noises()));
    json.put("mistakes", report.mistakes().stream().map(SpeechEvalTool::json).toList());
    return json;
  }

  private static Map<String, Object> json(Map<String, Figures> figures) {
    Map<String, Object> json = new LinkedHashMap<>();
    figures.forEach((key, each) -> json.put(key, json(each)));
    return json;
  }

  private static Map<String, Object> json(Figures figures) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("own", figures.own());
    json.put("accuracy", figures.accuracy());
    json.put("rejected", figures.rejectedShare());
    json.put("wrong", figures.wrongShare());
    json.put("foreign", figures.foreign());
    json.put("falseAccepts", figures.falseAcceptShare());
    json.put("characters", figures.characters());
    json.put("characterErrorRate", figures.characterErrorRate());
    return json;
  }

  private static Map<String, Object> json(Mistake mistake) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("row", mistake.clip().row());
    json.put("transcript", mistake.clip().transcript());
    json.put("expected", mistake.clip().intent());
    json.put("heard", mistake.heard());
    json.put("understood", mistake.understood());
    return json;
  }

  private void table(String model, SpeechReport report) {
    out.println(model);
    out.printf(
        "%-14s %6s %8s %8s %8s %8s %8s %8s%n",
        "", "own", "right", "again", "wrong", "foreign", "accepted", "CER");
    line("all", report.all());
    line("menu", report.menu());
    report.dialects().forEach(this::line);
    report.noises().forEach((noise, figures) -> line("noise " + noise, figures));
    for (Mistake mistake : report.mistakes()) {
      out.printf(
          "row %d: %s, heard '%s', understood as %s%n",
          mistake.clip().row(),
          mistake.clip().transcript().isEmpty() ? "no speech" : mistake.clip().transcript(),
          mistake.heard(),
          mistake.understood());
    }
  }

  private void line(String name, Figures figures) {
    out.printf(
        "%-14s %6d %6.1f %% %6.1f %% %6.1f %% %8d %6.1f %% %6.1f %%%n",
        name,
        figures.own(),
        100 * figures.accuracy(),
        100 * figures.rejectedShare(),
        100 * figures.wrongShare(),
        figures.foreign(),
        100 * figures.falseAcceptShare(),
        100 * figures.characterErrorRate());
  }
}
