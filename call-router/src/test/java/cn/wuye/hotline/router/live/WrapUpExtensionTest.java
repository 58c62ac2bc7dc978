package cn.wuye.hotline.router.live;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.router.agent.AgentRules;
import cn.wuye.hotline.router.agent.AgentSnapshot.Phone;
import cn.wuye.hotline.router.agent.AgentState;
import cn.wuye.hotline.router.agent.AgentState.WrapUp;
import cn.wuye.hotline.router.agent.AgentStep;
import cn.wuye.hotline.router.live.QueueHappening.Answered;
import cn.wuye.hotline.router.live.QueueHappening.Ended;
import cn.wuye.hotline.router.live.QueueHappening.MemberSeen;
import cn.wuye.hotline.router.live.QueueHappening.PauseChanged;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WrapUpExtensionTest {
  private static final Instant ENDED = Instant.parse("2026-03-01T08:00:00Z");
  private static final String DEVICE = "PJSIP/1001";
  private static final String CALL = "node-1-1.1";
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final LiveAgents agents =
      new LiveAgents(AgentRules.DEFAULT, Clock.fixed(ENDED.plusSeconds(10), ZoneOffset.UTC));
  private final List<AgentState> told = new ArrayList<>();

  @Test
  void aWrapUpGetsLongerAndEverybodyIsTold() {
    afterACall();
    agents.addListener((device, before, after) -> told.add(after));

    assertThat(agents.extendWrapUp(DEVICE, MINUTE)).isInstanceOf(AgentStep.Taken.class);

    assertThat(state()).isEqualTo(new WrapUp(ENDED, CALL, ENDED.plusSeconds(105)));
    assertThat(told).containsExactly(state());
    // The pause by which that is so in Asterisk changes nothing here.
    agents.happened(
        new PauseChanged(member(Optional.of(AgentRules.WRAP_UP))), ENDED.plusSeconds(11));
    assertThat(state()).isEqualTo(new WrapUp(ENDED, CALL, ENDED.plusSeconds(105)));
  }

  @Test
  void notForEver() {
    afterACall();
    for (int n = 0; n < 4; n++) {
      assertThat(agents.extendWrapUp(DEVICE, MINUTE)).isInstanceOf(AgentStep.Taken.class);
    }

    assertThat(agents.extendWrapUp(DEVICE, MINUTE))
        .isEqualTo(new AgentStep.Refused(state(), AgentStep.Reason.TOO_LONG));
  }

  @Test
  void withoutACallThereIsNone() {
    agents.happened(new MemberSeen(member(Optional.empty())), ENDED);

    assertThat(agents.extendWrapUp(DEVICE, MINUTE)).isInstanceOf(AgentStep.Refused.class);
    assertThat(state()).isInstanceOf(AgentState.Ready.class);
  }

  private void afterACall() {
    agents.happened(new MemberSeen(member(Optional.empty())), ENDED.minusSeconds(60));
    agents.happened(new Answered("q-general", CALL, DEVICE, Duration.ZERO), ENDED.minusSeconds(30));
    agents.happened(new Ended("q-general", CALL, DEVICE, Duration.ofSeconds(30), "caller"), ENDED);
  }

  private AgentState state() {
    return Objects.requireNonNull(agents.states().get(DEVICE));
  }

  private static QueueMember member(Optional<String> pause) {
    return new QueueMember(
        "q-general", DEVICE, 0, pause, Optional.empty(), Phone.FREE, 0, Optional.empty());
  }
}
