package cn.wuye.hotline.ivr.evaluation;

import cn.wuye.hotline.ivr.audio.WavFile;
import cn.wuye.hotline.ivr.dialect.Dialect;
import cn.wuye.hotline.ivr.dialect.Dialects;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads a folder with recordings and one table, {@code *.tsv}, that says what is in them. */
public final class SpeechSet {
  static final Set<String> CHOICES = Set.of("yes", "no", "person");

  /** What a recording is for that the table tells nothing else of. */
  private static final String CLEAN = "clean";

  private static final List<String> REQUIRED = List.of("file", "dialect", "transcript");

  /** The intent in one column, or as in the sets of sentences, whose last two are not judged. */
  private static final List<String> KNOWN =
      List.of(
          "file",
          "dialect",
          "transcript",
          "intent",
          "category",
          "subcategory",
          "urgency",
          "kind",
          "noise");

  private static final Set<String> DIALECTS =
      Dialects.shipped().all().stream().map(Dialect::code).collect(Collectors.toUnmodifiableSet());

  private final Set<String> topics;

  /**
   * @param topics the codes that there are, {@code category/subcategory}
   */
  public SpeechSet(Set<String> topics) {
    this.topics = Set.copyOf(topics);
  }

  /**
   * The recordings of a set; empty lines are passed over.
   *
   * @param folder with one {@code *.tsv} (UTF-8, the first line names the columns) and the
   *     recordings (WAV, 8 kHz, 16 bit, mono), of which all are looked at
   * @throws SetRefused for the first row that cannot be used, or when there is none
   * @throws IOException when the table cannot be read
   */
  public List<SpokenClip> read(Path folder) throws IOException, SetRefused {
    List<String> lines = TextSet.decoded(Files.readAllBytes(table(folder))).lines().toList();
    List<String> columns = columns(lines.isEmpty() ? "" : lines.get(0));
    List<SpokenClip> clips = new ArrayList<>();
    for (int i = 1; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        clips.add(clip(folder, new Row(i + 1, columns, TextSet.cells(lines.get(i)))));
      }
    }
    if (clips.isEmpty()) {
      throw new SetRefused("there is no recording below the header");
    }
    return List.copyOf(clips);
  }

  private static Path table(Path folder) throws IOException, SetRefused {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> tables =
          files.filter(file -> file.getFileName().toString().endsWith(".tsv")).toList();
      if (tables.size() != 1) {
        throw new SetRefused("there are " + tables.size() + " files *.tsv instead of one");
      }
      return tables.get(0);
    }
  }

  private static List<String> columns(String header) throws SetRefused {
    List<String> columns = TextSet.cells(header);
    boolean meaning =
        columns.contains("intent") || columns.containsAll(List.of("category", "subcategory"));
    if (!columns.containsAll(REQUIRED) || !meaning || !KNOWN.containsAll(columns)) {
      throw new SetRefused(
          "row 1: the header is file dialect transcript, intent or category and subcategory, and"
              + " noise where it differs; not '"
              + header
              + "'");
    }
    return columns;
  }

  /** The cells of a line, by the names of the header. */
  private record Row(int number, List<String> columns, List<String> cells) {
    Row {
      cells = List.copyOf(cells);
    }

    /** Empty string where the table has no such column. */
    String cell(String name) {
      int at = columns.indexOf(name);
      return at < 0 ? "" : cells.get(at);
    }

    SetRefused refused(String name, String why) {
      return new SetRefused(number, columns.indexOf(name) + 1, name, why);
    }

    String intent() {
      return columns.contains("intent")
          ? cell("intent")
          : Stream.of(cell("category"), cell("subcategory"))
              .filter(part -> !part.isEmpty())
              .collect(Collectors.joining("/"));
    }
  }

  private SpokenClip clip(Path folder, Row row) throws SetRefused {
    if (row.cells().size() != row.columns().size()) {
      throw new SetRefused(
          "row %d: %d cells with tabs between them instead of %d"
              .formatted(row.number(), row.cells().size(), row.columns().size()));
    }
    String dialect = row.cell("dialect");
    if (!DIALECTS.contains(dialect)) {
      throw row.refused("dialect", "'" + dialect + "' is no dialect");
    }
    String intent = row.intent();
    if (!intent.isEmpty() && !CHOICES.contains(intent) && !topics.contains(intent)) {
      throw row.refused(
          row.columns().contains("intent") ? "intent" : "subcategory",
          "'" + intent + "' is no category/subcategory, yes, no or person");
    }
    if (!intent.isEmpty() && row.cell("transcript").isEmpty()) {
      throw row.refused("transcript", "there is no transcript of something to be understood");
    }
    String noise = row.columns().contains("noise") ? row.cell("noise") : CLEAN;
    if (!noise.matches("clean|-?\\d{1,2}")) {
      throw row.refused("noise", "'" + noise + "' is neither clean nor a distance in dB");
    }
    return new SpokenClip(
        row.number(), sound(folder, row), dialect, row.cell("transcript"), intent, noise);
  }

  private static Path sound(Path folder, Row row) throws SetRefused {
    Path file = folder.resolve(row.cell("file"));
    if (row.cell("file").isEmpty() || !Files.isRegularFile(file)) {
      throw row.refused("file", "there is no file " + file);
    }
    try {
      WavFile.read(file);
    } catch (IOException e) {
      throw row.refused("file", String.valueOf(e.getMessage()));
    }
    return file;
  }
}
