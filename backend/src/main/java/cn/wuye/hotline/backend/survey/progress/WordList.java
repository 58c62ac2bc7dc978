package cn.wuye.hotline.backend.survey.progress;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * The frequent words of some comments.
 *
 * @param comments of how many surveys there are comments
 * @param words the most frequent first; none that stands in one survey only
 */
public record WordList(int comments, List<Count> words) {
  /** So many are shown at most. */
  public static final int MOST = 40;

  private static final int FREQUENT = 2;

  public WordList {
    words = List.copyOf(words);
  }

  /**
   * A word.
   *
   * @param surveys in how many it stands, however often in each
   */
  public record Count(String word, int surveys) {}

  /**
   * Counts each word once for each survey: who repeats herself is no second resident.
   *
   * @param cut the different words of a text
   */
  static WordList of(List<Comment> comments, Function<String, Set<String>> cut) {
    Map<String, Integer> surveys = new HashMap<>();
    for (Comment comment : comments) {
      cut.apply(comment.words()).forEach(word -> surveys.merge(word, 1, Integer::sum));
    }
    return new WordList(
        comments.size(),
        surveys.entrySet().stream()
            .filter(word -> word.getValue() >= FREQUENT)
            .map(word -> new Count(word.getKey(), word.getValue()))
            .sorted(Comparator.comparingInt(Count::surveys).reversed().thenComparing(Count::word))
            .limit(MOST)
            .toList());
  }
}
