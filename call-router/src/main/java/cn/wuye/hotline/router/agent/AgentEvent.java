package cn.wuye.hotline.router.agent;

import java.time.Duration;

/** What happens to an agent, or what she asks for. */
public sealed interface AgentEvent {
  /** In the queues; ready unless she is paused. */
  record SignedIn() implements AgentEvent {}

  /** In no queue any more. */
  record SignedOut() implements AgentEvent {}

  /** A pause begins, or is asked for. */
  record PauseBegan(String reason) implements AgentEvent {}

  /** She is ready again: a pause or a wrap-up ends. */
  record PauseEnded() implements AgentEvent {}

  /** Her phone rings for a call. */
  record Rung(String call) implements AgentEvent {}

  /** It stopped ringing without an answer. */
  record RingEnded(String call) implements AgentEvent {}

  record Answered(String call) implements AgentEvent {}

  /** The talk is over: hung up or handed on. */
  record TalkEnded(String call) implements AgentEvent {}

  /** She needs longer for what the call has left. */
  record WrapUpExtended(Duration by) implements AgentEvent {}

  /** Time goes by: a wrap-up may be over. */
  record TimePassed() implements AgentEvent {}

  /** Her phone is no longer registered. */
  record PhoneVanished() implements AgentEvent {}

  record PhoneCameBack() implements AgentEvent {}
}
