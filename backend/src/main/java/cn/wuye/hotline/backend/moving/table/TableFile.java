package cn.wuye.hotline.backend.moving.table;

import cn.wuye.hotline.backend.moving.table.BadFileException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** A file of tables, whichever form it has: told by its content, not by its name. */
public final class TableFile {
  /** The longest file, in bytes. */
  public static final long MAX_BYTES = 50L * 1024 * 1024;

  /** What a packed file may hold at most, unpacked, in bytes. */
  static final long MAX_UNPACKED = 600L * 1024 * 1024;

  /** What the texts of a workbook may come to, unpacked, in bytes: they are in memory at once. */
  static final long MAX_TEXTS = 100L * 1024 * 1024;

  /** Files of a ZIP, at most. */
  static final int MAX_ENTRIES = 2_000;

  private static final byte[] ZIP = {'P', 'K', 3, 4};
  private static final byte[] OLD_OFFICE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

  private TableFile() {}

  /**
   * Reads all its tables.
   *
   * @param name the file's name as the user knows it
   * @throws BadFileException when it cannot be read as tables
   * @throws IOException when it cannot be read at all
   */
  public static void read(Path file, String name, TableSink sink)
      throws BadFileException, IOException {
    long bytes = Files.size(file);
    if (bytes > MAX_BYTES) {
      throw new BadFileException(Reason.TOO_LARGE, MAX_BYTES >> 20, "file of " + bytes + " bytes");
    }
    byte[] start = start(file);
    if (Arrays.equals(start, OLD_OFFICE)) {
      throw new BadFileException(Reason.OLD_WORKBOOK, 0, "binary workbook");
    }
    if (!Arrays.equals(start, ZIP)) {
      CsvTable.read(file, baseName(name), sink);
      return;
    }
    boolean workbook;
    try (ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8)) {
      requireSane(zip);
      workbook = zip.getEntry("xl/workbook.xml") != null;
    } catch (ZipException e) {
      throw new BadFileException(Reason.DAMAGED, 0, "not a whole ZIP: " + e.getMessage());
    }
    if (workbook) {
      WorkbookTables.read(file, sink);
    } else {
      ZippedTables.read(file, sink);
    }
  }

  /** The name of a file without folders and ending. */
  static String baseName(String name) {
    String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    int dot = last.lastIndexOf('.');
    return dot > 0 ? last.substring(0, dot) : last;
  }

  // What the entries say of themselves may be a lie; those who unpack them count as well.
  static void requireSane(ZipFile zip) throws BadFileException {
    long unpacked = zip.stream().mapToLong(entry -> Math.max(0, entry.getSize())).sum();
    if (zip.size() > MAX_ENTRIES) {
      throw new BadFileException(
          Reason.TOO_MANY_ENTRIES, MAX_ENTRIES, "ZIP of " + zip.size() + " entries");
    }
    if (unpacked > MAX_UNPACKED) {
      throw new BadFileException(
          Reason.TOO_LARGE, MAX_UNPACKED >> 20, "ZIP of " + unpacked + " bytes unpacked");
    }
  }

  private static byte[] start(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(4);
    }
  }
}
