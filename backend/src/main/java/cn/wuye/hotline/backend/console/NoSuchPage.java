package cn.wuye.hotline.backend.console;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** What was asked for does not exist for the one who asks. */
@ResponseStatus(HttpStatus.NOT_FOUND)
public class NoSuchPage extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What is not there, for the log. */
  public NoSuchPage(String what) {
    super(what, null, false, false);
  }
}
