package cn.wuye.hotline.ivr.speech.grammar;

import cn.wuye.hotline.ivr.speech.Recognized;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Words to be spotted in running speech. Common words of the hotline stand beside them in the
 * grammar: speech that is none of the words goes there or to the model's garbage word, instead of
 * being bent into an emergency.
 */
final class SpottingGrammar implements Grammar {
  private static final char ANYTHING = '，';

  /** 0.3 s. */
  private static final int SETTLED = 3;

  private final List<String> lines;
  private final List<String> unspellable;

  SpottingGrammar(Spelling wanted, Spelling common, ModelWords words) {
    Set<String> all = new LinkedHashSet<>(wanted.lines());
    all.addAll(common.lines());
    if (words.has(ModelWords.GARBAGE)) {
      all.add(ModelWords.GARBAGE);
    }
    lines = List.copyOf(all);
    unspellable = wanted.unspellable();
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
  public int settledAfter() {
    return SETTLED;
  }

  @Override
  public boolean running() {
    return true;
  }

  @Override
  public String pause() {
    return ModelWords.GARBAGE;
  }

  @Override
  public Recognized answer(List<Hypothesis> readings) {
    Hypothesis heard = readings.get(0);
    return new Recognized(text(heard), heard.confidence(), true);
  }

  @Override
  public String partial(String text) {
    return text(Hypothesis.of(text));
  }

  private static String text(Hypothesis heard) {
    StringBuilder text = new StringBuilder();
    for (Hypothesis.Word word : heard.words()) {
      if (!word.garbage()) {
        text.append(word.text());
      } else if (!text.isEmpty() && text.charAt(text.length() - 1) != ANYTHING) {
        text.append(ANYTHING);
      }
    }
    return text.toString();
  }
}
