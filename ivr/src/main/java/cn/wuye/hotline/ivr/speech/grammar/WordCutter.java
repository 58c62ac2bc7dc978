package cn.wuye.hotline.ivr.speech.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a phrase into words of the model: as few as possible, and of equal numbers the one with the
 * longest words. Single characters are the last resort, because a grammar lets single words
 * through.
 */
final class WordCutter {
  private static final int LONGEST_WORD = 8;
  private final ModelWords words;

  WordCutter(ModelWords words) {
    this.words = words;
  }

  /** The words, or empty when some character is in no word of the model. */
  Optional<List<String>> cut(String phrase) {
    int length = phrase.length();
    @Nullable Cover[] best = new Cover[length + 1];
    best[0] = new Cover(null, "", 0, 0);
    for (int from = 0; from < length; from++) {
      Cover before = best[from];
      if (before == null) {
        continue;
      }
      for (int to = from + 1; to <= Math.min(length, from + LONGEST_WORD); to++) {
        String word = phrase.substring(from, to);
        Cover candidate = before.with(word);
        Cover present = best[to];
        if ((present == null || candidate.betterThan(present)) && words.has(word)) {
          best[to] = candidate;
        }
      }
    }
    Cover whole = best[length];
    return whole == null || length == 0 ? Optional.empty() : Optional.of(whole.list());
  }

  private record Cover(@Nullable Cover before, String word, int count, int squares) {
    Cover with(String next) {
      return new Cover(this, next, count + 1, squares + next.length() * next.length());
    }

    boolean betterThan(Cover other) {
      return count != other.count ? count < other.count : squares >= other.squares;
    }

    List<String> list() {
      List<String> list = new ArrayList<>();
      for (Cover at = this; at.before != null; at = at.before) {
        list.add(0, at.word);
      }
      return list;
    }
  }
}
