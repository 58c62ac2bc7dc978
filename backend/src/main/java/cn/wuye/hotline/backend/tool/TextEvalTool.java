package cn.wuye.hotline.backend.tool;

import cn.wuye.hotline.ivr.evaluation.LabelledText;
import cn.wuye.hotline.ivr.evaluation.SetRefused;
import cn.wuye.hotline.ivr.evaluation.TextEvaluation;
import cn.wuye.hotline.ivr.evaluation.TextReport;
import cn.wuye.hotline.ivr.evaluation.TextReport.Confusion;
import cn.wuye.hotline.ivr.evaluation.TextReport.Example;
import cn.wuye.hotline.ivr.evaluation.TextSet;
import cn.wuye.hotline.ivr.intent.IntentReader;
import cn.wuye.hotline.ivr.wording.Wording;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./hotline text-eval}: judges what is shipped to understand callers by. */
final class TextEvalTool {
  private static final int MOST_EXAMPLES = 3;

  private final PrintStream out;
  private final PrintStream err;

  TextEvalTool(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  int run(Arguments arguments) throws IOException {
    if (arguments.option("--set").isEmpty() || !arguments.command().isEmpty()) {
      throw new Usage("usage: ./hotline text-eval --set FILE [--json]");
    }
    Path file = Path.of(arguments.option("--set").orElse(""));
    if (!Files.isRegularFile(file)) {
      err.println("hotline: there is no file " + file);
      return 1;
    }
    IntentReader reader = Wording.shippedReader();
    List<LabelledText> texts;
    try {
      texts = new TextSet(reader.topics()).read(Files.readAllBytes(file));
    } catch (SetRefused e) {
      err.println("hotline: " + file + ": " + e.getMessage());
      return 1;
    }
    TextReport report = TextEvaluation.of(reader, texts);
    if (arguments.has("--json")) {
      out.println(JsonMapper.shared().writeValueAsString(json(report)));
    } else {
      table(report);
    }
    return 0;
  }

  private static Map<String, Object> json(TextReport report) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("rows", report.rows());
    json.put("categoryAccuracy", report.categoryAccuracy());
    json.put("subcategoryAccuracy", report.subcategoryAccuracy());
    json.put("urgencyAccuracy", report.urgencyAccuracy());
    json.put("kindAccuracy", report.kindAccuracy());
    json.put("emergencies", report.emergencies());
    json.put("emergencyRecall", report.emergencyRecall());
    json.put("emergencyFalseAlarms", report.emergencyFalseAlarms());
    json.put("unsure", report.unsure());
    json.put("confusions", report.confusions().stream().map(TextEvalTool::json).toList());
    return json;
  }

  private static Map<String, Object> json(Confusion confusion) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("what", confusion.what());
    json.put("expected", confusion.expected());
    json.put("read", confusion.read());
    json.put("count", confusion.count());
    json.put("examples", confusion.examples());
    return json;
  }

  private void table(TextReport report) {
    out.printf("%d sentences%n", report.rows());
    line("category", report.categoryAccuracy());
    line("sub-category", report.subcategoryAccuracy());
    line("urgency", report.urgencyAccuracy());
    line("kind", report.kindAccuracy());
    out.printf(
        "  %-20s %6.1f %%  of %d%n",
        "emergencies found", 100 * report.emergencyRecall(), report.emergencies());
    out.printf("  %-20s %6d%n", "false alarms", report.emergencyFalseAlarms());
    out.printf("  %-20s %6d    the caller would be asked again%n", "not sure", report.unsure());
    for (Confusion confusion : report.confusions()) {
      out.printf(
          "%n%d × %s: %s read as %s%n",
          confusion.count(), confusion.what(), said(confusion.expected()), said(confusion.read()));
      confusion.examples().stream().limit(MOST_EXAMPLES).forEach(this::example);
    }
  }

  private void line(String name, double share) {
    out.printf("  %-20s %6.1f %%%n", name, 100 * share);
  }

  private void example(Example example) {
    out.printf("    row %d: %s%n", example.row(), example.text());
    if (!example.words().isEmpty()) {
      out.println("      by " + String.join(", ", example.words()));
    }
  }

  private static String said(String code) {
    return code.isEmpty() ? "nothing" : code;
  }
}
