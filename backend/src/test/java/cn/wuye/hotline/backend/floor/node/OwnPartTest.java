package cn.wuye.hotline.backend.floor.node;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.backend.floor.Agent;
import cn.wuye.hotline.backend.floor.Caller;
import cn.wuye.hotline.backend.floor.Doing;
import cn.wuye.hotline.backend.floor.MachineCaller;
import cn.wuye.hotline.backend.floor.NodePart;
import cn.wuye.hotline.backend.floor.SampleFloor;
import cn.wuye.hotline.router.agent.AgentSnapshot.Phone;
import cn.wuye.hotline.router.agent.AgentState;
import cn.wuye.hotline.router.live.QueueMember;
import cn.wuye.hotline.router.live.QueueView;
import cn.wuye.hotline.router.live.QueuesNow;
import cn.wuye.hotline.router.live.WaitingCaller;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OwnPartTest {
  private static final Instant NOW = Instant.parse("2026-03-02T02:00:00Z");
  private static final Told TOLD = new Told("138****0001", "1", "yue", true, "电梯坏了");

  private final List<String> asked = new ArrayList<>();
  private final Set<String> channels = new HashSet<>();
  private final OwnPart own =
      new OwnPart(
          "node-1",
          call -> {
            asked.add(call);
            return TOLD;
          },
          channels::contains,
          (device, told) -> told);

  private NodePart part(QueuesNow queues, Map<String, AgentState> states, Instant now) {
    return own.of(queues, states, List.of(), now);
  }

  private static QueueMember member(String queue, String device) {
    return new QueueMember(
        queue, device, 0, Optional.empty(), Optional.empty(), Phone.FREE, 0, Optional.empty());
  }

  private static QueuesNow queues(boolean current, QueueView... queues) {
    return new QueuesNow(current, List.of(queues), Map.of());
  }

  private static QueueView queue(String name, WaitingCaller... waiting) {
    return new QueueView(name, List.of(waiting), List.of());
  }

  @Test
  void aCallerIsShownWithWhatIsKnownOfHer() {
    NodePart part =
        part(queues(true, queue("q-sun", new WaitingCaller("1.1", NOW))), Map.of(), NOW);

    assertThat(part.callers())
        .containsExactly(new Caller("1.1", "sun", NOW, "138****0001", "1", "yue", true, "电梯坏了"));
    assertThat(part.seen()).isTrue();
  }

  @Test
  void whoTalksWithTheMachineIsShownUntilSheWaits() {
    MachineCaller first = SampleFloor.machine("1.1", "1", 5);
    MachineCaller other = SampleFloor.machine("1.2", "1", 5);

    NodePart part =
        own.of(
            queues(true, queue("q-sun", new WaitingCaller("1.1", NOW))),
            Map.of(),
            List.of(first, other),
            NOW);

    assertThat(part.machine()).containsExactly(other);
    assertThat(part.callers()).extracting(Caller::call).containsExactly("1.1");
  }

  @Test
  void whatStandsForACallBackIsNoCaller() {
    NodePart part =
        part(queues(true, queue("q-sun", new WaitingCaller("callback-5-1;2", NOW))), Map.of(), NOW);

    assertThat(part.callers()).isEmpty();
    assertThat(asked).isEmpty();
  }

  @Test
  void herWaitGoesOnWhenSheWasAskedSomethingInBetweenAndHerWordsAreReadAnew() {
    channels.add("1.1");
    part(queues(true, queue("q-sun", new WaitingCaller("1.1", NOW))), Map.of(), NOW);
    part(queues(true, queue("q-sun", new WaitingCaller("1.1", NOW))), Map.of(), NOW);
    assertThat(part(queues(true, queue("q-sun")), Map.of(), NOW).callers()).isEmpty();

    NodePart again =
        part(
            queues(true, queue("q-sun", new WaitingCaller("1.1", NOW.plusSeconds(70)))),
            Map.of(),
            NOW.plusSeconds(71));

    assertThat(again.callers()).extracting(Caller::since).containsExactly(NOW);
    assertThat(asked).containsExactly("1.1", "1.1");
  }

  @Test
  void whoHasHungUpIsForgotten() {
    part(queues(true, queue("q-sun", new WaitingCaller("1.1", NOW))), Map.of(), NOW);
    part(queues(true, queue("q-sun")), Map.of(), NOW);

    NodePart another =
        part(
            queues(true, queue("q-sun", new WaitingCaller("1.1", NOW.plusSeconds(70)))),
            Map.of(),
            NOW.plusSeconds(71));

    assertThat(another.callers()).extracting(Caller::since).containsExactly(NOW.plusSeconds(70));
  }

  @Test
  void agentsAreShownWithTheirQueuesAndOnlyWhoIsSignedIn() {
    QueueView sun = new QueueView("q-sun", List.of(), List.of(member("q-sun", "PJSIP/1001")));
    QueueView hand = new QueueView("hand", List.of(), List.of(member("hand", "PJSIP/1001")));
    Map<String, AgentState> states =
        Map.of(
            "PJSIP/1001", new AgentState.Paused(NOW, "meal"),
            "PJSIP/1002", new AgentState.Gone(NOW),
            "PJSIP/1003", new AgentState.WrapUp(NOW, "1.1", NOW.plusSeconds(45)),
            "PJSIP/1004", new AgentState.Ringing(NOW, "1.2"),
            "PJSIP/1005", new AgentState.Talking(NOW, "1.3", Optional.of("meal")),
            "PJSIP/1006", new AgentState.Unreachable(NOW, Optional.empty()),
            "PJSIP/1007", new AgentState.Ready(NOW));

    NodePart part = part(queues(true, sun, hand), states, NOW);

    assertThat(part.agents())
        .containsExactly(
            new Agent("1001", Doing.PAUSED, NOW, null, "meal", List.of("hand", "sun")),
            new Agent("1003", Doing.WRAP_UP, NOW, NOW.plusSeconds(45), "", List.of()),
            new Agent("1004", Doing.RINGING, NOW, null, "", List.of()),
            new Agent(
                "1005", Doing.TALKING, NOW, null, "", List.of(), new Agent.Talk("1.3", "", "1")),
            new Agent("1006", Doing.UNREACHABLE, NOW, null, "", List.of()),
            new Agent("1007", Doing.READY, NOW, null, "", List.of()));
  }

  @Test
  void ofATalkTheQueueAndTheEstateOfTheCallerAreKept() {
    channels.add("1.1");
    part(queues(true, queue("q-sun", new WaitingCaller("1.1", NOW))), Map.of(), NOW);

    NodePart part =
        part(
            queues(true, queue("q-sun")),
            Map.of("PJSIP/1001", new AgentState.Talking(NOW, "1.1", Optional.empty())),
            NOW.plusSeconds(5));

    assertThat(part.agents())
        .extracting(Agent::talk)
        .containsExactly(new Agent.Talk("1.1", "sun", "1"));
    assertThat(asked).containsExactly("1.1");
  }

  @Test
  void whenItGoesBlindAndSeesAgainIsKept() {
    part(queues(true), Map.of(), NOW);
    NodePart blind = part(queues(false), Map.of(), NOW.plusSeconds(5));
    NodePart still = part(queues(false), Map.of(), NOW.plusSeconds(9));
    NodePart back = part(queues(true), Map.of(), NOW.plusSeconds(20));

    assertThat(blind.seen()).isFalse();
    assertThat(still.since()).isEqualTo(NOW.plusSeconds(5));
    assertThat(back.since()).isEqualTo(NOW.plusSeconds(20));
  }
}
