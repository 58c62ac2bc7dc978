package cn.wuye.hotline.ivr.intent;

import cn.wuye.hotline.ivr.dialect.Dialect;
import cn.wuye.hotline.ivr.dialect.DialectPhrase;
import cn.wuye.hotline.ivr.dialect.Dialects;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Sentences of which the topic is known: what {@link LearnedTopics} learns from. */
final class Sentences {
  private static final String SHIPPED = "/intent/sentences.tsv";
  private static final int COLUMNS = 5;

  private Sentences() {}

  /**
   * One of them.
   *
   * @param topic {@code category/subcategory}; {@code none/none} for what is none of the hotline's
   *     business
   */
  record Sentence(String text, String topic) {}

  /**
   * Those that are shipped, and the complaints of the dialects.
   *
   * @throws IllegalStateException naming the row that is of another shape
   */
  static List<Sentence> shipped() {
    List<Sentence> sentences = new ArrayList<>();
    List<String> lines = lines();
    for (int i = 1; i < lines.size(); i++) {
      String[] cells = lines.get(i).split("\t", -1);
      if (cells.length != COLUMNS || cells[0].isBlank()) {
        throw new IllegalStateException(SHIPPED + ": row " + (i + 1) + " is no sentence");
      }
      boolean foreign = cells[1].isEmpty();
      sentences.add(new Sentence(cells[0], foreign ? Topic.FOREIGN : cells[1] + "/" + cells[2]));
    }
    for (Dialect dialect : Dialects.shipped().all()) {
      for (DialectPhrase phrase : dialect.complaints()) {
        sentences.add(new Sentence(phrase.text(), phrase.meaning()));
      }
    }
    return List.copyOf(sentences);
  }

  private static List<String> lines() {
    try (InputStream in = Sentences.class.getResourceAsStream(SHIPPED)) {
      if (in == null) {
        throw new IllegalStateException("data file missing: " + SHIPPED);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + SHIPPED, e);
    }
  }
}
