package cn.wuye.hotline.backend.health;

import java.util.Map;

/**
 * One part that is well or not, without words: another node puts it into those of its reader.
 *
 * @param part {@code database}, {@code trunk} …
 * @param state what is the matter, or {@code ok}
 * @param values what a sentence about it may need; strings, numbers, booleans
 */
public record Fact(String part, Tone tone, String state, Map<String, Object> values) {
  /** How bad it is. */
  public enum Tone {
    OK,
    WARN,
    DOWN
  }
}
