package cn.wuye.hotline.backend.ticket.search;

import java.util.ArrayList;
import java.util.List;

/**
 * Runs of characters as words for a full-text index that splits at blanks: each pair of
 * neighbouring characters becomes one word of hexadecimal code points, so that Chinese is found
 * without a dictionary and no word is too short for the index.
 */
final class Bigrams {
  private Bigrams() {}

  /** The words of a run; its last character stands alone as well, so that it begins a word too. */
  static List<String> words(String run) {
    int[] characters = run.codePoints().toArray();
    List<String> words = pairs(characters);
    if (characters.length > 0) {
      words.add(word(characters[characters.length - 1]));
    }
    return words;
  }

  /**
   * What texts that hold this run have: all its pairs, or a word that begins with its only
   * character. The pairs may stand apart, so the text itself must be compared, too.
   */
  static List<String> query(String run) {
    int[] characters = run.codePoints().toArray();
    return characters.length == 1
        ? List.of(word(characters[0]) + "*")
        : pairs(characters).stream().distinct().toList();
  }

  private static List<String> pairs(int[] characters) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < characters.length - 1; i++) {
      words.add(word(characters[i], characters[i + 1]));
    }
    return words;
  }

  private static String word(int... characters) {
    StringBuilder word = new StringBuilder();
    for (int character : characters) {
      word.append("u%05x".formatted(character));
    }
    return word.toString();
  }
}
