package cn.wuye.hotline.ivr.evaluation;

import cn.wuye.hotline.ivr.audio.WavFile;
import cn.wuye.hotline.ivr.dialect.Dialect;
import cn.wuye.hotline.ivr.dialect.Dialects;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads a folder with recordings and a {@code set.tsv} that says what is in them. */
public final class SpeechSet {
  /** The file in the folder. */
  public static final String FILE = "set.tsv";

  static final Set<String> CHOICES = Set.of("yes", "no", "person");
  private static final List<String> COLUMNS =
      List.of("file", "dialect", "transcript", "intent", "noise");
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
   * @param folder with {@code set.tsv} (UTF-8, the first line names the columns) and the recordings
   *     (WAV, 8 kHz, 16 bit, mono), of which all are looked at
   * @throws SetRefused for the first row that cannot be used, or when there is none
   * @throws IOException when {@code set.tsv} cannot be read
   */
  public List<SpokenClip> read(Path folder) throws IOException, SetRefused {
    List<String> lines = decoded(Files.readAllBytes(folder.resolve(FILE))).lines().toList();
    if (lines.isEmpty() || !cells(lines.get(0)).equals(COLUMNS)) {
      throw new SetRefused("row 1: the header is " + String.join(" ", COLUMNS));
    }
    List<SpokenClip> clips = new ArrayList<>();
    for (int i = 1; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        clips.add(row(folder, i + 1, cells(lines.get(i))));
      }
    }
    if (clips.isEmpty()) {
      throw new SetRefused("there is no recording below the header");
    }
    return List.copyOf(clips);
  }

  private static String decoded(byte[] content) throws SetRefused {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
    } catch (CharacterCodingException e) {
      throw new SetRefused("the file is not UTF-8");
    }
  }

  private static List<String> cells(String line) {
    return Arrays.stream(line.split("\t", -1)).map(String::strip).toList();
  }

  private SpokenClip row(Path folder, int row, List<String> cells) throws SetRefused {
    if (cells.size() != COLUMNS.size()) {
      throw new SetRefused(
          "row %d: %d cells with tabs between them instead of %d"
              .formatted(row, cells.size(), COLUMNS.size()));
    }
    if (!DIALECTS.contains(cells.get(1))) {
      throw refused(row, 2, "'" + cells.get(1) + "' is no dialect");
    }
    String intent = cells.get(3);
    if (!intent.isEmpty() && !CHOICES.contains(intent) && !topics.contains(intent)) {
      throw refused(row, 4, "'" + intent + "' is no category/subcategory, yes, no or person");
    }
    if (!intent.isEmpty() && cells.get(2).isEmpty()) {
      throw refused(row, 3, "there is no transcript of something to be understood");
    }
    if (!cells.get(4).matches("clean|-?\\d{1,2}")) {
      throw refused(row, 5, "'" + cells.get(4) + "' is neither clean nor a distance in dB");
    }
    Path file = folder.resolve(cells.get(0));
    if (cells.get(0).isEmpty() || !Files.isRegularFile(file)) {
      throw refused(row, 1, "there is no file " + file);
    }
    try {
      WavFile.read(file);
    } catch (IOException e) {
      throw refused(row, 1, String.valueOf(e.getMessage()));
    }
    return new SpokenClip(row, file, cells.get(1), cells.get(2), intent, cells.get(4));
  }

  private static SetRefused refused(int row, int column, String why) {
    return new SetRefused(row, column, COLUMNS.get(column - 1), why);
  }
}
