package cn.wuye.hotline.ivr.prompt;

import cn.wuye.hotline.ivr.prompt.Prompt.Fixed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The recordings of all voice sets as they lie on this node: {@code SET/KEY.wav}, and {@code
 * SET/manifest.json} with the words that each was recorded for. Immutable; read anew after a
 * change.
 */
public final class RecordedPrompts {
  private static final Logger LOG = LoggerFactory.getLogger(RecordedPrompts.class);
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String MANIFEST = "manifest.json";

  private static final DialectPrompts DIALECTS = DialectPrompts.shipped();

  /** Ends the keys of pieces with edited words. */
  private static final Pattern EDITED = Pattern.compile("-x[0-9a-f]{8}$");

  private final Path folder;
  private final Map<VoiceSet, Map<String, Entry>> sets;

  /**
   * One recording.
   *
   * @param text the words it was recorded for; with other words in the catalogue it is not played
   * @param sha256 of the file, in hexadecimal
   */
  public record Entry(String text, String sha256) {}

  private RecordedPrompts(Path folder, Map<VoiceSet, Map<String, Entry>> sets) {
    this.folder = folder;
    this.sets = sets;
  }

  /**
   * What lies in a folder; a set whose manifest cannot be read counts as empty, and the log says
   * so.
   *
   * @param folder {@code $HOTLINE_HOME/prompts}
   */
  public static RecordedPrompts read(Path folder) {
    Map<VoiceSet, Map<String, Entry>> sets = new TreeMap<>();
    for (VoiceSet set : folders(folder)) {
      Path manifest = folder.resolve(set.code()).resolve(MANIFEST);
      try {
        sets.put(set, JSON.readValue(Files.readAllBytes(manifest), new TypeReference<>() {}));
      } catch (IOException | JacksonException e) {
        LOG.warn("{} cannot be read; the set {} is not used", manifest, set, e);
      }
    }
    return new RecordedPrompts(folder, sets);
  }

  private static List<VoiceSet> folders(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(each -> Files.exists(each.resolve(MANIFEST)))
          .flatMap(each -> VoiceSet.find(String.valueOf(each.getFileName())).stream())
          .sorted()
          .toList();
    } catch (IOException e) {
      LOG.warn("{} cannot be listed; no recordings are used", folder, e);
      return List.of();
    }
  }

  /** All sets, each with its recordings by key. */
  public Map<VoiceSet, Map<String, Entry>> sets() {
    return sets;
  }

  /**
   * The recording of a piece in a set, if it is of the words that the piece has now, in Mandarin or
   * in the dialect of the set.
   */
  Optional<Recording> find(VoiceSet set, Fixed piece) {
    String key = keyOf(piece);
    return Optional.ofNullable(sets.getOrDefault(set, Map.of()).get(key))
        .filter(
            entry ->
                entry.text().equals(piece.text())
                    || DIALECTS.words(set, piece).filter(entry.text()::equals).isPresent())
        .map(entry -> new Recording(file(folder, set, key), entry.sha256()));
  }

  /** The key by which a piece is recorded: the same whatever its words are now. */
  static String keyOf(Fixed piece) {
    return EDITED.matcher(piece.key()).replaceFirst("");
  }

  /** A recording that is to be played. */
  record Recording(Path file, String sha256) {}

  private static Path file(Path folder, VoiceSet set, String key) {
    return folder.resolve(set.code()).resolve(key + ".wav");
  }

  /** Fetches the sound of a recording. */
  @FunctionalInterface
  public interface Source {
    /**
     * @return the WAV; empty when it has been removed meanwhile
     */
    Optional<byte[]> sound(VoiceSet set, String key) throws IOException;
  }

  /**
   * Makes the folder hold exactly these recordings: fetches what is missing or has changed, removes
   * what is not among them. Files appear whole or not at all.
   *
   * @throws IOException when something cannot be written; doing it again completes it
   */
  public static void store(Path folder, Map<VoiceSet, Map<String, Entry>> wanted, Source source)
      throws IOException {
    RecordedPrompts present = read(folder);
    for (Map.Entry<VoiceSet, Map<String, Entry>> set : wanted.entrySet()) {
      Map<String, Entry> before = present.sets.getOrDefault(set.getKey(), Map.of());
      Map<String, Entry> stored = new LinkedHashMap<>();
      for (Map.Entry<String, Entry> each : set.getValue().entrySet()) {
        Path file = file(folder, set.getKey(), each.getKey());
        Entry old = before.get(each.getKey());
        boolean same =
            old != null && old.sha256().equals(each.getValue().sha256()) && Files.exists(file);
        if (same || fetched(file, source.sound(set.getKey(), each.getKey()))) {
          stored.put(each.getKey(), each.getValue());
        }
      }
      Path manifest = folder.resolve(set.getKey().code()).resolve(MANIFEST);
      PromptFiles.replace(manifest, JSON.writeValueAsBytes(stored));
      removeOthers(folder, set.getKey(), stored);
    }
    for (VoiceSet set : present.sets.keySet()) {
      if (!wanted.containsKey(set)) {
        PromptFiles.replace(
            folder.resolve(set.code()).resolve(MANIFEST), JSON.writeValueAsBytes(Map.of()));
        removeOthers(folder, set, Map.of());
      }
    }
  }

  private static boolean fetched(Path file, Optional<byte[]> sound) throws IOException {
    if (sound.isEmpty()) {
      return false;
    }
    PromptFiles.replace(file, sound.get());
    return true;
  }

  private static void removeOthers(Path folder, VoiceSet set, Map<String, Entry> stored)
      throws IOException {
    try (Stream<Path> all = Files.list(folder.resolve(set.code()))) {
      for (Path each : all.toList()) {
        String name = String.valueOf(each.getFileName());
        if (name.endsWith(".wav") && !stored.containsKey(name.substring(0, name.length() - 4))) {
          Files.deleteIfExists(each);
        }
      }
    }
  }
}
