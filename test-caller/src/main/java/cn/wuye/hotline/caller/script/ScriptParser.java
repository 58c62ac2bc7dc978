package cn.wuye.hotline.caller.script;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Reads scripts; refuses what it does not know, with the place and what is allowed. */
public final class ScriptParser {
  private static final List<String> TOP =
      List.of("from", "voice", "noise", "phones", "answers", "steps");
  private static final int MOST_BYTES = 1_000_000;

  private final StepParser steps;

  /**
   * @param knownPrompt whether the hotline has a prompt of this key
   */
  public ScriptParser(Predicate<String> knownPrompt) {
    this.steps = new StepParser(knownPrompt);
  }

  /**
   * @throws ScriptError when it cannot be read or does not make sense
   */
  public Script read(Path file) throws ScriptError {
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw new ScriptError(file + ": larger than a script can be");
      }
      return parse(file, Files.readString(file));
    } catch (IOException e) {
      throw new ScriptError(file + ": cannot be read (" + e.getMessage() + ")");
    }
  }

  Script parse(Path file, String yaml) throws ScriptError {
    String name = String.valueOf(file.getFileName());
    Fields top = Fields.of(name, "", compose(name, yaml));
    top.allowOnly(TOP);
    Phone answers = PhoneParser.own(top);
    // Whose phone is busy does nothing.
    boolean idle = answers instanceof Phone.Refuses && !top.has("steps");
    return new Script(
        file,
        from(top),
        top.text("voice", Script.DEFAULT_VOICE),
        noise(top),
        phones(name, top),
        answers,
        idle ? List.of() : steps.parse(name, file, top.list("steps")));
  }

  private static Node compose(String name, String yaml) throws ScriptError {
    try {
      Node node = new Yaml(new LoaderOptions()).compose(new StringReader(yaml));
      if (node == null) {
        throw new ScriptError(name + ": the script is empty");
      }
      return node;
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
      throw new ScriptError(name + ", line " + line + ": no valid YAML: " + e.getProblem());
    } catch (YAMLException e) {
      throw new ScriptError(name + ": no valid YAML: " + e.getMessage());
    }
  }

  private static Optional<String> from(Fields top) throws ScriptError {
    if (!top.has("from")) {
      return Optional.empty();
    }
    String from = top.text("from");
    if (!from.matches("\\+?[0-9#]{2,20}")) {
      throw top.error(
          Fields.line(top.node("from")),
          "from wants 2–20 digits in quotes, or # for any digit, not '" + from + "'");
    }
    return Optional.of(anyDigits(from));
  }

  /** A caller who is another one each time: each # becomes a digit. */
  private static String anyDigits(String from) {
    StringBuilder number = new StringBuilder();
    for (char c : from.toCharArray()) {
      number.append(c == '#' ? (char) ('0' + ThreadLocalRandom.current().nextInt(10)) : c);
    }
    return number.toString();
  }

  private static OptionalDouble noise(Fields top) throws ScriptError {
    if (!top.has("noise")) {
      return OptionalDouble.empty();
    }
    String noise = top.text("noise");
    if (!noise.matches("-?[0-9]{1,2}(\\.[0-9])?\\s*dB")) {
      throw top.error(
          Fields.line(top.node("noise")),
          "noise wants a signal-to-noise ratio such as 10dB, not '" + noise + "'");
    }
    return OptionalDouble.of(Double.parseDouble(noise.replace("dB", "").strip()));
  }

  private static Map<String, Phone> phones(String name, Fields top) throws ScriptError {
    Map<String, Phone> phones = new LinkedHashMap<>();
    if (top.has("phones")) {
      Fields numbers = Fields.of(name, "", top.node("phones"));
      for (String number : numbers.names()) {
        phones.put(number, PhoneParser.parse(name, number, numbers));
      }
    }
    return phones;
  }

  /** All scripts of a folder, by name. */
  public List<Script> readAll(Path folder) throws ScriptError {
    List<Path> files = new ArrayList<>();
    try (var all = Files.newDirectoryStream(folder, "*.yml")) {
      all.forEach(files::add);
    } catch (IOException e) {
      throw new ScriptError(folder + ": cannot be read (" + e.getMessage() + ")");
    }
    files.sort(null);
    List<Script> scripts = new ArrayList<>();
    for (Path file : files) {
      scripts.add(read(file));
    }
    return scripts;
  }
}
