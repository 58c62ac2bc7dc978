package cn.wuye.hotline.ivr.intent;

import java.util.List;

/**
 * A phrase that a company adds to the lexicon.
 *
 * @param phrase as in the shipped lexicon: {@code 充电桩*坏} are two parts in this order, {@code =物业}
 *     counts only as it is written
 * @param synonyms phrases that mean the same and weigh the same
 * @param category code of a category
 * @param subcategory code of one of its sub-categories; empty string when only the category is told
 * @param weight 1 a hint, 2 strong, 3 enough by itself
 * @param kind overrides the topic's; empty string for none
 * @param urgency overrides the topic's; empty string for none
 */
public record LexiconPhrase(
    String phrase,
    List<String> synonyms,
    String category,
    String subcategory,
    double weight,
    String kind,
    String urgency) {
  public LexiconPhrase {
    synonyms = synonyms == null ? List.of() : List.copyOf(synonyms);
  }

  /** The code of its topic, {@code category/subcategory}. */
  public String topic() {
    return category + "/" + subcategory;
  }
}
