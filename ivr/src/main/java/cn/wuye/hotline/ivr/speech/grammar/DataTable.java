package cn.wuye.hotline.ivr.speech.grammar;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Reads the data files of {@code speech/} on the class path; lines that begin with # are remarks.
 */
final class DataTable {
  private DataTable() {}

  static List<String> lines(String name) {
    try (InputStream in = DataTable.class.getResourceAsStream("/speech/" + name)) {
      if (in == null) {
        throw new IllegalStateException("speech/" + name + " is missing on the class path");
      }
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read speech/" + name, e);
    }
  }

  /** Rows of columns separated by white space. */
  static List<String[]> rows(String name, int columns) {
    List<String[]> rows = lines(name).stream().map(line -> line.split("\\s+", -1)).toList();
    for (String[] row : rows) {
      if (row.length != columns) {
        throw new IllegalStateException(
            "speech/%s: %d columns wanted in '%s'".formatted(name, columns, String.join(" ", row)));
      }
    }
    return rows;
  }

  /** All words of a file, separated by white space. */
  static List<String> words(String name) {
    return lines(name).stream().flatMap(line -> List.of(line.split("\\s+")).stream()).toList();
  }
}
