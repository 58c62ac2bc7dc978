package cn.wuye.hotline.ivr.speech.vosk;

import cn.wuye.hotline.ivr.speech.grammar.Grammar;
import java.util.List;

/**
 * What a pooled recogniser is made for; recognisers of the same kind are interchangeable.
 *
 * @param phrases its grammar in the model's words; empty for free recognition
 * @param alternatives how many readings it gives, 0 for one with times and confidences
 */
record RecognizerKind(List<String> phrases, int alternatives) {
  static final RecognizerKind FREE = new RecognizerKind(List.of(), 0);

  RecognizerKind {
    phrases = List.copyOf(phrases);
  }

  static RecognizerKind of(Grammar grammar) {
    return new RecognizerKind(grammar.phrases(), grammar.alternatives());
  }

  boolean free() {
    return phrases.isEmpty();
  }
}
