package cn.wuye.hotline.router.agent;

import cn.wuye.hotline.router.agent.AgentState.Gone;
import cn.wuye.hotline.router.agent.AgentState.Paused;
import cn.wuye.hotline.router.agent.AgentState.Ready;
import cn.wuye.hotline.router.agent.AgentState.Ringing;
import cn.wuye.hotline.router.agent.AgentState.Talking;
import cn.wuye.hotline.router.agent.AgentState.Unreachable;
import cn.wuye.hotline.router.agent.AgentState.WrapUp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What Asterisk says of an agent at one moment, over all queues she is in.
 *
 * @param signedIn whether she is in any
 * @param pause the reason of her pause, where she is paused
 * @param phone what her phone does
 * @param call the caller's channel whom she talks with or is rung for; empty when not known
 * @param pausedAt when her pause began; empty when not known
 * @param lastCallAt when her last call ended; empty when she had none
 */
public record AgentSnapshot(
    boolean signedIn,
    Optional<String> pause,
    Phone phone,
    String call,
    Optional<Instant> pausedAt,
    Optional<Instant> lastCallAt) {
  private static final Duration TOLERANCE = Duration.ofSeconds(2);

  /** What a phone does. */
  public enum Phone {
    FREE,
    RINGING,
    BUSY,
    ABSENT;

    private static final int IN_USE = 2;
    private static final int OCCUPIED = 3;
    private static final int INVALID = 4;
    private static final int UNAVAILABLE = 5;
    private static final int RINGS = 6;
    private static final int RINGS_IN_USE = 7;
    private static final int ON_HOLD = 8;

    /**
     * Reads Asterisk's device state (0 unknown, 1 not in use, 2 in use, 3 busy, 4 invalid, 5
     * unavailable, 6 ringing, 7 ringing in use, 8 on hold). Unknown is rung by Asterisk, so it is
     * free.
     */
    public static Phone of(int device) {
      return switch (device) {
        case IN_USE, OCCUPIED, RINGS_IN_USE, ON_HOLD -> BUSY;
        case INVALID, UNAVAILABLE -> ABSENT;
        case RINGS -> RINGING;
        default -> FREE;
      };
    }
  }

  /**
   * The state that this is. What was known before keeps its beginning where it is still the same;
   * of what began unseen the moment of the snapshot is taken.
   *
   * @param before what was known before Asterisk could not be seen; {@link Gone} for nothing
   */
  public AgentState state(AgentState before, AgentRules rules, Instant now) {
    AgentState fresh = state(rules, now);
    // Of a wrap-up after a talk without a queue Asterisk knows no end of the call.
    if (before instanceof WrapUp known
        && known.until().isAfter(now)
        && pause.filter(AgentRules.WRAP_UP::equals).isPresent()
        && (fresh instanceof WrapUp || fresh instanceof Paused)) {
      return known;
    }
    if (fresh instanceof Talking talking) {
      return before instanceof Talking known && sameCall(known.call(), talking.call())
          ? new Talking(known.since(), known.call(), talking.pause())
          : talking;
    }
    if (fresh instanceof WrapUp wrapUp) {
      return before instanceof WrapUp known && sameMoment(known.since(), wrapUp.since())
          ? known
          : wrapUp;
    }
    if (fresh instanceof Paused paused) {
      return before instanceof Paused known && known.reason().equals(paused.reason())
          ? known
          : paused;
    }
    if (fresh instanceof Ringing ringing) {
      return before instanceof Ringing known && sameCall(known.call(), ringing.call())
          ? known
          : ringing;
    }
    if (fresh instanceof Unreachable lost) {
      return before instanceof Unreachable known
          ? new Unreachable(known.since(), lost.pause())
          : lost;
    }
    return fresh.getClass().equals(before.getClass()) ? before : fresh;
  }

  private AgentState state(AgentRules rules, Instant now) {
    if (!signedIn) {
      return new Gone(now);
    }
    if (phone == Phone.BUSY) {
      return new Talking(now, call, pause);
    }
    if (phone == Phone.ABSENT) {
      return new Unreachable(now, pause);
    }
    // Who pauses while it rings is shown as paused, as by the events.
    if (phone == Phone.RINGING && pause.isEmpty()) {
      return new Ringing(now, call);
    }
    Instant ended = lastCallAt.orElse(Instant.EPOCH);
    if (pause.isEmpty()) {
      Instant until = ended.plus(rules.wrapUp());
      return until.isAfter(now) ? new WrapUp(ended, "", until) : new Ready(now);
    }
    Instant until = ended.plus(rules.longestWrapUp());
    return pause.get().equals(AgentRules.WRAP_UP) && until.isAfter(now)
        ? new WrapUp(ended, "", until)
        : new Paused(pausedAt.map(at -> later(at, ended)).orElse(now), pause.get());
  }

  /** A pause that was asked for in a talk begins with its end. */
  private static Instant later(Instant asked, Instant ended) {
    return asked.isBefore(ended) ? ended : asked;
  }

  /** A snapshot may not know with whom she talks. */
  private static boolean sameCall(String known, String seen) {
    return seen.isEmpty() || known.equals(seen);
  }

  /** Asterisk tells whole seconds. */
  private static boolean sameMoment(Instant known, Instant seen) {
    return Duration.between(known, seen).abs().compareTo(TOLERANCE) <= 0;
  }
}
