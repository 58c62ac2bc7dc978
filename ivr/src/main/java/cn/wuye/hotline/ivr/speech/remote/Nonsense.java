package cn.wuye.hotline.ivr.speech.remote;

/** A server said something that is not of its protocol. */
final class Nonsense extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Nonsense(String what) {
    super("answered nonsense: " + what);
  }

  /** A message that is not of its protocol; not told itself, since callers' words may be in it. */
  static Nonsense message(String message) {
    return new Nonsense("a message of " + message.length() + " characters");
  }
}
