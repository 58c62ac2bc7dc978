package cn.wuye.hotline.backend.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a node was told and has not entered yet, one small file each, whole on the disk before
 * anything else is done. The names are in the order in which it was told.
 */
public abstract class WaitingFiles<T> {
  private static final String SUFFIX = ".json";

  private final Path folder;

  /**
   * @param folder made when the first file is kept
   */
  protected WaitingFiles(Path folder) {
    this.folder = folder;
  }

  /** By whom it was told: ASCII that can stand in a file's name. */
  protected abstract String source(T told);

  /** What its source told before has lower numbers; from 1. */
  protected abstract int number(T told);

  /** As the file has it. */
  protected abstract byte[] write(T told);

  /** Back from there. */
  protected abstract T read(byte[] content);

  /** Keeps it; on the disk on return. */
  public void keep(T told) throws IOException {
    DurableFiles.replace(file(source(told), number(told)), write(told));
  }

  /** The files that wait, in their order. */
  public List<Path> waiting() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> name(file).endsWith(SUFFIX) && !name(file).startsWith("."))
          .sorted()
          .toList();
    }
  }

  /** What such a file has. */
  public T read(Path file) throws IOException {
    return read(Files.readAllBytes(file));
  }

  /** Whether what the same source told next waits, too. */
  public boolean followed(T told) {
    return Files.exists(file(source(told), number(told) + 1));
  }

  /** It has been entered. */
  public void remove(Path file) throws IOException {
    Files.deleteIfExists(file);
  }

  /** It can never be entered; it stays for looking into. */
  public void reject(Path file) throws IOException {
    DurableFiles.move(file, file.resolveSibling(name(file) + ".rejected"));
  }

  /** The last number of a source that waits; 0 when none does. */
  public int last(String source) throws IOException {
    String prefix = source + "-";
    return waiting().stream()
        .map(WaitingFiles::name)
        .filter(name -> name.startsWith(prefix))
        .mapToInt(
            name ->
                Integer.parseInt(name.substring(prefix.length(), name.length() - SUFFIX.length())))
        .max()
        .orElse(0);
  }

  private Path file(String source, int number) {
    return folder.resolve("%s-%04d%s".formatted(source, number, SUFFIX));
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }
}
