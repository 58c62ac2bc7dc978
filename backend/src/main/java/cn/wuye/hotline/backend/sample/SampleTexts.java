package cn.wuye.hotline.backend.sample;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Words of residents, varied: sentences from a file, their slots filled, as people begin and end.
 */
final class SampleTexts {
  private static final Pattern SLOT = Pattern.compile("\\{([^}]+)}");
  // Emergencies happen, but not every tenth call.
  private static final double EMERGENCIES_KEPT = 0.35;

  private final Map<String, List<SampleLine>> lines;
  private final Map<String, List<String>> words;

  SampleTexts() {
    lines =
        read("complaints.txt").stream()
            .map(SampleLine::parse)
            .collect(Collectors.groupingBy(SampleLine::subcategory));
    words =
        read("words.txt").stream()
            .map(line -> Arrays.asList(line.split("\\|")))
            .collect(Collectors.toMap(line -> line.get(0), line -> line.subList(1, line.size())));
  }

  /** A sentence for this sub-category. */
  SampleLine line(String subcategory, Random random) {
    List<SampleLine> choice =
        Objects.requireNonNull(lines.get(subcategory), () -> "no sentence for " + subcategory);
    SampleLine line = choice.get(random.nextInt(choice.size()));
    boolean rare = line.urgency().equals("emergency") && random.nextDouble() > EMERGENCIES_KEPT;
    return rare ? choice.get(0) : line;
  }

  /** The sentence as this resident says it. */
  String spoken(SampleLine line, SampleDwelling home, Random random) {
    Matcher slots = SLOT.matcher(line.text());
    StringBuilder text = new StringBuilder();
    while (slots.find()) {
      slots.appendReplacement(text, fill(slots.group(1), home, random));
    }
    slots.appendTail(text);
    if (line.urgency().equals("emergency")) {
      return text.toString();
    }
    String end = text.indexOf("谢谢") >= 0 ? "" : word("结尾", random);
    return word("开头", random) + text + end;
  }

  private String fill(String slot, SampleDwelling home, Random random) {
    if (slot.equals("楼")) {
      return home.building();
    }
    return slot.equals("单元") ? home.unit() : word(slot, random);
  }

  private String word(String slot, Random random) {
    List<String> choice = Objects.requireNonNull(words.get(slot), () -> "no words for " + slot);
    return choice.get(random.nextInt(choice.size()));
  }

  /** The lines of a file of sample data, without comments. */
  static List<String> read(String file) {
    try (InputStream in =
            Objects.requireNonNull(SampleTexts.class.getResourceAsStream("/sample/" + file), file);
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return reader.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }
}
