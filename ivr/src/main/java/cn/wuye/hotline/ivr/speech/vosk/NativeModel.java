package cn.wuye.hotline.ivr.speech.vosk;

import cn.wuye.hotline.ivr.speech.grammar.ModelWords;

/** A loaded model. Thread-safe but for {@link #close}. */
interface NativeModel extends ModelWords, AutoCloseable {

  /**
   * A new recogniser; takes 10–100 ms.
   *
   * @throws NativeFailure when the library refuses
   */
  NativeRecognizer open(RecognizerKind kind);

  /** Frees the model; every recogniser must have been closed before. */
  @Override
  void close();
}
