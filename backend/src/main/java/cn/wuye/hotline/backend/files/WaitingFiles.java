package cn.wuye.hotline.backend.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What a node was told and has not entered yet, by sources that number it; one file each. */
public abstract class WaitingFiles<T> {
  private final WaitingFolder folder;

  /**
   * @param folder made when the first file is kept
   */
  protected WaitingFiles(Path folder) {
    this.folder = new WaitingFolder(folder);
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
    folder.keep(name(source(told), number(told)), write(told));
  }

  /** The files that wait, in their order. */
  public List<Path> waiting() throws IOException {
    return folder.waiting();
  }

  /** What such a file has. */
  public T read(Path file) throws IOException {
    return read(Files.readAllBytes(file));
  }

  /** Whether what the same source told next waits, too. */
  public boolean followed(T told) {
    return Files.exists(folder.file(name(source(told), number(told) + 1)));
  }

  /** It has been entered. */
  public void remove(Path file) throws IOException {
    folder.remove(file);
  }

  /** It can never be entered; it stays for looking into. */
  public void reject(Path file) throws IOException {
    folder.reject(file);
  }

  /** The last number of a source that waits; 0 when none does. */
  public int last(String source) throws IOException {
    String prefix = source + "-";
    return waiting().stream()
        .map(WaitingFolder::name)
        .filter(name -> name.startsWith(prefix))
        .mapToInt(name -> Integer.parseInt(name.substring(prefix.length())))
        .max()
        .orElse(0);
  }

  private static String name(String source, int number) {
    return "%s-%04d".formatted(source, number);
  }
}
