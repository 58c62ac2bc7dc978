package cn.wuye.hotline.backend.desk;

/** Asterisk did not do what was asked of it; the message says why, for the log. */
public final class TelephoneAway extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public TelephoneAway(String message) {
    super(message);
  }

  public TelephoneAway(String message, Throwable cause) {
    super(message, cause);
  }
}
