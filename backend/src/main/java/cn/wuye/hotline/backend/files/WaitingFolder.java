package cn.wuye.hotline.backend.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder of small files that wait for the database. Each is whole on the disk before anything
 * else is done; the order of their names is the order in which they were told.
 */
public final class WaitingFolder {
  private static final String SUFFIX = ".json";

  private final Path folder;

  /**
   * @param folder made when the first file is kept
   */
  public WaitingFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * The file of this name.
   *
   * @param name without its end
   */
  public Path file(String name) {
    return folder.resolve(name + SUFFIX);
  }

  /** Keeps it; on the disk on return. */
  public void keep(String name, byte[] content) throws IOException {
    DurableFiles.replace(file(name), content);
  }

  /** The files that wait, in their order. */
  public List<Path> waiting() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> fullName(file).endsWith(SUFFIX) && !fullName(file).startsWith("."))
          .sorted()
          .toList();
    }
  }

  /** What has been entered waits no more. */
  public void remove(Path file) throws IOException {
    Files.deleteIfExists(file);
  }

  /** What can never be entered stays for looking into. */
  public void reject(Path file) throws IOException {
    DurableFiles.move(file, file.resolveSibling(fullName(file) + ".rejected"));
  }

  /** The name of a file that waits, without its end. */
  static String name(Path file) {
    String name = fullName(file);
    return name.substring(0, name.length() - SUFFIX.length());
  }

  private static String fullName(Path file) {
    return String.valueOf(file.getFileName());
  }
}
