package cn.wuye.hotline.router.agent;

import java.time.Duration;

/**
 * How long agents may take.
 *
 * @param wrapUp after each call; zero for none
 * @param longestWrapUp with all its extensions
 */
public record AgentRules(Duration wrapUp, Duration longestWrapUp) {
  /** The reason of the pause by which a wrap-up is longer in Asterisk than its own. */
  public static final String WRAP_UP = "wrap-up";

  /** 45 s, at most 5 minutes. */
  public static final AgentRules DEFAULT =
      new AgentRules(Duration.ofSeconds(45), Duration.ofMinutes(5));

  public AgentRules {
    if (wrapUp.isNegative() || longestWrapUp.compareTo(wrapUp) < 0) {
      throw new IllegalArgumentException("wrap-up " + wrapUp + ", at most " + longestWrapUp);
    }
  }
}
