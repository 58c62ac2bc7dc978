package cn.wuye.hotline.ivr.conversation;

/**
 * How waiting for a person ended.
 *
 * @param agent extension of the phone that answered; empty unless they talked
 */
public record Waited(How how, String agent) {
  /** How it ended. */
  public enum How {
    /** An agent answered, and the talk is over. */
    TALKED,
    /** Nobody answered in the time that was given. */
    TIME_OVER,
    /** Nobody is there who could answer, or too many wait already. */
    NOBODY,
    /** She pressed a key. */
    KEY,
    /** Asterisk has no such queue, or cannot do it: somebody is to be found in another way. */
    IMPOSSIBLE
  }

  public static Waited talked(String agent) {
    return new Waited(How.TALKED, agent);
  }

  /** Without a talk. */
  public static Waited without(How how) {
    return new Waited(how, "");
  }
}
