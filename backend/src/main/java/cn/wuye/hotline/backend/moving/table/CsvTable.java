package cn.wuye.hotline.backend.moving.table;

import cn.wuye.hotline.backend.moving.table.BadFileException.Reason;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A CSV file, in whatever encoding and with whatever separator Chinese spreadsheets write it. */
final class CsvTable {
  private static final int LOOKED_AT = 64 * 1024;
  private static final char[] SEPARATORS = {',', ';', '\t', '，'};

  private CsvTable() {}

  static void read(Path file, String name, TableSink sink) throws BadFileException, IOException {
    Charset charset = Encoding.of(file);
    CSVFormat format =
        CSVFormat.DEFAULT
            .builder()
            .setDelimiter(separator(file, charset))
            .setIgnoreEmptyLines(false)
            .get();
    sink.table(name);
    try (RecordBound reader = new RecordBound(reader(file, charset));
        CSVParser rows = CSVParser.builder().setReader(reader).setFormat(format).get()) {
      for (CSVRecord row : rows) {
        reader.next();
        if (row.stream().anyMatch(cell -> !cell.isBlank())) {
          sink.row((int) row.getRecordNumber(), row.toList());
        }
      }
    } catch (UncheckedIOException | IllegalStateException e) {
      throw new BadFileException(Reason.DAMAGED, 0, "CSV: " + e.getMessage());
    }
  }

  private static Reader reader(Path file, Charset charset) throws IOException {
    BufferedReader reader =
        new BufferedReader(new InputStreamReader(Files.newInputStream(file), charset));
    reader.mark(1);
    if (reader.read() != '\uFEFF') {
      reader.reset();
    }
    return reader;
  }

  /** The one that the first line holds most often, outside quotes. */
  private static char separator(Path file, Charset charset) throws IOException, BadFileException {
    char[] start = new char[LOOKED_AT];
    int length;
    try (Reader reader = reader(file, charset)) {
      length = Math.max(0, reader.read(start));
    }
    int[] found = new int[SEPARATORS.length];
    boolean quoted = false;
    boolean begun = false;
    for (int i = 0; i < length && !(begun && !quoted && start[i] == '\n'); i++) {
      if (start[i] == 0) {
        throw new BadFileException(Reason.NOT_A_TABLE, 0, "binary content");
      }
      begun |= !Character.isWhitespace(start[i]);
      quoted ^= start[i] == '"';
      for (int s = 0; s < SEPARATORS.length && !quoted; s++) {
        found[s] += start[i] == SEPARATORS[s] ? 1 : 0;
      }
    }
    int best = 0;
    for (int s = 1; s < SEPARATORS.length; s++) {
      best = found[s] > found[best] ? s : best;
    }
    return SEPARATORS[best];
  }
}
