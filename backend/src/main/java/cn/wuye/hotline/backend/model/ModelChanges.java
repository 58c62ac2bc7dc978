package cn.wuye.hotline.backend.model;

import cn.wuye.hotline.backend.files.DurableFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was done to the models and does not stand in the audit log yet: a file each in {@code
 * $HOTLINE_HOME/run}, because models are changed while the application or the database is down.
 */
public final class ModelChanges {
  private static final Logger LOG = LoggerFactory.getLogger(ModelChanges.class);
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String PREFIX = "model-change-";

  private final Path folder;

  /**
   * @param home {@code $HOTLINE_HOME}
   */
  ModelChanges(Path home) {
    this.folder = home.resolve("run");
  }

  private record Written(ModelChange.What what, String name, ModelRole role, String by) {}

  private record Noted(Path file, ModelChange change) {}

  /** A change of files that may fail. */
  @FunctionalInterface
  interface Work {
    void run() throws IOException, ModelRefused;
  }

  /** Does it and notes it; what cannot be noted is not done, what fails is not noted. */
  void noting(ModelChange.What what, String name, ModelRole role, Work work)
      throws IOException, ModelRefused {
    Path note = folder.resolve(PREFIX + UUID.randomUUID() + ".json");
    String by = System.getProperty("user.name", "unknown");
    DurableFiles.replace(note, JSON.writeValueAsBytes(new Written(what, name, role, by)));
    boolean done = false;
    try {
      work.run();
      done = true;
    } finally {
      if (!done) {
        Files.deleteIfExists(note);
      }
    }
  }

  /**
   * Hands over what was noted, the oldest first, and forgets what was taken.
   *
   * @param taker what it throws leaves the change, and those after it, for the next time
   */
  public void handOver(Consumer<ModelChange> taker) throws IOException {
    for (Noted each : all()) {
      taker.accept(each.change);
      Files.deleteIfExists(each.file);
    }
  }

  private List<Noted> all() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> String.valueOf(file.getFileName()).startsWith(PREFIX))
          .flatMap(file -> read(file).stream())
          .sorted(Comparator.comparing(each -> each.change.at()))
          .toList();
    }
  }

  private static Optional<Noted> read(Path file) {
    try {
      Written note = JSON.readValue(Files.readAllBytes(file), Written.class);
      return Optional.of(
          new Noted(
              file,
              new ModelChange(
                  Files.getLastModifiedTime(file).toInstant(),
                  note.what,
                  note.name,
                  note.role,
                  note.by)));
    } catch (IOException | JacksonException e) {
      LOG.warn("what was done to a model cannot be read from {}", file, e);
      return Optional.empty();
    }
  }
}
