package cn.wuye.hotline.router.ami;

/**
 * An action that Asterisk did not carry out: not connected, refused, or not answered in time. The
 * message says which.
 */
public final class AmiException extends Exception {
  private static final long serialVersionUID = 1L;

  public AmiException(String message) {
    super(message);
  }

  public AmiException(String message, Throwable cause) {
    super(message, cause);
  }
}
