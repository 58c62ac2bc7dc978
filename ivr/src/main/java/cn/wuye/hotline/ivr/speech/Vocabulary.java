package cn.wuye.hotline.ivr.speech;

import java.util.List;

/**
 * What a recogniser listens for. Phrases are plain Chinese without spaces; cutting them into the
 * model's words is the adapter's work.
 */
public sealed interface Vocabulary {
  /** Anything the model can hear. */
  record Free() implements Vocabulary {}

  /**
   * Anything the model can hear, from a recording and not from a living call: decoded when no call
   * needs the processor, and not counted by the cap on concurrent free recognitions.
   */
  record Recording() implements Vocabulary {}

  /**
   * The answer is a choice: the result is one of these phrases, as it is written here, or empty
   * when something else was said.
   */
  record Phrases(List<String> phrases) implements Vocabulary {
    public Phrases {
      phrases = List.copyOf(phrases);
    }
  }

  /**
   * Spellings that only sound like what is meant: characters whose sounds were learned from samples
   * of a dialect. The result is one of them as it is written here, or empty when something else was
   * said. Heard by this node's own model alone, in whose syllables they are written.
   */
  record Alike(List<String> spellings) implements Vocabulary {
    public Alike {
      spellings = List.copyOf(spellings);
    }
  }

  /**
   * Words to be spotted in running speech, like those of emergencies, at little cost. The result
   * and every partial result is the running text as far as it is made of these words and of common
   * words of the hotline (so that denials and harmless uses can be told from it); {@code '，'}
   * stands for everything else.
   */
  record Spotting(List<String> phrases) implements Vocabulary {
    public Spotting {
      phrases = List.copyOf(phrases);
    }
  }
}
