package cn.wuye.hotline.backend.wording;

import cn.wuye.hotline.ivr.intent.LexiconPhrase;
import cn.wuye.hotline.ivr.wording.DialogSettings;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What differs between two documents, in lines of "part sign what": {@code lexicon + 充电桩坏}, {@code
 * keys ~ 3}. Signs: {@code +} added, {@code -} removed, {@code ~} changed.
 */
public final class SettingsChanges {
  private static final int LONGEST_LINE = 60;

  private final List<String> lines = new ArrayList<>();

  private SettingsChanges() {}

  /** The lines; empty when both are the same. */
  public static List<String> between(DialogSettings from, DialogSettings to) {
    SettingsChanges changes = new SettingsChanges();
    changes.compare("prompts", from.prompts(), to.prompts());
    changes.compare("estateLines", from.estateLines(), to.estateLines());
    changes.compare("keys", byKey(from), byKey(to));
    changes.compare("lexicon", byPhrase(from), byPhrase(to));
    changes.compare(
        "lexiconOff",
        named(from.lexiconOff(), each -> each.phrase() + " " + each.topic()),
        named(to.lexiconOff(), each -> each.phrase() + " " + each.topic()));
    changes.compare(
        "dangers",
        named(from.dangers(), each -> each.phrase() + " " + each.group()),
        named(to.dangers(), each -> each.phrase() + " " + each.group()));
    changes.compare(
        "dangersOff", named(from.dangersOff(), each -> each), named(to.dangersOff(), each -> each));
    changes.compare("learned", byDialect(from), byDialect(to));
    if (!from.hours().equals(to.hours())) {
      changes.lines.add("hours ~");
    }
    return List.copyOf(changes.lines);
  }

  /** As many lines as fit, with how many more there are. */
  static String fitted(List<String> lines, int longest) {
    StringBuilder text = new StringBuilder();
    int left = lines.size();
    for (String line : lines) {
      if (text.length() + line.length() > longest - 20) {
        return text.append("… ").append(left).toString();
      }
      text.append(line).append('\n');
      left--;
    }
    return text.toString();
  }

  private <V> void compare(String part, Map<String, V> from, Map<String, V> to) {
    Set<String> all = new LinkedHashSet<>(from.keySet());
    all.addAll(to.keySet());
    for (String each : all) {
      V before = from.get(each);
      V after = to.get(each);
      String sign = before == null ? "+" : after == null ? "-" : before.equals(after) ? "" : "~";
      if (!sign.isEmpty()) {
        String line = part + " " + sign + " " + each;
        lines.add(line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE - 1) + "…" : line);
      }
    }
  }

  private static Map<String, Object> byKey(DialogSettings settings) {
    return settings.keys().stream()
        .collect(Collectors.toMap(each -> each.key(), each -> each, (a, b) -> b));
  }

  private static Map<String, Object> byPhrase(DialogSettings settings) {
    return settings.lexicon().stream()
        .collect(Collectors.toMap(LexiconPhrase::phrase, each -> each, (a, b) -> b));
  }

  private static Map<String, Object> byDialect(DialogSettings settings) {
    return settings.learned().stream()
        .collect(
            Collectors.toMap(
                each -> each.dialect() + " " + each.phrase(), each -> each, (a, b) -> b));
  }

  private static <T> Map<String, Object> named(List<T> list, Function<T, String> name) {
    return list.stream().collect(Collectors.toMap(name, each -> each, (a, b) -> b));
  }
}
