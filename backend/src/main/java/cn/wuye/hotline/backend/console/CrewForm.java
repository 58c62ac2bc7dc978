package cn.wuye.hotline.backend.console;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A form of the dispatch settings: what it is for, and what was typed, field by field.
 *
 * @param kind {@code member, department, third-party, row}
 * @param id {@value #NEW} for one that is not there yet
 */
record CrewForm(String kind, String id, String title, Map<String, List<String>> typed) {
  static final String NEW = "new";

  /** What stands in the form of something that is not there yet. */
  private static final Map<String, List<String>> EMPTY =
      Map.of("version", List.of("0"), "position", List.of("9"));

  CrewForm {
    typed = Map.copyOf(typed);
  }

  /**
   * What a form begins with.
   *
   * @param stored what is there under this id
   * @throws NoSuchPage when nothing is, and it is no new one
   */
  static Map<String, List<String>> start(
      String kind, String id, Optional<Map<String, List<String>>> stored) {
    return id.equals(NEW) ? EMPTY : stored.orElseThrow(() -> new NoSuchPage(kind + " " + id));
  }

  /** The first value of a field; empty string for none. */
  public String value(String field) {
    return typed.getOrDefault(field, List.of("")).stream().findFirst().orElse("");
  }

  /** All values of a field. */
  List<String> values(String field) {
    return typed.getOrDefault(field, List.of());
  }

  /** Whether a value of a field is chosen. */
  public boolean chosen(String field, String value) {
    return values(field).contains(value);
  }

  boolean fresh() {
    return id.equals(NEW);
  }

  /** Of a new one the code that was typed, else the one it has. */
  String code() {
    return fresh() ? value("code").strip() : id;
  }

  int number(String field, int otherwise) {
    return value(field).matches("[0-9]{1,3}") ? Integer.parseInt(value(field)) : otherwise;
  }

  long version() {
    return value("version").matches("[0-9]{1,18}") ? Long.parseLong(value("version")) : -1;
  }
}
