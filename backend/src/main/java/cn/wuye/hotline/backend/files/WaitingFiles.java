package cn.wuye.hotline.backend.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Small files of a node that wait to be entered elsewhere, in the order of their names; each is
 * whole on the disk before anything else is done.
 */
public final class WaitingFiles {
  private static final String SUFFIX = ".json";

  private final Path folder;

  /**
   * @param folder made when the first file is kept
   */
  public WaitingFiles(Path folder) {
    this.folder = folder;
  }

  /** Keeps what was said as so manieth by a source; on the disk on return. */
  public void keep(String source, int number, byte[] content) throws IOException {
    DurableFiles.replace(file(source, number), content);
  }

  /** Whether what was said as so manieth by a source waits. */
  public boolean waits(String source, int number) {
    return Files.exists(file(source, number));
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
