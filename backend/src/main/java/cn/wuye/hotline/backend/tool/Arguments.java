package cn.wuye.hotline.backend.tool;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What was typed behind a command: words, and options with or without a value. */
final class Arguments {
  private static final Set<String> WITH_VALUE =
      Set.of(
          "--from",
          "--for",
          "--set",
          "--out",
          "--source",
          "--dialect",
          "--phrase",
          "--check",
          "--known");
  private static final Set<String> SWITCHES =
      Set.of("--force", "--json", "--dry-run", "--running", "--dialect-words");

  private final List<String> words = new ArrayList<>();
  private final Map<String, String> options = new LinkedHashMap<>();

  private Arguments() {}

  static Arguments of(List<String> typed) {
    Arguments arguments = new Arguments();
    for (int i = 0; i < typed.size(); i++) {
      String each = typed.get(i);
      if (WITH_VALUE.contains(each)) {
        if (i + 1 == typed.size()) {
          throw new Usage(each + " wants a value");
        }
        arguments.options.put(each, typed.get(++i));
      } else if (SWITCHES.contains(each)) {
        arguments.options.put(each, "");
      } else if (each.startsWith("--")) {
        throw new Usage("there is no option " + each);
      } else {
        arguments.words.add(each);
      }
    }
    return arguments;
  }

  /** The first word; empty when nothing was typed. */
  String command() {
    return words.isEmpty() ? "" : words.get(0);
  }

  /** The words behind the first. */
  List<String> rest() {
    return words.isEmpty() ? List.of() : List.copyOf(words.subList(1, words.size()));
  }

  /** The only word behind the first. */
  String one(String what) {
    if (rest().size() != 1) {
      throw new Usage(command() + " wants " + what);
    }
    return rest().get(0);
  }

  Optional<String> option(String name) {
    return Optional.ofNullable(options.get(name));
  }

  boolean has(String name) {
    return options.containsKey(name);
  }
}
