package cn.wuye.hotline.router.agent;

/** What an event led to. */
public sealed interface AgentStep {
  /** The state after it; the same object when the event changed nothing, as late ones do not. */
  AgentState state();

  /** It was taken as it came. */
  record Taken(AgentState state) implements AgentStep {}

  /** It was asked for and cannot be had now. */
  record Refused(AgentState state, Reason reason) implements AgentStep {}

  /** Why something cannot be had. */
  enum Reason {
    NOT_SIGNED_IN,
    /** There is no wrap-up to extend. */
    NO_WRAP_UP,
    /** The wrap-up would get longer than allowed. */
    TOO_LONG,
    /** In a talk: it ends with the talk. */
    IN_A_CALL
  }
}
