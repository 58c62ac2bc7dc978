package cn.wuye.hotline.backend.message.voice;

import cn.wuye.hotline.backend.persistence.Coded;

/** How a call ended. */
public enum CallEnd implements Coded {
  /** The key was pressed, and that is noted. */
  CONFIRMED("confirmed"),
  /** It was read to its end; no key. */
  HEARD("heard"),
  /** Somebody answered and hung up before the end. */
  NOT_HEARD("not-heard"),
  BUSY("busy"),
  NO_ANSWER("no-answer"),
  REJECTED("rejected"),
  /** There is no such number, or the way to it is broken. */
  UNREACHABLE("unreachable"),
  /** Our own side could not try. */
  UNAVAILABLE("unavailable");

  private final String code;

  CallEnd(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
