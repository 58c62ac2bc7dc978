package cn.wuye.hotline.backend.moving;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A column of a sheet.
 *
 * @param code names it in the program and in messages
 * @param zh its header as written by us
 * @param en its header in English
 * @param required whether a sheet without it makes no sense
 * @param more other headers it is known by
 */
public record Column(String code, String zh, String en, boolean required, List<String> more) {
  static Column required(String code, String zh, String en, String... more) {
    return new Column(code, zh, en, true, List.of(more));
  }

  static Column optional(String code, String zh, String en, String... more) {
    return new Column(code, zh, en, false, List.of(more));
  }

  /** Whether a file's header means this column. */
  boolean named(String header) {
    String plain = plain(header);
    return Stream.concat(Stream.of(code, zh, en), more.stream())
        .anyMatch(name -> plain(name).equals(plain));
  }

  /** Without what people add to a name: blanks, stars, remarks in brackets, capitals. */
  static String plain(String header) {
    return Normalizer.normalize(header, Normalizer.Form.NFKC)
        .replaceAll("\\([^)]*\\)", "")
        .replaceAll("[\\s*:_\\-]+", "")
        .toLowerCase(Locale.ROOT);
  }
}
