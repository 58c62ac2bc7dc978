package cn.wuye.hotline.backend.tool;

/** What was typed is no command; the message says what would be one. */
final class Usage extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Usage(String message) {
    super(message, null, false, false);
  }
}
