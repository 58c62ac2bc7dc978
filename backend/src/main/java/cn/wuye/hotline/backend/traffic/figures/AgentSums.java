package cn.wuye.hotline.backend.traffic.figures;

import cn.wuye.hotline.backend.traffic.AgentSpan;
import cn.wuye.hotline.backend.traffic.Talk;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * What an agent, or several, did in some time. Talks count where they were answered; states are cut
 * at the borders, so that they fill the time exactly. Times are milliseconds.
 *
 * @param handled talks
 * @param missed rings that were not answered
 * @param handling talk, hold and wrap-up of the talks
 * @param ready signed in and free
 * @param ringing while the phone rang
 * @param talking in a call, hold included
 * @param wrapUp after calls
 * @param paused whatever the reason
 * @param unreachable signed in, the phone away
 * @param pausedFor the pauses by reason; their sum is {@code paused}
 */
public record AgentSums(
    long handled,
    long missed,
    long handling,
    long ready,
    long ringing,
    long talking,
    long wrapUp,
    long paused,
    long unreachable,
    Map<String, Long> pausedFor)
    implements Sums<AgentSums> {
  /** Of nothing. */
  public static final AgentSums NONE = new AgentSums(0, 0, 0, 0, 0, 0, 0, 0, 0, Map.of());

  /** One ring that was not answered. */
  static final AgentSums MISSED = new AgentSums(0, 1, 0, 0, 0, 0, 0, 0, 0, Map.of());

  private static final double SECOND = 1000;

  public AgentSums {
    pausedFor = Map.copyOf(pausedFor);
  }

  /** Of one talk. */
  static AgentSums of(Talk talk) {
    return new AgentSums(1, 0, talk.handling(), 0, 0, 0, 0, 0, 0, Map.of());
  }

  /**
   * Of a part of a state.
   *
   * @param millis how much of it
   */
  static AgentSums of(AgentSpan span, long millis) {
    return switch (span.state()) {
      case AGENT_READY -> state(millis, 0, 0, 0, 0);
      case AGENT_RINGING -> state(0, millis, 0, 0, 0);
      case AGENT_TALKING -> state(0, 0, millis, 0, 0);
      case AGENT_WRAP_UP -> state(0, 0, 0, millis, 0);
      case AGENT_UNREACHABLE -> state(0, 0, 0, 0, millis);
      case AGENT_PAUSED ->
          new AgentSums(0, 0, 0, 0, 0, 0, 0, millis, 0, Map.of(span.reason(), millis));
      default -> NONE;
    };
  }

  @Override
  public AgentSums plus(AgentSums other) {
    Map<String, Long> reasons = new TreeMap<>(pausedFor);
    other.pausedFor.forEach((reason, millis) -> reasons.merge(reason, millis, Long::sum));
    return new AgentSums(
        handled + other.handled,
        missed + other.missed,
        handling + other.handling,
        ready + other.ready,
        ringing + other.ringing,
        talking + other.talking,
        wrapUp + other.wrapUp,
        paused + other.paused,
        unreachable + other.unreachable,
        reasons);
  }

  /** How long was signed in. */
  public long signedIn() {
    return ready + ringing + talking + wrapUp + paused + unreachable;
  }

  /**
   * Occupancy: of the time in which calls could come, how much was work on calls: talk (with hold)
   * and wrap-up by these, ringing and ready; 0–100. Pauses and an absent phone are no such time.
   * The usual definition (International Customer Management Institute: talk and after-call work by
   * talk, after-call work and availability).
   *
   * @return empty when no call could come
   */
  public OptionalDouble occupancy() {
    return Percent.of(talking + wrapUp, talking + wrapUp + ready + ringing);
  }

  /**
   * Average handling time of the talks, in seconds.
   *
   * @return empty when there was none
   */
  public OptionalDouble averageHandlingTime() {
    return handled == 0 ? OptionalDouble.empty() : OptionalDouble.of(handling / SECOND / handled);
  }

  private static AgentSums state(
      long ready, long ringing, long talking, long wrapUp, long unreachable) {
    return new AgentSums(0, 0, 0, ready, ringing, talking, wrapUp, 0, unreachable, Map.of());
  }
}
