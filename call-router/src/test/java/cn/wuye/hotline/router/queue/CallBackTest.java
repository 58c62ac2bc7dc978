package cn.wuye.hotline.router.queue;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.router.queue.CallBack.State;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CallBackTest {
  private static final Instant SINCE = Instant.parse("2026-03-01T12:00:00Z");
  private static final Instant NOW = SINCE.plusSeconds(90);
  private static final CallBack ASKED = CallBack.asked("general", SINCE, NOW);

  @Test
  void ringsTheAgentThenTheCaller() {
    CallBack talked =
        ASKED.agentRung(NOW).orElseThrow().callerRung().orElseThrow().talked().orElseThrow();

    assertThat(talked.state()).isEqualTo(State.TALKED);
    assertThat(talked.state().active()).isFalse();
    assertThat(talked.waitingSince()).isEqualTo(SINCE);
    assertThat(talked.calls()).isEqualTo(1);
  }

  @Test
  void agentsWhoDoNotAnswerCostHerNothing() {
    CallBack callBack = ASKED;
    for (int i = 0; i < 20; i++) {
      callBack = callBack.agentRung(NOW).orElseThrow().agentMissed(NOW).orElseThrow();
    }

    assertThat(callBack).isEqualTo(ASKED);
  }

  @Test
  void sheIsCalledThreeTimesWithPauses() {
    CallBack first = missed(ASKED, NOW);
    assertThat(first.due()).isEqualTo(NOW.plus(Duration.ofMinutes(5)));
    assertThat(first.agentRung(NOW)).isEmpty();

    CallBack second = missed(first, first.due());
    assertThat(second.due()).isEqualTo(first.due().plus(Duration.ofMinutes(30)));

    CallBack third = missed(second, second.due());
    assertThat(third.state()).isEqualTo(State.UNREACHED);
    assertThat(third.agentRung(NOW.plus(Duration.ofDays(1)))).isEmpty();
  }

  @Test
  void whatDoesNotFitTheStateIsNothing() {
    assertThat(ASKED.callerRung()).isEmpty();
    assertThat(ASKED.talked()).isEmpty();
    assertThat(ASKED.callerMissed(NOW)).isEmpty();
    assertThat(ASKED.agentMissed(NOW)).isEmpty();
    assertThat(ASKED.agentRung(NOW).orElseThrow().agentRung(NOW)).isEmpty();
    assertThat(ASKED.agentRung(NOW).orElseThrow().withdrawn()).isEmpty();
    assertThat(ASKED.withdrawn().orElseThrow().state().active()).isFalse();
  }

  private static CallBack missed(CallBack callBack, Instant at) {
    return callBack
        .agentRung(at)
        .orElseThrow()
        .callerRung()
        .orElseThrow()
        .callerMissed(at)
        .orElseThrow();
  }
}
