package cn.wuye.hotline.router.agent;

import java.time.Instant;
import java.util.Optional;

/** What an agent is doing, and since when. */
public sealed interface AgentState {
  Instant since();

  /** Not signed in. */
  record Gone(Instant since) implements AgentState {}

  /** The next call may be hers. */
  record Ready(Instant since) implements AgentState {}

  /**
   * Gets no calls.
   *
   * @param reason as she, her supervisor or Asterisk named it; may be empty
   */
  record Paused(Instant since, String reason) implements AgentState {}

  /**
   * Her phone rings.
   *
   * @param call the caller's channel
   */
  record Ringing(Instant since, String call) implements AgentState {}

  /**
   * She talks with a caller.
   *
   * @param call the caller's channel
   * @param pause the reason of a pause that she asked for and that follows
   */
  record Talking(Instant since, String call, Optional<String> pause) implements AgentState {}

  /**
   * She finishes what the call has left.
   *
   * @param call the call's channel; empty when it ended unseen
   * @param until when the next call may come
   */
  record WrapUp(Instant since, String call, Instant until) implements AgentState {}

  /**
   * Signed in, but her phone is not there.
   *
   * @param pause the reason of the pause in which it vanished
   */
  record Unreachable(Instant since, Optional<String> pause) implements AgentState {}
}
