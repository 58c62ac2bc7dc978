package cn.wuye.hotline.ivr.intent;

import java.util.List;
import java.util.Optional;

/**
 * What was understood of a sentence, and by which words.
 *
 * @param counted the phrases that speak of a topic, the best first
 * @param likeness runs of characters by which it is like known sentences of the topic that was
 *     understood, the best first
 */
public record Explanation(
    Optional<Emergency> emergency,
    Optional<Intent> intent,
    List<Counted> counted,
    List<String> likeness) {
  public Explanation {
    counted = List.copyOf(counted);
    likeness = List.copyOf(likeness);
  }

  /**
   * A phrase that was found.
   *
   * @param topic {@code category/subcategory}
   * @param heard what it was found in
   * @param score weight by likeness
   */
  public record Counted(String phrase, String topic, String heard, double score) {}
}
