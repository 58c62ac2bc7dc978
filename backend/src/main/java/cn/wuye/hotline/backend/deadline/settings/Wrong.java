package cn.wuye.hotline.backend.deadline.settings;

import java.util.List;

/**
 * Why something cannot be kept.
 *
 * @param message key of the sentence
 * @param arguments of that sentence: texts, numbers, moments and {@link Term}s
 */
public record Wrong(String message, List<Object> arguments) {
  static Wrong of(String message, Object... arguments) {
    return new Wrong(message, List.of(arguments));
  }

  /** Something whose name stands in the message bundles. */
  public record Term(String group, String code) {}
}
