package cn.wuye.hotline.backend.ticket;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Text as words for a full-text index that splits at blanks: each pair of neighbouring characters
 * becomes one word of hexadecimal code points, so that Chinese is found without a dictionary and no
 * word is too short for the index.
 */
public final class Bigrams {
  private Bigrams() {}

  /** The words of a text; the last character stands alone as well, so that it begins a word too. */
  public static String words(String text) {
    return runs(text).stream()
        .map(Bigrams::wordsOfRun)
        .filter(words -> !words.isEmpty())
        .collect(Collectors.joining(" "));
  }

  /**
   * A boolean-mode query for texts that hold all pairs of what is looked for. They may stand apart,
   * so the text itself must be compared, too. Empty when there is nothing to look for.
   */
  static String query(String sought) {
    return runs(sought).stream().map(Bigrams::queryOfRun).collect(Collectors.joining(" "));
  }

  private static String wordsOfRun(int[] run) {
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < run.length - 1; i++) {
      words.append(word(run[i], run[i + 1])).append(' ');
    }
    return words.append(word(run[run.length - 1])).toString();
  }

  private static String queryOfRun(int[] run) {
    if (run.length == 1) {
      return "+" + word(run[0]) + "*";
    }
    List<String> words = new ArrayList<>();
    for (int i = 0; i < run.length - 1; i++) {
      words.add("+" + word(run[i], run[i + 1]));
    }
    return words.stream().distinct().collect(Collectors.joining(" "));
  }

  private static String word(int... characters) {
    StringBuilder word = new StringBuilder();
    for (int character : characters) {
      word.append("u%05x".formatted(character));
    }
    return word.toString();
  }

  private static List<int[]> runs(String text) {
    List<int[]> runs = new ArrayList<>();
    List<Integer> run = new ArrayList<>();
    for (int character : text.toLowerCase(Locale.ROOT).codePoints().toArray()) {
      if (Character.isLetterOrDigit(character)) {
        run.add(character);
      } else if (!run.isEmpty()) {
        runs.add(array(run));
        run.clear();
      }
    }
    if (!run.isEmpty()) {
      runs.add(array(run));
    }
    return runs;
  }

  private static int[] array(List<Integer> run) {
    return run.stream().mapToInt(Integer::intValue).toArray();
  }
}
