package cn.wuye.hotline.ivr.speech;

import java.util.List;

/** What a recogniser listens for. */
public sealed interface Vocabulary {
  /** Anything the model can hear. */
  record Free() implements Vocabulary {}

  /**
   * One of these phrases, in plain Chinese without spaces; cutting them into the model's words is
   * the adapter's work.
   */
  record Phrases(List<String> phrases) implements Vocabulary {
    public Phrases {
      phrases = List.copyOf(phrases);
    }
  }
}
