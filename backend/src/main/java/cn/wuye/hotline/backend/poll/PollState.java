package cn.wuye.hotline.backend.poll;

import cn.wuye.hotline.backend.persistence.Coded;

/** Where a poll stands. */
public enum PollState implements Coded {
  /** It is edited; nobody is drawn. */
  DRAFT("draft"),
  /** Its residents are asked. */
  RUNNING("running"),
  /** Nobody is asked until it goes on. */
  PAUSED("paused"),
  /** Nobody is asked any more. */
  ENDED("ended");

  private final String code;

  PollState(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  /** Whether it may become this by a deed of somebody. */
  public boolean mayBecome(PollState next) {
    return switch (this) {
      case DRAFT -> next == RUNNING;
      case RUNNING -> next == PAUSED || next == ENDED;
      case PAUSED -> next == RUNNING || next == ENDED;
      case ENDED -> false;
    };
  }
}
