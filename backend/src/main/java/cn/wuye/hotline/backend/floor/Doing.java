package cn.wuye.hotline.backend.floor;

import cn.wuye.hotline.backend.persistence.Coded;

/** What an agent who is signed in is doing. */
public enum Doing implements Coded {
  READY("ready"),
  PAUSED("paused"),
  RINGING("ringing"),
  TALKING("talking"),
  WRAP_UP("wrap-up"),
  /** Signed in, but the phone is away. */
  UNREACHABLE("unreachable");

  private final String code;

  Doing(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  /** Whether she takes calls: at once, or when the present one is over. */
  public boolean works() {
    return this != PAUSED && this != UNREACHABLE;
  }
}
