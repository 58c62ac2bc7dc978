package cn.wuye.hotline.ivr.intent;

import cn.wuye.hotline.ivr.data.DataFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Phrases for the possible answers to a question. Where phrases overlap the longest counts, of
 * several answers the one given last.
 *
 * @param <T> the answers
 */
final class Meanings<T> {
  /** A phrase of one sound (好, 差) is an answer only where hardly anything else is said. */
  private static final int SHORT = 2;

  /** Accents pass; two syllables of which no character is the same do not. */
  private static final double CERTAIN = 0.8;

  private final List<Entry<T>> entries;

  private Meanings(List<Entry<T>> entries) {
    this.entries = List.copyOf(entries);
  }

  private record Entry<T>(Phrase phrase, T meaning) {}

  private record Found<T>(Match match, T meaning) {
    /** 哪里解决 counts in 哪里解决了, not 解决了. */
    boolean outweighs(Found<T> other) {
      return match.covered() > other.match.covered() && match.overlaps(other.match);
    }
  }

  /**
   * Answers of a data file.
   *
   * @param file the code of an answer → lists of lists of phrases
   */
  static <T> Meanings<T> read(DataFile file, Function<String, T> meaning) {
    List<Entry<T>> entries = new ArrayList<>();
    for (String code : file.keys()) {
      for (String phrase : file.requiredTextsOfLists(code)) {
        // In standard words, as what is said will be.
        Phrase standard = Phrase.of(StandardWords.of(phrase), Tolerance.SOUNDS);
        entries.add(new Entry<>(standard, meaning.apply(code)));
      }
    }
    return new Meanings<>(entries);
  }

  /** Every answer that is given, in the order in which it is said. */
  List<T> all(Utterance utterance) {
    List<Found<T>> found = new ArrayList<>();
    for (Entry<T> entry : entries) {
      entry.phrase.findAll(utterance).stream()
          .filter(match -> match.quality() >= CERTAIN)
          .filter(match -> match.covered() > 1 || utterance.length() <= SHORT)
          .forEach(match -> found.add(new Found<>(match, entry.meaning)));
    }
    return found.stream()
        .filter(each -> found.stream().noneMatch(other -> other.outweighs(each)))
        .sorted(
            Comparator.comparingInt((Found<T> each) -> each.match.to())
                .thenComparingDouble(each -> each.match.covered() * each.match.quality()))
        .map(Found::meaning)
        .toList();
  }

  /** The answer that was given last. */
  Optional<T> last(Utterance utterance) {
    List<T> all = all(utterance);
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
  }
}
