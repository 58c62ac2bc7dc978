package cn.wuye.hotline.ivr.speech.remote;

import cn.wuye.hotline.ivr.speech.Vocabulary;
import java.util.Optional;

/** What an engine is used for. */
public enum Use {
  /** Choices among phrases. */
  MENU,
  /** What callers say in their own words. */
  FREE,
  /** Recordings, when the call is over. */
  AFTER_CALL;

  /**
   * The use of a vocabulary; empty for what this node hears itself: the spotter of emergencies,
   * which hears every call from its beginning to its end and does not depend on a network, and
   * spellings that were learned with its model.
   */
  static Optional<Use> of(Vocabulary vocabulary) {
    if (vocabulary instanceof Vocabulary.Phrases) {
      return Optional.of(MENU);
    }
    if (vocabulary instanceof Vocabulary.Free) {
      return Optional.of(FREE);
    }
    return vocabulary instanceof Vocabulary.Recording ? Optional.of(AFTER_CALL) : Optional.empty();
  }
}
