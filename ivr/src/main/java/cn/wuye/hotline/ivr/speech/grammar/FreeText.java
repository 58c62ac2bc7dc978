package cn.wuye.hotline.ivr.speech.grammar;

import cn.wuye.hotline.ivr.speech.Recognized;
import java.util.List;

/** No grammar: whatever a model of Chinese hears. */
public final class FreeText implements Grammar {
  /** Of music the model makes a few words between much that is none. */
  private static final double LEAST_WORDS = 1.0 / 3;

  @Override
  public List<String> phrases() {
    return List.of();
  }

  @Override
  public boolean running() {
    return true;
  }

  @Override
  public String pause() {
    return "，";
  }

  @Override
  public List<String> unspellable() {
    return List.of();
  }

  @Override
  public Recognized answer(List<Hypothesis> readings) {
    Hypothesis heard = readings.get(0);
    if (!heard.words().isEmpty() && heard.understood() < LEAST_WORDS) {
      return Recognized.NOTHING;
    }
    return new Recognized(heard.text(), heard.confidence(), true);
  }

  @Override
  public String partial(String text) {
    return Hypothesis.of(text).text();
  }
}
