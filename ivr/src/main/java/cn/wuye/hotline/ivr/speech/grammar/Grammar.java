package cn.wuye.hotline.ivr.speech.grammar;

import cn.wuye.hotline.ivr.speech.Recognized;
import java.util.List;

/** A vocabulary in the form one model wants it, and the way back. Immutable, thread-safe. */
public interface Grammar {
  /** What the engine is given: phrases in the model's words, separated by spaces. */
  List<String> phrases();

  /** What stands for a pause between two stretches of speech; may be empty. */
  default String pause() {
    return "";
  }

  /** Whether the answer is running text, of which a part is worth something. */
  default boolean running() {
    return false;
  }

  /**
   * In how many partial results, 0.1 s apart, a word must have stood before it is told; 1 for at
   * once.
   */
  default int settledAfter() {
    return 1;
  }

  /** How many readings of an utterance help; 0 for one reading with word times and confidences. */
  default int alternatives() {
    return 0;
  }

  /** Phrases that the model's words cannot spell; they are never recognised. */
  List<String> unspellable();

  /**
   * The answer.
   *
   * @param readings the best first; never empty
   */
  Recognized answer(List<Hypothesis> readings);

  /** The answer so far, from an engine's partial text. */
  String partial(String text);
}
