package cn.wuye.hotline.ivr.speech.remote;

import cn.wuye.hotline.ivr.speech.grammar.Grammar;

/** How a speech server is talked to. */
public enum SpeechProtocol {
  /** The websocket server of alphacep/vosk-server. */
  VOSK_SERVER("vosk-server"),
  /** The runtime of FunASR, in two passes. */
  FUNASR("FunASR");

  private final String title;

  SpeechProtocol(String title) {
    this.title = title;
  }

  /** Its name, for people. */
  String title() {
    return title;
  }

  Exchange exchange(Grammar grammar, boolean constrained) {
    return switch (this) {
      case VOSK_SERVER -> new VoskServerExchange(grammar, constrained);
      case FUNASR -> new FunAsrExchange(grammar);
    };
  }
}
