package cn.wuye.hotline.ivr.speech.vosk;

/** There is no model that can be used; the message says why, in Chinese, for people. */
final class UnusableModel extends Exception {
  private static final long serialVersionUID = 1L;

  private final String reason;

  UnusableModel(String reason) {
    super(reason);
    this.reason = reason;
  }

  String reason() {
    return reason;
  }
}
