package cn.wuye.hotline.ivr.intent;

import java.util.List;
import java.util.Optional;

/**
 * What was understood of a sentence, and by which words.
 *
 * @param counted the phrases that speak of a topic, the best first
 */
public record Explanation(
    Optional<Emergency> emergency, Optional<Intent> intent, List<Counted> counted) {
  public Explanation {
    counted = List.copyOf(counted);
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
