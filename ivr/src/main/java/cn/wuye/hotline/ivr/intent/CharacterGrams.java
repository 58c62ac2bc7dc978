package cn.wuye.hotline.ivr.intent;

import java.util.LinkedHashSet;
import java.util.Set;

/** Runs of one to three characters, and where a sentence begins and ends. */
final class CharacterGrams {
  private static final int LONGEST = 3;

  private CharacterGrams() {}

  /**
   * The runs of a sentence, each once.
   *
   * @param sentence in standard words without punctuation; a blank is no part of a run
   */
  static Set<String> of(String sentence) {
    Set<String> grams = new LinkedHashSet<>();
    String text = "^" + sentence + "$";
    for (int length = 1; length <= LONGEST; length++) {
      for (int i = 0; i + length <= text.length(); i++) {
        String gram = text.substring(i, i + length);
        if (gram.indexOf(' ') < 0) {
          grams.add(gram);
        }
      }
    }
    return grams;
  }
}
