package cn.wuye.hotline.backend.desk;

import cn.wuye.hotline.backend.persistence.Coded;

/** Where an agent's part in a call stands. */
public enum Stage implements Coded {
  RINGING("ringing"),
  /** It rang for her, and she did not answer. */
  MISSED("missed"),
  /** She talks with the caller as Asterisk's queue brought them together. */
  TALKING("talking"),
  /** An emergency: she has joined the caller in the call's room, as people on duty do. */
  JOINED("joined"),
  /** The caller waits, and hears nobody. */
  HELD("held"),
  /** The caller waits while she talks with, or rings, somebody else. */
  CONSULTING("consulting"),
  /** They talk in the room of the call, perhaps with somebody else. */
  ROOM("room"),
  /** Her page has gone in the middle of the talk: the caller waits a moment for it to come back. */
  PARKED("parked"),
  /** Somebody else goes on with the caller. */
  HANDED_ON("handed-on"),
  OVER("over");

  private final String code;

  Stage(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  /** Whether she has answered, and is still part of the call. */
  public boolean answered() {
    return this == TALKING
        || this == JOINED
        || this == HELD
        || this == CONSULTING
        || this == ROOM
        || this == PARKED;
  }
}
