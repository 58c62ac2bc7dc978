package cn.wuye.hotline.ivr.speech.grammar;

import cn.wuye.hotline.ivr.speech.Recognized;
import java.util.ArrayList;
import java.util.List;

/**
 * One utterance while it is decoded. The engine cuts long ones at pauses; here its pieces are put
 * together again. Used by one thread at a time.
 */
public final class Utterance {
  private static final int MOST_READINGS = 10;

  private final Grammar grammar;
  private List<Hypothesis> readings = List.of(Hypothesis.NOTHING);
  private boolean whole = true;

  public Utterance(Grammar grammar) {
    this.grammar = grammar;
  }

  /** A piece up to a pause. */
  public void add(List<Hypothesis> piece) {
    if (piece.get(0).words().isEmpty()) {
      return;
    }
    boolean first = readings.get(0).words().isEmpty();
    Hypothesis pause = first ? Hypothesis.NOTHING : Hypothesis.pause(grammar.pause());
    List<Hypothesis> joined = new ArrayList<>();
    for (Hypothesis before : readings) {
      for (Hypothesis after : piece) {
        if (joined.size() < MOST_READINGS) {
          joined.add(before.then(pause).then(after));
        }
      }
    }
    readings = joined;
  }

  /** Something of it is missing. */
  public void cut() {
    whole = false;
  }

  /** The words so far, separated by spaces. */
  public String partial(String running) {
    StringBuilder text = new StringBuilder();
    readings.get(0).words().forEach(word -> text.append(word.text()).append(' '));
    if (!text.isEmpty() && !running.isEmpty()) {
      text.append(grammar.pause()).append(' ');
    }
    return text.append(running).toString();
  }

  /** What was understood of it; not in time when something is missing. */
  public Recognized answer() {
    Recognized answer = grammar.answer(readings);
    return whole ? answer : new Recognized(answer.text(), answer.confidence(), false);
  }
}
