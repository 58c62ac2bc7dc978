package cn.wuye.hotline.backend.moving;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Codes with the names that people give them. */
final class CodeNames {
  private final Map<String, String> codes = new LinkedHashMap<>();
  private final List<String> shown = new java.util.ArrayList<>();

  /**
   * One more.
   *
   * @param names the first is the one that is offered
   */
  CodeNames with(String code, String... names) {
    codes.putIfAbsent(Column.plain(code), code);
    for (String name : names) {
      codes.putIfAbsent(Column.plain(name), code);
    }
    shown.add(names.length == 0 ? code : names[0]);
    return this;
  }

  /** The code that somebody means. */
  Optional<String> code(String codeOrName) {
    return Optional.ofNullable(codes.get(Column.plain(codeOrName)));
  }

  /** What can be written, for messages. */
  String offered() {
    return String.join("、", shown);
  }
}
