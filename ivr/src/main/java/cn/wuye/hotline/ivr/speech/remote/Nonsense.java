package cn.wuye.hotline.ivr.speech.remote;

/** A server said something that is not of its protocol. */
final class Nonsense extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int LONGEST = 80;

  Nonsense(String message) {
    super("answered nonsense: " + shortened(message));
  }

  private static String shortened(String message) {
    return message.length() <= LONGEST ? message : message.substring(0, LONGEST) + "…";
  }
}
