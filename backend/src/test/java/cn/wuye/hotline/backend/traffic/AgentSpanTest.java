package cn.wuye.hotline.backend.traffic;

import static cn.wuye.hotline.backend.traffic.EventKind.AGENT_GONE;
import static cn.wuye.hotline.backend.traffic.EventKind.AGENT_PAUSED;
import static cn.wuye.hotline.backend.traffic.EventKind.AGENT_READY;
import static cn.wuye.hotline.backend.traffic.EventKind.AGENT_TALKING;
import static cn.wuye.hotline.backend.traffic.EventKind.JOINED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class AgentSpanTest {
  private final Told told = new Told("2026-03-02T01:00:00Z");

  @Test
  void aStateLastsUntilTheAgentsNext() {
    told.agent(0, AGENT_READY, "1001")
        .agent(5, AGENT_READY, "1002")
        .agent(10, AGENT_PAUSED, "1001", "", "lunch")
        .call(12, JOINED, "c1", "general")
        .agent(40, AGENT_TALKING, "1001", "c1", "")
        .agent(60, AGENT_GONE, "1001");

    assertThat(AgentSpan.of(told.events(), told.at(100)))
        .containsExactly(
            new AgentSpan("1001", AGENT_READY, "", "", told.at(0), told.at(10)),
            new AgentSpan("1002", AGENT_READY, "", "", told.at(5), told.at(100)),
            new AgentSpan("1001", AGENT_PAUSED, "lunch", "", told.at(10), told.at(40)),
            new AgentSpan("1001", AGENT_TALKING, "", "c1", told.at(40), told.at(60)),
            new AgentSpan("1001", AGENT_GONE, "", "", told.at(60), told.at(100)));
  }

  @Test
  void nothingIsToldOfTheTimeAfterNow() {
    told.agent(0, AGENT_READY, "1001").agent(50, AGENT_GONE, "1001");

    List<AgentSpan> spans = AgentSpan.of(told.events(), told.at(20));

    assertThat(spans)
        .containsExactly(new AgentSpan("1001", AGENT_READY, "", "", told.at(0), told.at(20)));
  }

  @Test
  void ofStatesOfTheSameMomentTheLastHolds() {
    told.agent(0, AGENT_READY, "1001")
        .agent(10, AGENT_TALKING, "1001", "c1", "")
        .agent(10, AGENT_PAUSED, "1001", "", "lunch");

    assertThat(AgentSpan.of(told.events(), told.at(20)))
        .extracting(AgentSpan::state)
        .containsExactly(AGENT_READY, AGENT_PAUSED);
  }

  @Test
  void aSpanKnowsWhatLiesWithinATime() {
    AgentSpan span = new AgentSpan("1001", AGENT_READY, "", "", told.at(10), told.at(30));

    assertThat(span.length()).isEqualTo(20_000);
    assertThat(span.within(told.at(0), told.at(20))).isEqualTo(10_000);
    assertThat(span.within(told.at(15), told.at(20))).isEqualTo(5_000);
    assertThat(span.within(told.at(30), told.at(40))).isZero();
    assertThat(span.within(told.at(50), told.at(60))).isZero();
  }

  @Test
  void aSpanHasALengthAndAStateOfAnAgent() {
    assertThatThrownBy(() -> new AgentSpan("1001", AGENT_READY, "", "", told.at(1), told.at(1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new AgentSpan("1001", JOINED, "", "", told.at(0), told.at(1)))
        .hasMessageContaining("joined");
  }
}
