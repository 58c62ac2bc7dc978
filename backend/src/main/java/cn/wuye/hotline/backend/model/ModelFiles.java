package cn.wuye.hotline.backend.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Brings a model's files from an archive or a folder to where they belong. */
final class ModelFiles {
  private static final int MOST_FILES = 5000;
  private static final long MB = 1024L * 1024;

  private ModelFiles() {}

  /**
   * Unpacks an archive.
   *
   * @param to an empty folder
   * @throws ModelRefused when it is no archive, or not one of a model
   */
  static void unpack(Path archive, Path to) throws IOException, ModelRefused {
    try (ZipFile zip = new ZipFile(archive.toFile())) {
      roomFor(zip.stream().mapToLong(entry -> Math.max(0, entry.getSize())).sum(), to);
      if (zip.size() > MOST_FILES) {
        throw new ModelRefused(
            archive + " holds " + zip.size() + " files; a model has some dozens");
      }
      Enumeration<? extends ZipEntry> entries = zip.entries();
      while (entries.hasMoreElements()) {
        ZipEntry entry = entries.nextElement();
        Path file = inside(to, entry.getName());
        if (!entry.isDirectory()) {
          folderOf(file);
          try (InputStream in = zip.getInputStream(entry)) {
            copy(in, file, entry.getSize());
          }
        }
      }
    } catch (ZipException e) {
      throw new ModelRefused(archive + " is no zip archive, or a broken one: " + e.getMessage());
    }
  }

  private static void folderOf(Path file) throws IOException {
    Path folder = file.getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
  }

  /** The only folder in it, or itself: archives hold a folder with the model's name. */
  static Path root(Path unpacked) throws IOException {
    try (Stream<Path> all = Files.list(unpacked)) {
      List<Path> inside = all.toList();
      return inside.size() == 1 && Files.isDirectory(inside.get(0)) ? inside.get(0) : unpacked;
    }
  }

  /** An archive may claim to hold less than it does; no more than that is unpacked. */
  private static void copy(InputStream in, Path file, long claimed)
      throws IOException, ModelRefused {
    try (OutputStream out = Files.newOutputStream(file)) {
      byte[] buffer = new byte[64 * 1024];
      long left = claimed;
      for (int count = in.read(buffer); count > 0; count = in.read(buffer)) {
        left -= count;
        if (left < 0) {
          throw new ModelRefused("the archive lies about the size of " + file.getFileName());
        }
        out.write(buffer, 0, count);
      }
    }
  }

  private static Path inside(Path folder, String name) throws ModelRefused {
    Path file = folder.resolve(name.replace('\\', '/')).normalize();
    if (!file.startsWith(folder) || name.startsWith("/")) {
      throw new ModelRefused("the archive would write outside of its folder: " + name);
    }
    return file;
  }

  /** Copies a folder; what a link in it leads to is left out. */
  static void copy(Path from, Path to) throws IOException, ModelRefused {
    List<Path> files;
    try (Stream<Path> all = Files.walk(from)) {
      files = all.filter(each -> Files.isRegularFile(each)).limit(MOST_FILES + 1L).toList();
    }
    if (files.size() > MOST_FILES) {
      throw new ModelRefused(from + " holds more than " + MOST_FILES + " files; it is no model");
    }
    long size = 0;
    for (Path file : files) {
      size += Files.size(file);
    }
    roomFor(size, to);
    for (Path file : files) {
      Path copy = to.resolve(from.relativize(file).toString());
      folderOf(copy);
      Files.copy(file, copy);
    }
  }

  /**
   * @throws ModelRefused when the disk is too small
   */
  static void roomFor(long bytes, Path folder) throws IOException, ModelRefused {
    FileStore disk = Files.getFileStore(folder);
    long free = disk.getUsableSpace();
    if (bytes > free) {
      throw new ModelRefused(
          "the disk is too full: %d MB are needed in %s, %d MB are free"
              .formatted(bytes / MB + 1, folder, free / MB));
    }
  }

  /** Number, size and times of all files: another print means that something was changed. */
  static String print(Path folder) throws IOException {
    long count = 0;
    long bytes = 0;
    long times = 0;
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        count++;
        bytes += Files.size(file);
        times += Files.getLastModifiedTime(file).toMillis();
      }
    }
    return count + "/" + bytes + "/" + Long.toHexString(times);
  }

  static long bytes(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      long bytes = 0;
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        bytes += Files.size(file);
      }
      return bytes;
    }
  }
}
