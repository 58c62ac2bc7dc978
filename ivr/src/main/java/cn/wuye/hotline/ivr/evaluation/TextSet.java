package cn.wuye.hotline.ivr.evaluation;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Reads sentences with their meaning from tab-separated values. */
public final class TextSet {
  private static final List<String> COLUMNS =
      List.of("text", "category", "subcategory", "urgency", "kind");
  private static final Set<String> URGENCIES = Set.of("emergency", "urgent", "general", "complex");
  private static final Set<String> KINDS =
      Set.of("complaint", "opinion", "suggestion", "inquiry", "repair", "praise");

  private final Set<String> topics;

  /**
   * @param topics the codes that there are, {@code category/subcategory}
   */
  public TextSet(Set<String> topics) {
    this.topics = Set.copyOf(topics);
  }

  /**
   * The sentences of a file; empty lines are passed over.
   *
   * @param content UTF-8, the first line names the columns
   * @throws SetRefused for the first row that cannot be used, or when there is none
   */
  public List<LabelledText> read(byte[] content) throws SetRefused {
    List<String> lines = decoded(content).lines().toList();
    header(lines.isEmpty() ? "" : lines.get(0));
    List<LabelledText> texts = new ArrayList<>();
    for (int i = 1; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        texts.add(row(i + 1, cells(lines.get(i))));
      }
    }
    if (texts.isEmpty()) {
      throw new SetRefused("there is no sentence below the header");
    }
    return List.copyOf(texts);
  }

  static String decoded(byte[] content) throws SetRefused {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new SetRefused("the file is not UTF-8");
    }
  }

  static List<String> cells(String line) {
    return Arrays.stream(line.split("\t", -1)).map(String::strip).toList();
  }

  private static void header(String line) throws SetRefused {
    List<String> names = cells(line);
    for (int i = 0; i < COLUMNS.size(); i++) {
      String name = i < names.size() ? names.get(i) : "";
      if (!name.equals(COLUMNS.get(i))) {
        throw new SetRefused(
            1, i + 1, COLUMNS.get(i), "'" + name + "'; the header is " + String.join(" ", COLUMNS));
      }
    }
    if (names.size() > COLUMNS.size()) {
      throw new SetRefused(1, COLUMNS.size() + 1, names.get(COLUMNS.size()), "unknown column");
    }
  }

  private LabelledText row(int row, List<String> cells) throws SetRefused {
    if (cells.size() != COLUMNS.size()) {
      int column = Math.min(cells.size() + 1, COLUMNS.size());
      throw new SetRefused(
          row,
          column,
          COLUMNS.get(column - 1),
          cells.size() + " cells with tabs between them instead of " + COLUMNS.size());
    }
    LabelledText text =
        new LabelledText(row, cells.get(0), cells.get(1), cells.get(2), cells.get(3), cells.get(4));
    if (text.text().isEmpty()) {
      throw new SetRefused(row, 1, COLUMNS.get(0), "there is no text");
    }
    if (!cells.subList(1, cells.size()).stream().allMatch(String::isEmpty)) {
      checkCodes(text);
    }
    return text;
  }

  private void checkCodes(LabelledText text) throws SetRefused {
    if (topics.stream().noneMatch(topic -> topic.startsWith(text.category() + "/"))) {
      throw unknown(text, 2, text.category());
    }
    if (!topics.contains(text.category() + "/" + text.subcategory())) {
      throw new SetRefused(
          text.row(),
          3,
          COLUMNS.get(2),
          "'" + text.subcategory() + "' is no sub-category of " + text.category());
    }
    if (!URGENCIES.contains(text.urgency())) {
      throw unknown(text, 4, text.urgency());
    }
    if (!KINDS.contains(text.kind())) {
      throw unknown(text, 5, text.kind());
    }
  }

  private static SetRefused unknown(LabelledText text, int column, String code) {
    String name = COLUMNS.get(column - 1);
    return new SetRefused(text.row(), column, name, "'" + code + "' is no " + name);
  }
}
