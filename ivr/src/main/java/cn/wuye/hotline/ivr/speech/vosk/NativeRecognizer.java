package cn.wuye.hotline.ivr.speech.vosk;

import cn.wuye.hotline.ivr.speech.grammar.Hypothesis;
import java.util.List;

/** One native recogniser: used by one thread at a time, closed exactly once. */
interface NativeRecognizer extends AutoCloseable {

  /**
   * Decodes sound.
   *
   * @return whether the engine itself found the end of an utterance: {@link #result} is due
   * @throws NativeFailure when the library fails; the recogniser must not be used again
   */
  boolean accept(byte[] pcm, int length);

  /** The readings of the utterance that has ended, the best first; never empty. */
  List<Hypothesis> result();

  /** The text so far, words separated by spaces. */
  String partial();

  /**
   * Ends the utterance. After it the recogniser is as new: nothing of the voice heard stays with
   * it.
   */
  List<Hypothesis> finish();

  @Override
  void close();
}
