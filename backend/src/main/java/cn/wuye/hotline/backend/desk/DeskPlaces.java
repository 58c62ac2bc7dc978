package cn.wuye.hotline.backend.desk;

import cn.wuye.hotline.router.control.CallControl.Place;

/** Where in the dialplan (extensions-desk.conf) the desk sends channels. */
final class DeskPlaces {
  private DeskPlaces() {}

  /** The caller waits. */
  static Place hold(String call) {
    return new Place("hotline-desk-hold", call);
  }

  /** The caller in the room of her call. */
  static Place caller(String call) {
    return new Place("hotline-desk-caller", call);
  }

  /** Whoever talks with her in it. */
  static Place person(String call) {
    return new Place("hotline-desk-person", call);
  }

  /** A supervisor who takes the call over: she talks in the room, too, and is recorded. */
  static Place taker(String call) {
    return new Place("hotline-desk-taker", call);
  }

  /** Handed on to a number. */
  static Place transfer(String number) {
    return new Place("hotline-desk-transfer", number);
  }

  /** Nobody is with her any more: to the agents again. */
  static Place back() {
    return new Place("hotline-desk-back", "s");
  }
}
