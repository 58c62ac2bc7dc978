package cn.wuye.hotline.backend.message.template;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with variables: {@code {due}} is replaced, and what stands in {@code [square brackets]} is
 * left out when one of the variables in it has no value.
 */
public final class TemplateText {
  private static final Pattern PART = Pattern.compile("\\[([^\\[\\]]*)]|([^\\[\\]]+)");
  private static final Pattern VARIABLE = Pattern.compile("\\{([a-z]+)}");

  private final List<Part> parts;

  private TemplateText(List<Part> parts) {
    this.parts = List.copyOf(parts);
  }

  private record Part(String text, boolean optional) {}

  /** Reads a text; empty when its brackets or braces do not match. */
  public static Optional<TemplateText> parse(String text) {
    List<Part> parts = new ArrayList<>();
    Matcher part = PART.matcher(text);
    for (int read = 0; read < text.length(); read = part.end()) {
      if (!part.region(read, text.length()).lookingAt()) {
        return Optional.empty();
      }
      boolean optional = part.group(1) != null;
      parts.add(new Part(optional ? part.group(1) : part.group(2), optional));
    }
    String bare = VARIABLE.matcher(text).replaceAll("");
    return bare.contains("{") || bare.contains("}")
        ? Optional.empty()
        : Optional.of(new TemplateText(parts));
  }

  /** The variables it names, in order. */
  public Set<String> variables() {
    Set<String> names = new LinkedHashSet<>();
    parts.forEach(
        part -> VARIABLE.matcher(part.text()).results().forEach(v -> names.add(v.group(1))));
    return names;
  }

  /** The text with these values; a variable without one becomes nothing. */
  public String with(Map<String, String> values) {
    StringBuilder text = new StringBuilder();
    for (Part part : parts) {
      boolean complete =
          VARIABLE
              .matcher(part.text())
              .results()
              .noneMatch(v -> values.getOrDefault(v.group(1), "").isBlank());
      if (complete || !part.optional()) {
        text.append(
            VARIABLE
                .matcher(part.text())
                .replaceAll(
                    v -> Matcher.quoteReplacement(values.getOrDefault(v.group(1), "").strip())));
      }
    }
    return text.toString();
  }
}
