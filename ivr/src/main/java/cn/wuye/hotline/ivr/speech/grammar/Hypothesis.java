package cn.wuye.hotline.ivr.speech.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One reading of an utterance, in the model's words.
 *
 * @param words in order; empty when nothing was heard
 */
public record Hypothesis(List<Word> words) {
  public static final Hypothesis NOTHING = new Hypothesis(List.of());

  /**
   * A word.
   *
   * @param seconds how long it lasted
   * @param confidence 0–1; 1 where the engine gives none
   */
  public record Word(String text, double seconds, double confidence) {
    boolean garbage() {
      return text.equals(ModelWords.GARBAGE);
    }
  }

  public Hypothesis {
    words = List.copyOf(words);
  }

  /** Words without times and confidences, separated by spaces. */
  public static Hypothesis of(String text) {
    List<Word> words = new ArrayList<>();
    for (String word : text.strip().split("\\s+", -1)) {
      if (!word.isEmpty()) {
        words.add(new Word(word, 1, 1));
      }
    }
    return new Hypothesis(words);
  }

  /** A pause, written as this; takes no time. */
  public static Hypothesis pause(String written) {
    return written.isEmpty() ? NOTHING : new Hypothesis(List.of(new Word(written, 0, 1)));
  }

  /** This one, and what was heard after it. */
  public Hypothesis then(Hypothesis next) {
    if (words.isEmpty()) {
      return next;
    }
    List<Word> all = new ArrayList<>(words);
    all.addAll(next.words);
    return new Hypothesis(all);
  }

  /** The text without spaces and without what was not understood. */
  public String text() {
    return words.stream()
        .filter(word -> !word.garbage())
        .map(Word::text)
        .collect(Collectors.joining());
  }

  /** Which share of the time words were heard, 0–1; 1 where nothing took any time. */
  double understood() {
    double all = 0;
    double understood = 0;
    for (Word word : words) {
      all += word.seconds;
      understood += word.garbage() ? 0 : word.seconds;
    }
    return all > 0 ? understood / all : 1;
  }

  /** How sure the engine was on average, by time; what was not understood counts as 0. */
  public double confidence() {
    double seconds = 0;
    double sure = 0;
    for (Word word : words) {
      seconds += word.seconds;
      sure += word.garbage() ? 0 : word.seconds * word.confidence;
    }
    return seconds > 0 ? Math.min(1, sure / seconds) : 0;
  }
}
