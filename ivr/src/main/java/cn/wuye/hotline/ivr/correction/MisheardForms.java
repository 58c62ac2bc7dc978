package cn.wuye.hotline.ivr.correction;

import cn.wuye.hotline.ivr.intent.LexiconPhrase;
import cn.wuye.hotline.ivr.intent.SoundAlignment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;

/**
 * Finds in corrected texts how phrases of the lexicon are misheard: a phrase that is in what was
 * said and not in what was heard was heard as what stands in its place.
 */
public final class MisheardForms {
  /** In longer ones nobody finds anything, and laying them side by side takes its time. */
  private static final int LONGEST_TEXT = 500;

  private static final Comparator<Found> BEST_FIRST =
      Comparator.comparingInt(Found::count)
          .thenComparingDouble(each -> each.share)
          .thenComparingInt(each -> each.key.phrase.phrase().length())
          .thenComparingDouble(each -> each.key.phrase.weight())
          .reversed()
          .thenComparing(each -> each.key.heard)
          .thenComparing(each -> each.key.phrase.phrase());

  private final List<LexiconPhrase> phrases;
  private final OrdinaryWords ordinary;

  /**
   * @param words phrases of the lexicon that are one run of characters; of several that are written
   *     the same the heaviest counts
   * @param ordinary what is not proposed
   */
  public MisheardForms(List<LexiconPhrase> words, OrdinaryWords ordinary) {
    Map<String, LexiconPhrase> heaviest = new HashMap<>();
    for (LexiconPhrase each : words) {
      heaviest.merge(
          each.phrase(), each, (one, other) -> other.weight() > one.weight() ? other : one);
    }
    this.phrases = List.copyOf(heaviest.values());
    this.ordinary = ordinary;
  }

  private record Key(String heard, LexiconPhrase phrase) {}

  /** All places where a phrase was heard as the same; {@code share} of it, 0–1, was misheard. */
  private static final class Found {
    final Key key;
    final Map<String, CorrectedText> calls = new LinkedHashMap<>();
    double share;

    Found(Key key) {
      this.key = key;
    }

    int count() {
      return calls.size();
    }

    /** Whether this shows the same place of the same calls. */
    boolean tells(Found other) {
      return (key.heard.contains(other.key.heard) || other.key.heard.contains(key.heard))
          && calls.keySet().containsAll(other.calls.keySet());
    }
  }

  /**
   * What the corrections show, what most calls show first.
   *
   * @param calls in so many different calls at least; 1 or more
   * @param unwanted tells of what was heard and a phrase whether that is left out; what it would
   *     have stood before is found in its place
   */
  public List<MisheardForm> in(
      List<CorrectedText> corrected, int calls, BiPredicate<String, String> unwanted) {
    Map<Key, Found> found = new LinkedHashMap<>();
    List<String> said = new ArrayList<>();
    for (CorrectedText each : corrected) {
      if (each.heard().length() <= LONGEST_TEXT && each.said().length() <= LONGEST_TEXT) {
        SoundAlignment alignment = SoundAlignment.of(each.heard(), each.said());
        said.add(alignment.said());
        collect(each, alignment, found);
      }
    }
    List<Found> kept = new ArrayList<>();
    found.values().stream()
        .filter(each -> each.count() >= calls && usable(each.key, said))
        .filter(each -> !unwanted.test(each.key.heard, each.key.phrase.phrase()))
        .sorted(BEST_FIRST)
        .filter(each -> kept.stream().noneMatch(better -> better.tells(each)))
        .forEach(kept::add);
    return kept.stream()
        .map(
            each ->
                new MisheardForm(each.key.heard, each.key.phrase, List.copyOf(each.calls.values())))
        .toList();
  }

  private void collect(CorrectedText text, SoundAlignment alignment, Map<Key, Found> found) {
    for (LexiconPhrase phrase : phrases) {
      String words = phrase.phrase();
      int at = alignment.heard().contains(words) ? -1 : alignment.said().indexOf(words);
      if (at >= 0) {
        int end = at + words.length();
        Found form =
            found.computeIfAbsent(new Key(alignment.inPlaceOf(at, end), phrase), Found::new);
        form.calls.putIfAbsent(text.call(), text);
        form.share = Math.max(form.share, (double) alignment.misheard(at, end) / words.length());
      }
    }
  }

  /** Not where others have said these very words, and meant them. */
  private boolean usable(Key key, List<String> said) {
    return key.heard.length() <= 2 * key.phrase.phrase().length()
        && said.stream().noneMatch(text -> text.contains(key.heard))
        && ordinary.mayMean(key.heard, key.phrase);
  }
}
