package cn.wuye.hotline.backend.console;

import org.springframework.http.HttpStatus;

/** Ends the transaction of a deed that was not done, so that its key is free again. */
final class Undone extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final HttpStatus status;
  private final String sentence;

  Undone(HttpStatus status, String sentence) {
    super("not done", null, false, false);
    this.status = status;
    this.sentence = sentence;
  }

  HttpStatus status() {
    return status;
  }

  /** Why, and what can be done instead, for the one who wanted it. */
  String sentence() {
    return sentence;
  }
}
