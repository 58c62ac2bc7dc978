package cn.wuye.hotline.caller.script;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A YAML mapping whose every complaint says where. */
final class Fields {
  private static final Pattern LENGTH = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*(ms|s|min)");

  private final String file;
  private final String step;
  private final int line;
  private final Map<String, Node> fields = new LinkedHashMap<>();

  private Fields(String file, String step, int line) {
    this.file = file;
    this.step = step;
    this.line = line;
  }

  static Fields of(String file, String step, Node node) throws ScriptError {
    int line = line(node);
    Fields fields = new Fields(file, step, line);
    if (!(node instanceof MappingNode mapping)) {
      throw fields.error(line, "expected 'name: value' lines");
    }
    for (NodeTuple tuple : mapping.getValue()) {
      String name = fields.scalar(tuple.getKeyNode());
      if (fields.fields.put(name, tuple.getValueNode()) != null) {
        throw fields.error(line(tuple.getKeyNode()), "'" + name + "' stands here twice");
      }
    }
    return fields;
  }

  static int line(Node node) {
    return node.getStartMark().getLine() + 1;
  }

  int line() {
    return line;
  }

  List<String> names() {
    return new ArrayList<>(fields.keySet());
  }

  boolean has(String name) {
    return fields.containsKey(name);
  }

  void allowOnly(List<String> allowed) throws ScriptError {
    for (Map.Entry<String, Node> field : fields.entrySet()) {
      if (!allowed.contains(field.getKey())) {
        throw error(
            line(field.getValue()),
            "unknown '" + field.getKey() + "'; allowed: " + String.join(", ", allowed));
      }
    }
  }

  String text(String name) throws ScriptError {
    return scalar(node(name));
  }

  String text(String name, String otherwise) throws ScriptError {
    return has(name) ? text(name) : otherwise;
  }

  boolean flag(String name) throws ScriptError {
    if (!has(name)) {
      return false;
    }
    return switch (text(name)) {
      case "true" -> true;
      case "false" -> false;
      default ->
          throw error(line(node(name)), name + " is true or false, not '" + text(name) + "'");
    };
  }

  /** {@code 2s}, {@code 1500ms}, {@code 1.5s}, {@code 10min}. */
  Duration length(String name) throws ScriptError {
    Matcher matcher = LENGTH.matcher(text(name));
    if (!matcher.matches()) {
      throw error(
          line(node(name)),
          name + " wants a length such as 2s, 1500ms or 10min, not '" + text(name) + "'");
    }
    double value = Double.parseDouble(matcher.group(1));
    double millis =
        switch (matcher.group(2)) {
          case "ms" -> value;
          case "s" -> value * 1000;
          default -> value * 60_000;
        };
    return Duration.ofMillis(Math.round(millis));
  }

  Duration length(String name, Duration otherwise) throws ScriptError {
    return has(name) ? length(name) : otherwise;
  }

  Node node(String name) throws ScriptError {
    Node node = fields.get(name);
    if (node == null) {
      throw error(line, "'" + name + "' is missing");
    }
    return node;
  }

  List<Node> list(String name) throws ScriptError {
    if (node(name) instanceof SequenceNode sequence) {
      return sequence.getValue();
    }
    throw error(line(node(name)), name + " wants a list: lines that begin with '- '");
  }

  ScriptError error(int atLine, String message) {
    return new ScriptError(file + ", line " + atLine + step + ": " + message);
  }

  private String scalar(Node node) throws ScriptError {
    if (node instanceof ScalarNode scalar) {
      return scalar.getValue();
    }
    throw error(line(node), "expected one value here");
  }
}
