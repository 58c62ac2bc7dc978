package cn.wuye.hotline.caller;

/** There is no hotline to call; the message says what was missing and how to get it. */
public final class NotRunning extends Exception {
  private static final long serialVersionUID = 1L;

  public NotRunning(String message) {
    super(message);
  }

  public NotRunning(String message, Throwable cause) {
    super(message, cause);
  }
}
