package cn.wuye.hotline.backend.traffic.writer;

import cn.wuye.hotline.backend.traffic.EventKind;
import cn.wuye.hotline.backend.traffic.InAsterisk;
import cn.wuye.hotline.backend.traffic.QueueEvent;
import cn.wuye.hotline.router.agent.AgentState;
import cn.wuye.hotline.router.agent.AgentState.Paused;
import cn.wuye.hotline.router.agent.AgentState.Ready;
import cn.wuye.hotline.router.agent.AgentState.Ringing;
import cn.wuye.hotline.router.agent.AgentState.Talking;
import cn.wuye.hotline.router.agent.AgentState.Unreachable;
import cn.wuye.hotline.router.agent.AgentState.WrapUp;
import cn.wuye.hotline.router.live.AgentsListener;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes an event of each state that an agent enters, at the moment when it began. */
final class AgentScribe implements AgentsListener {
  private static final Logger log = LoggerFactory.getLogger(AgentScribe.class);

  private final String node;
  private final Consumer<QueueEvent> events;

  /**
   * @param events takes them at once
   */
  AgentScribe(String node, Consumer<QueueEvent> events) {
    this.node = node;
    this.events = events;
  }

  @Override
  public void changed(String device, AgentState before, AgentState after) {
    if (kind(before) == kind(after) && before.since().equals(after.since())) {
      // A pause that was asked for in a talk, a wrap-up that was extended: the same state goes on.
      return;
    }
    try {
      events.accept(
          QueueEvent.told(
              node,
              kind(after),
              after.since(),
              call(after),
              "",
              InAsterisk.agent(device),
              after instanceof Paused paused ? paused.reason() : ""));
    } catch (IllegalArgumentException e) {
      log.warn("Not in the log of agents: {}", e.getMessage());
    }
  }

  private static EventKind kind(AgentState state) {
    if (state instanceof Ready) {
      return EventKind.AGENT_READY;
    }
    if (state instanceof Paused) {
      return EventKind.AGENT_PAUSED;
    }
    if (state instanceof Ringing) {
      return EventKind.AGENT_RINGING;
    }
    if (state instanceof Talking) {
      return EventKind.AGENT_TALKING;
    }
    if (state instanceof WrapUp) {
      return EventKind.AGENT_WRAP_UP;
    }
    return state instanceof Unreachable ? EventKind.AGENT_UNREACHABLE : EventKind.AGENT_GONE;
  }

  private static String call(AgentState state) {
    if (state instanceof Ringing ringing) {
      return ringing.call();
    }
    if (state instanceof Talking talking) {
      return talking.call();
    }
    return state instanceof WrapUp wrapUp ? wrapUp.call() : "";
  }
}
