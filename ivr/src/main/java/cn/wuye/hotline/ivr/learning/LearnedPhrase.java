package cn.wuye.hotline.ivr.learning;

import java.util.List;
import java.util.stream.Stream;

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

  /** Whether it is the same phrase of the same dialect. */
  public boolean of(String otherDialect, String otherPhrase) {
    return dialect.equals(otherDialect) && phrase.equals(otherPhrase);
  }

  /** The others and this one, which replaces what was learned of its phrase. */
  public List<LearnedPhrase> among(List<LearnedPhrase> others) {
    return Stream.concat(others.stream().filter(each -> !each.of(dialect, phrase)), Stream.of(this))
        .toList();
  }
}
