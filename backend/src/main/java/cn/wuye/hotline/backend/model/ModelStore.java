package cn.wuye.hotline.backend.model;

import cn.wuye.hotline.backend.files.DurableFiles;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The models of a node: {@code models/NAME}, {@code models/NAME.json}, and a link for each role
 * that leads to the one in use.
 */
public final class ModelStore {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,79}");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Path home;
  private final Path models;
  private final ModelChanges changes;

  /**
   * @param home {@code $HOTLINE_HOME}
   */
  public ModelStore(Path home) {
    this.home = home.toAbsolutePath().normalize();
    this.models = this.home.resolve("models");
    this.changes = new ModelChanges(this.home);
  }

  /** What was done here and does not stand in the audit log yet. */
  public ModelChanges changes() {
    return changes;
  }

  /**
   * The folder of a model, whether it is there or not.
   *
   * @throws ModelRefused when the name cannot be one
   */
  public Path folder(String name) throws ModelRefused {
    if (!NAME.matcher(name).matches() || name.endsWith(".json") || name.endsWith(".part")) {
      throw new ModelRefused(
          "'" + name + "' is no name for a model: letters, digits, '.', '_' and '-', 80 at most");
    }
    return models.resolve(name);
  }

  /** The folder where what is not complete yet lies. */
  Path scratch(String name) throws IOException {
    Path scratch = models.resolve(".new-" + name);
    delete(scratch);
    Files.createDirectories(scratch);
    return scratch;
  }

  /** Where the archive of a download grows. */
  Path archive(String name) throws IOException {
    Files.createDirectories(models);
    return models.resolve(name + ".zip.part");
  }

  public List<String> names() throws IOException {
    if (!Files.isDirectory(models)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(models)) {
      return all.filter(Files::isDirectory)
          .map(each -> String.valueOf(each.getFileName()))
          .filter(name -> NAME.matcher(name).matches())
          .sorted()
          .toList();
    }
  }

  /** What is known of a model; empty when it was never tried, or what was written is unreadable. */
  public Optional<ModelRecord> record(String name) throws ModelRefused {
    Path file = recordOf(folder(name));
    try {
      return Files.exists(file)
          ? Optional.of(JSON.readValue(Files.readAllBytes(file), ModelRecord.class))
          : Optional.empty();
    } catch (IOException | JacksonException e) {
      return Optional.empty();
    }
  }

  void record(String name, ModelRecord known) throws IOException, ModelRefused {
    DurableFiles.replace(recordOf(folder(name)), JSON.writeValueAsBytes(known));
  }

  private static Path recordOf(Path folder) {
    return folder.resolveSibling(folder.getFileName() + ".json");
  }

  /** Puts a complete folder in the place of a model, if there was one. */
  void put(Path complete, String name) throws IOException, ModelRefused {
    Path folder = folder(name);
    delete(folder);
    Files.move(complete, folder, StandardCopyOption.ATOMIC_MOVE);
  }

  /**
   * Why a model may not be used, empty when it may: it was tried in a process of its own, its files
   * are the same since, and it fits the role.
   */
  public Optional<String> objection(String name, ModelRole role, boolean force)
      throws IOException, ModelRefused {
    Path folder = folder(name);
    if (!Files.isDirectory(folder)) {
      return Optional.of("there is no model " + name + "; ./hotline models lists those there are");
    }
    Optional<ModelRecord> known = record(name);
    if (known.isEmpty() || !known.get().files().equals(ModelFiles.print(folder))) {
      return Optional.of("it was not verified as it is now: ./hotline models verify " + name);
    }
    return Optional.of(known.get().objection(role, force)).filter(why -> !why.isEmpty());
  }

  /** The name of the model that the role's link leads to; empty without a link into the store. */
  public Optional<String> active(ModelRole role) {
    Path link = home.resolve(role.link());
    if (!Files.isSymbolicLink(link)) {
      return Optional.empty();
    }
    try {
      Path target = home.resolve(Files.readSymbolicLink(link)).normalize();
      return models.equals(target.getParent())
          ? Optional.of(String.valueOf(target.getFileName()))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** The link of a role: what the application loads when it starts. */
  public Path link(ModelRole role) {
    return home.resolve(role.link());
  }

  /**
   * Makes the role's link lead to a model, or removes it. A folder that somebody has put in the
   * link's place becomes a model of the store.
   *
   * @param name empty for none
   */
  public void activate(ModelRole role, Optional<String> name) throws IOException, ModelRefused {
    ModelChange.What what =
        name.isPresent() ? ModelChange.What.ACTIVATED : ModelChange.What.DEACTIVATED;
    String which = name.or(() -> active(role)).orElse("");
    changes.noting(what, which, role, () -> lead(role, name));
  }

  private void lead(ModelRole role, Optional<String> name) throws IOException, ModelRefused {
    Path link = link(role);
    if (Files.isDirectory(link, LinkOption.NOFOLLOW_LINKS)) {
      Files.move(link, unused("own-model"));
    }
    if (name.isEmpty()) {
      Files.deleteIfExists(link);
      return;
    }
    Path next = home.resolve("." + role.link() + ".next");
    Files.deleteIfExists(next);
    Files.createSymbolicLink(next, home.relativize(folder(name.get())));
    try {
      Files.move(next, link, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.deleteIfExists(link);
      Files.move(next, link);
    }
  }

  private Path unused(String base) throws IOException {
    Files.createDirectories(models);
    Path free = models.resolve(base);
    for (int n = 2; Files.exists(free); n++) {
      free = models.resolve(base + "-" + n);
    }
    return free;
  }

  /** Removes a model. */
  public void remove(String name) throws IOException, ModelRefused {
    Path folder = folder(name);
    for (ModelRole role : ModelRole.values()) {
      if (active(role).filter(name::equals).isPresent()) {
        throw new ModelRefused(
            name + " is in use; activate another one first, or ./hotline models deactivate");
      }
    }
    if (!Files.isDirectory(folder)) {
      throw new ModelRefused("there is no model " + name);
    }
    changes.noting(
        ModelChange.What.REMOVED,
        name,
        ModelRole.LIVE,
        () -> {
          delete(folder);
          Files.deleteIfExists(recordOf(folder));
        });
  }

  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }
}
