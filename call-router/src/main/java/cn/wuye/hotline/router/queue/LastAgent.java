package cn.wuye.hotline.router.queue;

import java.time.Duration;
import java.time.Instant;

/** Whether the agent who talked with a caller last is rung before the queue. */
public final class LastAgent {
  /** How long she is rung. */
  public static final Duration RING = Duration.ofSeconds(10);

  private static final Duration REMEMBERED = Duration.ofDays(7);

  private LastAgent() {}

  /**
   * Not in an emergency, whose ten seconds are worth more; not where she does not speak the
   * caller's dialect.
   *
   * @param talkedAt when they talked
   * @param free whether her phone would ring now
   */
  public static boolean first(
      CallerNeeds caller, AgentProfile agent, Instant talkedAt, boolean free, Instant now) {
    return free
        && !caller.emergency()
        && !talkedAt.plus(REMEMBERED).isBefore(now)
        && caller.skills().stream()
            .filter(skill -> skill.kind() == Skill.Kind.DIALECT)
            .allMatch(agent.skills()::contains);
  }
}
