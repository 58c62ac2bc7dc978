package cn.wuye.hotline.ivr.conversation;

/** One act of a caller in a test, in the order of the script. */
public sealed interface CallerAct {
  /** Waits until the prompt with this key sounds. */
  record Hears(String key) implements CallerAct {}

  /** Says something and falls silent. */
  record Says(String text) implements CallerAct {}

  /** Presses keys one after the other. */
  record Presses(String keys) implements CallerAct {}

  /** Begins to say something and hangs up before its end. */
  record SaysAndHangsUp(String text) implements CallerAct {}

  /** Puts the phone down. */
  record HangsUp() implements CallerAct {}
}
