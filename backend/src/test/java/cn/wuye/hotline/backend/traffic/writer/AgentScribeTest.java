package cn.wuye.hotline.backend.traffic.writer;

import static cn.wuye.hotline.backend.traffic.EventKind.AGENT_GONE;
import static cn.wuye.hotline.backend.traffic.EventKind.AGENT_PAUSED;
import static cn.wuye.hotline.backend.traffic.EventKind.AGENT_READY;
import static cn.wuye.hotline.backend.traffic.EventKind.AGENT_RINGING;
import static cn.wuye.hotline.backend.traffic.EventKind.AGENT_TALKING;
import static cn.wuye.hotline.backend.traffic.EventKind.AGENT_UNREACHABLE;
import static cn.wuye.hotline.backend.traffic.EventKind.AGENT_WRAP_UP;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.backend.traffic.QueueEvent;
import cn.wuye.hotline.router.agent.AgentState;
import cn.wuye.hotline.router.agent.AgentState.Gone;
import cn.wuye.hotline.router.agent.AgentState.Paused;
import cn.wuye.hotline.router.agent.AgentState.Ready;
import cn.wuye.hotline.router.agent.AgentState.Ringing;
import cn.wuye.hotline.router.agent.AgentState.Talking;
import cn.wuye.hotline.router.agent.AgentState.Unreachable;
import cn.wuye.hotline.router.agent.AgentState.WrapUp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AgentScribeTest {
  private static final Instant START = Instant.parse("2026-03-02T01:00:00Z");

  private final List<QueueEvent> events = new ArrayList<>();
  private final AgentScribe scribe = new AgentScribe("node-1", events::add);

  @Test
  void eachStateIsToldAtItsBeginning() {
    List<AgentState> states =
        List.of(
            new Gone(at(0)),
            new Ready(at(1)),
            new Ringing(at(2), "c1"),
            new Talking(at(3), "c1", Optional.empty()),
            new WrapUp(at(4), "c1", at(49)),
            new Paused(at(5), "午饭"),
            new Unreachable(at(6), Optional.of("午饭")),
            new Gone(at(7)));
    for (int i = 1; i < states.size(); i++) {
      scribe.changed("PJSIP/1001", states.get(i - 1), states.get(i));
    }

    assertThat(events)
        .containsExactly(
            QueueEvent.told("node-1", AGENT_READY, at(1), "", "", "1001", ""),
            QueueEvent.told("node-1", AGENT_RINGING, at(2), "c1", "", "1001", ""),
            QueueEvent.told("node-1", AGENT_TALKING, at(3), "c1", "", "1001", ""),
            QueueEvent.told("node-1", AGENT_WRAP_UP, at(4), "c1", "", "1001", ""),
            QueueEvent.told("node-1", AGENT_PAUSED, at(5), "", "", "1001", "午饭"),
            QueueEvent.told("node-1", AGENT_UNREACHABLE, at(6), "", "", "1001", ""),
            QueueEvent.told("node-1", AGENT_GONE, at(7), "", "", "1001", ""));
  }

  @Test
  void theSameStateGoesOn() {
    scribe.changed(
        "PJSIP/1001",
        new Talking(at(3), "c1", Optional.empty()),
        new Talking(at(3), "c1", Optional.of("午饭")));
    scribe.changed("PJSIP/1001", new WrapUp(at(4), "c1", at(49)), new WrapUp(at(4), "c1", at(79)));

    assertThat(events).isEmpty();
  }

  private static Instant at(long second) {
    return START.plusSeconds(second);
  }
}
