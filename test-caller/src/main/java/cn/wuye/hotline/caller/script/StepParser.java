package cn.wuye.hotline.caller.script;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.yaml.snakeyaml.nodes.Node;

/** Reads {@code steps:}. */
final class StepParser {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** Each step's name, and the options that may stand beside it. */
  private static final Map<String, List<String>> STEPS = new LinkedHashMap<>();

  static {
    STEPS.put("hears", List.of("within"));
    STEPS.put("if-hears", List.of("presses", "within"));
    STEPS.put("says", List.of("barge-in", "hangs-up-after"));
    STEPS.put("plays", List.of("text", "barge-in", "hangs-up-after"));
    STEPS.put("presses", List.of("barge-in"));
    STEPS.put("silent", List.of());
    STEPS.put("hears-phone", List.of("within"));
    STEPS.put("heard-by-phone", List.of("within"));
    STEPS.put("beeps", List.of());
    STEPS.put("hangs-up", List.of());
  }

  private final Predicate<String> knownPrompt;

  StepParser(Predicate<String> knownPrompt) {
    this.knownPrompt = knownPrompt;
  }

  List<Step> parse(String name, Path file, List<Node> nodes) throws ScriptError {
    List<Step> steps = new ArrayList<>();
    for (Node node : nodes) {
      int number = steps.size() + 1;
      Fields fields = Fields.of(name, " (step " + number + ")", node);
      steps.add(step(fields, number, file));
    }
    checkOptional(name, steps);
    if (steps.isEmpty()) {
      throw new ScriptError(name + ": a script has at least one step");
    }
    return steps;
  }

  /** What may come is told from what comes otherwise by hearing one of the two. */
  private static void checkOptional(String name, List<Step> steps) throws ScriptError {
    for (int i = 0; i < steps.size(); i++) {
      if (steps.get(i) instanceof Step.IfHears optional
          && (i + 1 == steps.size() || !listens(steps.get(i + 1)))) {
        throw new ScriptError(
            name
                + ", line "
                + optional.line()
                + " (step "
                + optional.number()
                + "): if-hears wants a step behind it that says what is heard otherwise: hears: KEY");
      }
    }
  }

  private static boolean listens(Step step) {
    return step instanceof Step.IfHears
        || (step instanceof Step.Hears hears && !hears.key().equals(Step.Hears.ANYTHING));
  }

  private Step step(Fields fields, int number, Path file) throws ScriptError {
    List<String> kinds = kinds(fields);
    if (kinds.size() != 1) {
      throw fields.error(
          fields.line(),
          (kinds.isEmpty()
                  ? "unknown step '" + String.join(", ", fields.names()) + "'"
                  : "one step does one thing, not " + String.join(" and ", kinds))
              + "; a step is one of: "
              + String.join(", ", STEPS.keySet()));
    }
    String kind = kinds.get(0);
    List<String> allowed = new ArrayList<>(List.of(kind));
    allowed.addAll(STEPS.getOrDefault(kind, List.of()));
    fields.allowOnly(allowed);
    int line = fields.line();
    return switch (kind) {
      case "hears" -> new Step.Hears(line, number, anyPrompt(fields), within(fields));
      case "if-hears" ->
          new Step.IfHears(line, number, prompt(fields, kind), keys(fields), within(fields));
      case "says" -> says(fields, number, words(fields), Optional.empty());
      case "plays" ->
          says(fields, number, fields.text("text", ""), Optional.of(sound(fields, file)));
      case "presses" -> new Step.Presses(line, number, keys(fields), fields.flag("barge-in"));
      case "silent" -> new Step.Silent(line, number, fields.length("silent"));
      case "hears-phone" ->
          new Step.HearsPhone(line, number, fields.text("hears-phone"), within(fields));
      case "heard-by-phone" ->
          new Step.HeardByPhone(line, number, fields.text("heard-by-phone"), within(fields));
      case "beeps" -> new Step.Beeps(line, number);
      default -> new Step.HangsUp(line, number);
    };
  }

  /**
   * The steps that a line names; what is pressed at a prompt that may come is no step of its own.
   */
  private static List<String> kinds(Fields fields) {
    return fields.has("if-hears")
        ? List.of("if-hears")
        : fields.names().stream().filter(STEPS::containsKey).toList();
  }

  private static Duration within(Fields fields) throws ScriptError {
    return fields.length("within", PATIENCE);
  }

  private static Step says(Fields fields, int number, String text, Optional<Path> file)
      throws ScriptError {
    Optional<Duration> hangsUp =
        fields.has("hangs-up-after")
            ? Optional.of(fields.length("hangs-up-after"))
            : Optional.empty();
    return new Step.Says(fields.line(), number, text, file, fields.flag("barge-in"), hangsUp);
  }

  private String anyPrompt(Fields fields) throws ScriptError {
    return fields.text("hears").equals(Step.Hears.ANYTHING)
        ? Step.Hears.ANYTHING
        : prompt(fields, "hears");
  }

  private String prompt(Fields fields, String step) throws ScriptError {
    String key = fields.text(step);
    if (!knownPrompt.test(key)) {
      throw fields.error(
          fields.line(),
          "the hotline has no prompt '"
              + key
              + "'; the keys stand in prompts/zh.yml"
              + (step.equals("hears") ? ", or * for any" : ""));
    }
    return key;
  }

  private static String words(Fields fields) throws ScriptError {
    String text = fields.text("says");
    if (text.isBlank() || text.length() > 500) {
      throw fields.error(fields.line(), "says wants 1–500 characters");
    }
    return text;
  }

  private static String keys(Fields fields) throws ScriptError {
    String keys = fields.text("presses");
    if (!keys.matches("[0-9*#A-D]{1,40}")) {
      throw fields.error(
          fields.line(), "presses wants keys 0-9 * # A-D in quotes, not '" + keys + "'");
    }
    return keys;
  }

  private static Path sound(Fields fields, Path file) throws ScriptError {
    Path sound = file.resolveSibling(fields.text("plays")).normalize();
    if (!Files.isReadable(sound)) {
      throw fields.error(fields.line(), "there is no file " + sound);
    }
    return sound;
  }
}
