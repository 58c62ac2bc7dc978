package cn.wuye.hotline.ivr.evaluation;

import cn.wuye.hotline.ivr.speech.grammar.EditDistance;
import java.util.List;

/** By how many characters a text differs from what was said; punctuation and spaces aside. */
final class CharacterErrors {
  private static final EditDistance<Integer> DISTANCE =
      new EditDistance<>((said, heard) -> said.equals(heard) ? 0 : 1, character -> 1);

  private CharacterErrors() {}

  static int length(String text) {
    return plain(text).size();
  }

  /** How many characters are to be replaced, left out or put in. */
  static int between(String said, String heard) {
    return (int) DISTANCE.cost(plain(said), plain(heard));
  }

  private static List<Integer> plain(String text) {
    return text.codePoints().filter(Character::isLetterOrDigit).boxed().toList();
  }
}
