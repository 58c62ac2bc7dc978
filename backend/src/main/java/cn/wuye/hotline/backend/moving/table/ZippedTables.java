package cn.wuye.hotline.backend.moving.table;

import cn.wuye.hotline.backend.moving.table.BadFileException.Reason;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * A ZIP of CSV files, as the export makes it. Read by its directory, whose entries were counted:
 * what is not named there is not there, and what is no CSV is never unpacked.
 */
final class ZippedTables {
  private ZippedTables() {}

  static void read(Path file, TableSink sink) throws BadFileException, IOException {
    Path table = Files.createTempFile("table", ".csv");
    try (ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8)) {
      TableFile.requireSane(zip);
      List<? extends ZipEntry> entries =
          zip.stream()
              .filter(entry -> entry.getName().toLowerCase(Locale.ROOT).endsWith(".csv"))
              .toList();
      long left = TableFile.MAX_UNPACKED;
      for (ZipEntry entry : entries) {
        try (InputStream in = zip.getInputStream(entry)) {
          left -= unpack(in, table, left);
        }
        CsvTable.read(table, TableFile.baseName(entry.getName()), sink);
      }
      if (entries.isEmpty()) {
        throw new BadFileException(Reason.NOT_A_TABLE, 0, "a ZIP without CSV files");
      }
    } catch (ZipException | EOFException | IllegalArgumentException e) {
      throw new BadFileException(Reason.DAMAGED, 0, "ZIP: " + e.getMessage());
    } finally {
      Files.deleteIfExists(table);
    }
  }

  // What the entries say of themselves may be a lie, so it is counted.
  private static long unpack(InputStream in, Path table, long most)
      throws BadFileException, IOException {
    byte[] buffer = new byte[64 * 1024];
    long bytes = 0;
    try (OutputStream out = Files.newOutputStream(table)) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        bytes += n;
        if (bytes > most) {
          throw new BadFileException(
              Reason.TOO_LARGE, TableFile.MAX_UNPACKED >> 20, "unpacks without end");
        }
        out.write(buffer, 0, n);
      }
    }
    return bytes;
  }
}
