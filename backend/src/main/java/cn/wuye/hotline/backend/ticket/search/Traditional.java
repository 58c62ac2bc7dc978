package cn.wuye.hotline.backend.ticket.search;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Traditional characters and their simplified forms, one for one. */
final class Traditional {
  private static final String FILE = "/search/traditional.txt";
  private static final Map<Integer, Integer> SIMPLIFIED = read();

  private Traditional() {}

  /** The simplified form of a character; most are their own. */
  static int simplified(int character) {
    return SIMPLIFIED.getOrDefault(character, character);
  }

  private static Map<Integer, Integer> read() {
    Map<Integer, Integer> simplified = new HashMap<>();
    try (InputStream file = Traditional.class.getResourceAsStream(FILE);
        BufferedReader reader =
            new BufferedReader(
                new InputStreamReader(
                    Objects.requireNonNull(file, FILE), StandardCharsets.UTF_8))) {
      List<String> lines = reader.lines().filter(line -> !line.startsWith("#")).toList();
      for (int i = 0; i + 1 < lines.size(); i += 2) {
        String from = lines.get(i);
        String to = lines.get(i + 1);
        for (int n = 0; n < from.length(); n++) {
          simplified.put((int) from.charAt(n), (int) to.charAt(n));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(FILE, e);
    }
    return simplified;
  }
}
