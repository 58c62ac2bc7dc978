package cn.wuye.hotline.backend.model;

import cn.wuye.hotline.ivr.speech.vosk.ModelTrial;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Consumer;

/** Brings models into the store: nothing stands there that was not tried. */
public final class ModelLibrary {
  private final ModelStore store;
  private final TrialProcess trial;
  private final Download download;
  private final Consumer<String> progress;

  /**
   * @param progress told what is done now, a line each
   */
  public ModelLibrary(ModelStore store, TrialProcess trial, Consumer<String> progress) {
    this(store, trial, new Download(Duration.ofSeconds(3), progress), progress);
  }

  ModelLibrary(ModelStore store, TrialProcess trial, Download download, Consumer<String> progress) {
    this.store = store;
    this.trial = trial;
    this.download = download;
    this.progress = progress;
  }

  /**
   * Fetches a model of the Vosk project.
   *
   * @param source the folder of the archives, with a slash at its end
   * @return what it is
   */
  public ModelRecord download(String name, String source) throws IOException, ModelRefused {
    store.folder(name);
    URI address = URI.create(source + name + ".zip");
    Path archive = store.archive(name);
    progress.accept("fetching " + address);
    download.fetch(address, archive);
    String sum = sha256(archive);
    Optional<String> expected = KnownModel.of(name).flatMap(KnownModel::sha256);
    if (expected.isPresent() && !expected.get().equals(sum)) {
      Files.delete(archive);
      throw new ModelRefused(
          "what came is not %s: its checksum is %s and should be %s; it is thrown away"
              .formatted(name, sum, expected.get()));
    }
    if (expected.isEmpty()) {
      compareWithFirst(name, sum);
    }
    ModelRecord known = unpacked(name, archive, address.toString(), sum);
    Files.delete(archive);
    return known;
  }

  /** Nobody publishes a checksum for it here: the one seen first counts. */
  private void compareWithFirst(String name, String sum) throws ModelRefused {
    Optional<String> first =
        store.record(name).map(ModelRecord::archiveSha256).filter(known -> !known.isEmpty());
    if (first.isPresent() && !first.get().equals(sum)) {
      progress.accept(
          "its checksum has changed: " + sum + ", at the first download it was " + first.get());
    } else {
      progress.accept("no checksum is published for it; seen now and kept: " + sum);
    }
  }

  /**
   * Takes a model from an archive or a folder on this machine.
   *
   * @return what it is
   */
  public ModelRecord add(String name, Path from) throws IOException, ModelRefused {
    store.folder(name);
    if (Files.isDirectory(from)) {
      Path scratch = store.scratch(name);
      try {
        progress.accept("copying " + from);
        ModelFiles.copy(from.toRealPath(), scratch);
        return tried(name, scratch, from.toString(), "");
      } finally {
        ModelStore.delete(scratch);
      }
    }
    if (!Files.isReadable(from)) {
      throw new ModelRefused("there is no file or folder " + from);
    }
    String sum = sha256(from);
    KnownModel.of(name)
        .flatMap(KnownModel::sha256)
        .filter(expected -> !expected.equals(sum))
        .ifPresent(
            expected -> progress.accept("not the archive that the Vosk project publishes: " + sum));
    return unpacked(name, from, from.toString(), sum);
  }

  private ModelRecord unpacked(String name, Path archive, String source, String sum)
      throws IOException, ModelRefused {
    Path scratch = store.scratch(name);
    try {
      progress.accept("unpacking");
      ModelFiles.unpack(archive, scratch);
      return tried(name, ModelFiles.root(scratch), source, sum);
    } finally {
      ModelStore.delete(scratch);
    }
  }

  /** What cannot be loaded at all does not come into the store. */
  private ModelRecord tried(String name, Path folder, String source, String sum)
      throws IOException, ModelRefused {
    progress.accept("loading it in a process of its own");
    ModelTrial.Result result = trial.of(folder);
    if (!result.refusal().isEmpty()) {
      throw new ModelRefused(result.refusal().replace(folder.toString(), source));
    }
    ModelRecord known = new ModelRecord(source, sum, ModelFiles.print(folder), result);
    store.put(folder, name);
    store.record(name, known);
    return known;
  }

  /**
   * Tries a model of the store again.
   *
   * @return what it is; its refusal says what is wrong with it
   */
  public ModelRecord verify(String name) throws IOException, ModelRefused {
    Path folder = store.folder(name);
    if (!Files.isDirectory(folder)) {
      throw new ModelRefused("there is no model " + name);
    }
    Optional<ModelRecord> before = store.record(name);
    ModelRecord known =
        new ModelRecord(
            before.map(ModelRecord::source).orElse("unknown"),
            before.map(ModelRecord::archiveSha256).orElse(""),
            ModelFiles.print(folder),
            trial.of(folder));
    store.record(name, known);
    return known;
  }

  private static String sha256(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] buffer = new byte[256 * 1024];
      for (int count = in.read(buffer); count > 0; count = in.read(buffer)) {
        digest.update(buffer, 0, count);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
