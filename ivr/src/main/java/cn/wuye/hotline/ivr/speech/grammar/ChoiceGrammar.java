package cn.wuye.hotline.ivr.speech.grammar;

import cn.wuye.hotline.ivr.speech.Recognized;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A choice among phrases, for a model of Chinese. */
final class ChoiceGrammar implements Grammar {
  /** Sounds that must agree between what was heard and the phrase, as a share. */
  private static final double ENOUGH_ALIKE = 0.75;

  /** Share of the utterance that must be understood, weighed by the engine's confidence. */
  private static final double ENOUGH_SURE = 0.4;

  /** One syllable alone is soon heard in a noise, or in a word that is not offered. */
  private static final double ENOUGH_SURE_OF_ONE = 0.85;

  private final List<String> lines;
  private final List<String> unspellable;
  private final List<Candidate> candidates;

  private record Candidate(Spelling.Form form, List<Syllable> sound) {}

  ChoiceGrammar(Spelling spelling, ModelWords words) {
    List<String> all = new ArrayList<>(spelling.lines());
    if (words.has(ModelWords.GARBAGE)) {
      all.add(ModelWords.GARBAGE);
    }
    lines = List.copyOf(all);
    unspellable = spelling.unspellable();
    candidates =
        spelling.forms().stream()
            .map(form -> new Candidate(form, Pinyin.of(form.spoken())))
            .toList();
  }

  @Override
  public List<String> phrases() {
    return lines;
  }

  @Override
  public List<String> unspellable() {
    return unspellable;
  }

  @Override
  public Recognized answer(List<Hypothesis> readings) {
    Hypothesis heard = readings.get(0);
    return nearest(heard).or(() -> within(heard)).orElse(Recognized.NOTHING);
  }

  @Override
  public String partial(String text) {
    return Hypothesis.of(text).text();
  }

  /** The phrase that the whole utterance sounds like. */
  private Optional<Recognized> nearest(Hypothesis heard) {
    double sure = heard.confidence();
    String text = heard.text();
    if (sure < ENOUGH_SURE || (text.length() == 1 && unsure(heard))) {
      return Optional.empty();
    }
    List<Syllable> sound = Pinyin.of(text);
    String best = "";
    double likeness = ENOUGH_ALIKE;
    for (Candidate candidate : candidates) {
      if (candidate.form.spoken().equals(text)) {
        return Optional.of(new Recognized(candidate.form.phrase(), sure, true));
      }
      double alike = 1 - SyllableDistance.between(candidate.sound, sound);
      if (alike >= likeness) {
        likeness = alike;
        best = candidate.form.phrase();
      }
    }
    return best.isEmpty()
        ? Optional.empty()
        : Optional.of(new Recognized(best, likeness * sure, true));
  }

  private static boolean unsure(Hypothesis heard) {
    return heard.words().stream()
        .anyMatch(word -> !word.garbage() && word.confidence() < ENOUGH_SURE_OF_ONE);
  }

  /** The one phrase that stands surely and wholly in a longer utterance, as old callers answer. */
  private Optional<Recognized> within(Hypothesis heard) {
    return KeyPhrase.in(heard, candidates.stream().map(Candidate::form).toList());
  }
}
