package cn.wuye.hotline.router.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A caller who hung up and keeps her place: the agent is rung first, then she. There is at most one
 * active call-back per number; whoever keeps them sees to that by a unique key.
 *
 * @param waitingSince when she began to wait, in her call
 * @param state what is being done
 * @param calls how often her phone was rung
 * @param due when it is her turn at the earliest
 */
public record CallBack(
    String queueCode, Instant waitingSince, State state, int calls, Instant due) {
  private static final List<Duration> PAUSES =
      List.of(Duration.ofMinutes(5), Duration.ofMinutes(30));

  /** What is being done about a call-back. */
  public enum State {
    WAITING,
    RINGING_AGENT,
    RINGING_CALLER,
    TALKED,
    /** She phoned herself, or said she needs none. */
    WITHDRAWN,
    /** She did not answer any of the calls. */
    UNREACHED;

    /** Whether another call-back to the number would be one too many. */
    public boolean active() {
      return this == WAITING || this == RINGING_AGENT || this == RINGING_CALLER;
    }
  }

  /** A new one, from the place in the queue that the caller leaves. */
  public static CallBack asked(String queueCode, Instant waitingSince, Instant now) {
    return new CallBack(queueCode, waitingSince, State.WAITING, 0, now);
  }

  /** An agent is rung; empty when it is not its turn, or somebody was faster. */
  public Optional<CallBack> agentRung(Instant now) {
    return state == State.WAITING && !due.isAfter(now)
        ? Optional.of(with(State.RINGING_AGENT, calls, due))
        : Optional.empty();
  }

  /** The agent has answered: she is rung. */
  public Optional<CallBack> callerRung() {
    return state == State.RINGING_AGENT
        ? Optional.of(with(State.RINGING_CALLER, calls + 1, due))
        : Optional.empty();
  }

  /** The agent did not answer: the next is rung at once, and that is none of her calls. */
  public Optional<CallBack> agentMissed(Instant now) {
    return state == State.RINGING_AGENT
        ? Optional.of(with(State.WAITING, calls, now))
        : Optional.empty();
  }

  /** They talk. */
  public Optional<CallBack> talked() {
    return state == State.RINGING_CALLER
        ? Optional.of(with(State.TALKED, calls, due))
        : Optional.empty();
  }

  /** She did not answer, or was busy: later again, at last not. */
  public Optional<CallBack> callerMissed(Instant now) {
    if (state != State.RINGING_CALLER) {
      return Optional.empty();
    }
    return Optional.of(
        calls > PAUSES.size()
            ? with(State.UNREACHED, calls, due)
            : with(State.WAITING, calls, now.plus(PAUSES.get(calls - 1))));
  }

  /** None is needed any more. */
  public Optional<CallBack> withdrawn() {
    return state == State.WAITING
        ? Optional.of(with(State.WITHDRAWN, calls, due))
        : Optional.empty();
  }

  private CallBack with(State newState, int newCalls, Instant newDue) {
    return new CallBack(queueCode, waitingSince, newState, newCalls, newDue);
  }
}
