package cn.wuye.hotline.backend.traffic;

import cn.wuye.hotline.backend.persistence.Coded;

/**
 * What happened. The first are of a caller's call, the last are states that an agent enters;
 * between them is what happened to a node.
 */
public enum EventKind implements Coded {
  /**
   * She begins to wait in a queue, or waits there again after {@link #STEPPED_OUT}. With the detail
   * {@value Stay#DIRECT} she waits for it, but not in Asterisk's queue: her last agent is rung
   * first, or she is asked at once.
   */
  JOINED("joined"),
  /** An agent's phone rings for her. */
  RINGING("ringing"),
  /** It has rung and nobody took it. */
  NOT_ANSWERED("not-answered"),
  /** An agent took her call. */
  ANSWERED("answered"),
  HELD("held"),
  RESUMED("resumed"),
  /** The agent gave her to somebody else; the detail says whom. */
  TRANSFERRED("transferred"),
  /** The talk with the agent is over. */
  COMPLETED("completed"),
  /** A slice of waiting is over: she is asked something and has not left. */
  STEPPED_OUT("stepped-out"),
  /** She hung up while she waited. */
  ABANDONED("abandoned"),
  /** She chose something else; the detail is the key. */
  LEFT_BY_KEY("left-by-key"),
  /** She is to be called back, and keeps her place. */
  CALL_BACK_ASKED("call-back-asked"),
  /** The longest wait was reached: she is recorded. */
  TIMED_OUT("timed-out"),
  /** Nobody was there who could answer, or it was not the hour. */
  EMPTY("empty"),
  /** She waits in another queue, or at another node, from now on. */
  MOVED("moved"),
  /** Asterisk ended, or was not seen: how it ended is not known. */
  LOST("lost"),
  /** The agent talked with her who had asked for it. */
  CALL_BACK_DONE("call-back-done"),
  CALL_BACK_GIVEN_UP("call-back-given-up"),

  /** Of no call: the node saw nothing of its Asterisk until then; the detail is since when. */
  BLIND("blind"),

  /** Signed in and free. */
  AGENT_READY("agent-ready"),
  /** The detail is the reason. */
  AGENT_PAUSED("agent-paused"),
  AGENT_RINGING("agent-ringing"),
  /** In a call of a queue, on hold or not. */
  AGENT_TALKING("agent-talking"),
  /** Writes down what the call brought, which the event names. */
  AGENT_WRAP_UP("agent-wrap-up"),
  /** Signed in, but the phone is away. */
  AGENT_UNREACHABLE("agent-unreachable"),
  /** Not signed in. */
  AGENT_GONE("agent-gone");

  private final String code;

  EventKind(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  /** Whether it is a state of an agent, which lasts until the agent's next. */
  public boolean ofAgent() {
    return compareTo(AGENT_READY) >= 0;
  }
}
