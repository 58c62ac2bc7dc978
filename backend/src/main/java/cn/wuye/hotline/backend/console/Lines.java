package cn.wuye.hotline.backend.console;

import java.util.Arrays;
import java.util.List;

/** A field of several lines, one thing each. */
final class Lines {
  private Lines() {}

  /** The lines that are not blank, without blanks around them. */
  static List<String> of(String text) {
    return Arrays.stream(text.split("\\R")).map(String::strip).filter(l -> !l.isEmpty()).toList();
  }

  static String joined(List<String> lines) {
    return String.join("\n", lines);
  }
}
