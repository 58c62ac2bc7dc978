package cn.wuye.hotline.ivr.speech.remote;

import cn.wuye.hotline.ivr.speech.Recognized;

/** What is said between the hotline and a server about one utterance. Guarded by its owner. */
interface Exchange {
  /** How far the server is. */
  enum Progress {
    GOES_ON,
    /** It may be the last answer; what comes within {@link ServerStream#SETTLED} still counts. */
    PERHAPS_WHOLE,
    WHOLE
  }

  /** The text message that goes before all sound. */
  String opening();

  /** A message with so many bytes of sound is being sent. */
  void sent(int bytes);

  /** Bytes of sound that the server has not heard yet, as far as its answers tell. */
  int unheard();

  /** The text message that ends the utterance; no sound comes after it. */
  String closing();

  /**
   * Takes a message of the server.
   *
   * @throws Nonsense when it is none of the protocol
   */
  Progress take(String message);

  /** The text so far, as the vocabulary allows; empty when there is none. */
  String partial();

  /** What was understood. */
  Recognized answer();
}
