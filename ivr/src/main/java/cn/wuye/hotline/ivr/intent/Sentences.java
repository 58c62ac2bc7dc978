package cn.wuye.hotline.ivr.intent;

import cn.wuye.hotline.ivr.dialect.Dialect;
import cn.wuye.hotline.ivr.dialect.DialectPhrase;
import cn.wuye.hotline.ivr.dialect.Dialects;
import cn.wuye.hotline.ivr.intent.Likeness.Known;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Sentences of which the meaning is known, and what is learned from them. */
final class Sentences {
  /** The label of what is no emergency. */
  static final String HARMLESS = "";

  private static final String SHIPPED = "/intent/sentences.tsv";
  private static final int COLUMNS = 5;
  private static final String EMERGENCY = "emergency";

  private Sentences() {}

  /**
   * A row of the file.
   *
   * @param topic {@code category/subcategory}; {@code none/none} for what is none of the hotline's
   *     business
   * @param urgency empty for what is none of the hotline's business
   */
  private record Row(String text, String topic, String urgency) {}

  private static final class Learned {
    static final Likeness TOPICS;
    static final Likeness DANGERS;
    static final Likeness URGENCIES;

    static {
      List<Row> rows = rows();
      TOPICS = Likeness.to(topicsOf(rows));
      DANGERS = Likeness.to(dangersOf(rows));
      URGENCIES = Likeness.to(urgenciesOf(rows));
    }
  }

  /** Learns now, so that the first caller does not wait for it; takes a second, once. */
  static void learn() {
    topics();
  }

  /** The topics by code. */
  static Likeness topics() {
    return Learned.TOPICS;
  }

  /** Whether it is an {@code emergency}, or {@link #HARMLESS}. */
  static Likeness dangers() {
    return Learned.DANGERS;
  }

  /** The urgencies of what is no emergency. */
  static Likeness urgencies() {
    return Learned.URGENCIES;
  }

  private static List<Known> topicsOf(List<Row> rows) {
    List<Known> known = new ArrayList<>();
    rows.forEach(row -> known.add(new Known(row.text, row.topic)));
    for (Dialect dialect : Dialects.shipped().all()) {
      for (DialectPhrase phrase : dialect.complaints()) {
        known.add(new Known(phrase.text(), phrase.meaning()));
      }
    }
    return known;
  }

  private static List<Known> dangersOf(List<Row> rows) {
    List<Known> known = new ArrayList<>();
    for (Row row : rows) {
      known.add(new Known(row.text, row.urgency.equals(EMERGENCY) ? EMERGENCY : HARMLESS));
    }
    for (Dialect dialect : Dialects.shipped().all()) {
      dialect.complaints().forEach(each -> known.add(new Known(each.text(), HARMLESS)));
      dialect.emergencies().forEach(each -> known.add(new Known(each.text(), EMERGENCY)));
    }
    return known;
  }

  private static List<Known> urgenciesOf(List<Row> rows) {
    List<Known> known = new ArrayList<>();
    for (Row row : rows) {
      if (!row.urgency.isEmpty() && !row.urgency.equals(EMERGENCY)) {
        known.add(new Known(row.text, row.urgency));
      }
    }
    return known;
  }

  /**
   * @throws IllegalStateException naming the row that is of another shape
   */
  private static List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    List<String> lines = lines();
    for (int i = 1; i < lines.size(); i++) {
      String[] cells = lines.get(i).split("\t", -1);
      if (cells.length != COLUMNS || cells[0].isBlank()) {
        throw new IllegalStateException(SHIPPED + ": row " + (i + 1) + " is no sentence");
      }
      boolean foreign = cells[1].isEmpty();
      rows.add(new Row(cells[0], foreign ? Topic.FOREIGN : cells[1] + "/" + cells[2], cells[3]));
    }
    return List.copyOf(rows);
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
