package cn.wuye.hotline.ivr.learning;

import java.util.List;

/**
 * How a phrase sounds in a dialect, written in characters whose Mandarin sounds are like it.
 *
 * @param dialect code of the dialect, like {@code nan}
 * @param phrase what is meant, as it stands in the lexicon, among the emergency words or in a
 *     choice
 * @param spellings 1–{@value #MOST_SPELLINGS}, the best first
 */
public record LearnedPhrase(String dialect, String phrase, List<String> spellings) {
  /** More sound like too much. */
  public static final int MOST_SPELLINGS = 3;

  public LearnedPhrase {
    dialect = dialect == null ? "" : dialect;
    phrase = phrase == null ? "" : phrase;
    spellings = spellings == null ? List.of() : List.copyOf(spellings);
  }
}
