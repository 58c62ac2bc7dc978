package cn.wuye.hotline.ivr.speech.grammar;

/** The vocabulary of a model. */
@FunctionalInterface
public interface ModelWords {
  /** Vosk's word for whatever is not in the grammar. */
  String GARBAGE = "[unk]";

  /**
   * Whether the model can hear this word; must be quick, it is asked for every part of every
   * phrase.
   */
  boolean has(String word);
}
