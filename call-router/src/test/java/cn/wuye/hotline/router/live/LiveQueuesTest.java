package cn.wuye.hotline.router.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.wuye.hotline.router.agent.AgentRules;
import cn.wuye.hotline.router.agent.AgentSnapshot.Phone;
import cn.wuye.hotline.router.agent.AgentState;
import cn.wuye.hotline.router.agent.AgentState.Paused;
import cn.wuye.hotline.router.agent.AgentState.Ready;
import cn.wuye.hotline.router.agent.AgentState.Ringing;
import cn.wuye.hotline.router.agent.AgentState.Talking;
import cn.wuye.hotline.router.agent.AgentState.Unreachable;
import cn.wuye.hotline.router.agent.AgentState.WrapUp;
import cn.wuye.hotline.router.ami.AmiConnection;
import cn.wuye.hotline.router.ami.BlindSpan;
import cn.wuye.hotline.router.ami.Captured;
import cn.wuye.hotline.router.ami.FakeAmi;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LiveQueuesTest {
  private static final String QUEUE = "q-general";
  private static final String OTHER = "q-yue";
  private static final String DEVICE = "PJSIP/1001";

  private FakeAmi asterisk;
  private AmiConnection connection;
  private final Clock clock = Clock.systemUTC();
  private final LiveQueues queues = new LiveQueues(clock);
  private final LiveAgents agents = new LiveAgents(AgentRules.DEFAULT, clock);
  private final List<String> told = new CopyOnWriteArrayList<>();

  @BeforeEach
  void begin() throws IOException {
    asterisk = new FakeAmi();
    asterisk.channels(Captured.shown("1.1", 6), Captured.shown("1.2", 6));
    asterisk.queues(
        Captured.queueParams(QUEUE, 2),
        Captured.queueMember(QUEUE, DEVICE, 1, 0, "", 0),
        Captured.queueEntry(QUEUE, "1.1", 1, 40),
        Captured.queueEntry(QUEUE, "1.2", 2, 10),
        Captured.queueParams(OTHER, 0));
    connection = new AmiConnection(asterisk.settings(), clock);
    queues.addListener(agents);
    queues.addListener(new Recorder());
    agents.addListener(
        (device, before, after) ->
            told.add(before.getClass().getSimpleName() + " > " + after.getClass().getSimpleName()));
    connection.addListener(queues);
    connection.start();
    await().until(() -> queues.now().current());
  }

  @AfterEach
  void end() throws IOException {
    connection.close();
    asterisk.close();
  }

  @Test
  void queuesThatWereReadAnewAreThereAndThoseThatAreGoneStayWhileSomebodyIsInThem() {
    queues.reread(Set.of("q-new"));

    assertThat(queues.now().queue("q-new")).isPresent();
    assertThat(queues.now().queue(OTHER)).isEmpty();
    assertThat(queues.now().queue(QUEUE)).isPresent();
  }

  @Test
  void knowsWhoWaitedBeforeItCame() {
    QueueView queue = queues.now().queue(QUEUE).orElseThrow();

    assertThat(queue.waiting()).extracting(WaitingCaller::call).containsExactly("1.1", "1.2");
    assertThat(queue.waiting().get(0).since())
        .isBetween(Instant.now(clock).minusSeconds(60), Instant.now(clock).minusSeconds(35));
    assertThat(queue.members())
        .singleElement()
        .satisfies(
            member -> {
              assertThat(member.device()).isEqualTo(DEVICE);
              assertThat(member.penalty()).isEqualTo(10);
              assertThat(member.phone()).isEqualTo(Phone.FREE);
              assertThat(member.pause()).isEmpty();
              assertThat(member.lastCallAt()).isEmpty();
            });
    assertThat(queue.staffed()).isTrue();
    assertThat(queues.now().queue(OTHER).orElseThrow().staffed()).isFalse();
    await().until(() -> state() instanceof Ready);
  }

  /** The five events of a call, in their order. */
  @Test
  void followsACallThroughTheQueue() {
    asterisk.say(Captured.joined(QUEUE, "2.2", 3));
    await().until(() -> waiting().equals(List.of("1.1", "1.2", "2.2")));
    assertThat(queues.now().queue(QUEUE).orElseThrow().waiting().get(2).since())
        .isEqualTo(Captured.AT);
    asterisk.say(Captured.agentCalled(QUEUE, "2.2", DEVICE));
    await().until(() -> state() instanceof Ringing ringing && ringing.call().equals("2.2"));
    asterisk.say(Captured.left(QUEUE, "2.2"));
    asterisk.say(Captured.agentConnect(QUEUE, "2.2", DEVICE));
    await().until(() -> state() instanceof Talking);
    assertThat(waiting()).containsExactly("1.1", "1.2");
    asterisk.say(Captured.agentComplete(QUEUE, "2.2", DEVICE));
    await().until(() -> told.contains("Ended 2.2 95 caller"));

    assertThat(state()).isInstanceOf(WrapUp.class);
    assertThat(told)
        .containsSubsequence(
            "Joined 2.2", "Rung 2.2", "Left 2.2", "Answered 2.2 12", "Ended 2.2 95 caller");
  }

  @Test
  void aTalkOfWhichNoEndIsToldIsOverWhenTheCallerIsGone() {
    asterisk.say(Captured.left(QUEUE, "1.1"));
    asterisk.say(Captured.agentConnect(QUEUE, "1.1", DEVICE));
    await().until(() -> state() instanceof Talking);
    asterisk.say(Captured.hangup("1.2", 16));
    asterisk.say(Captured.hangup("1.1", 16));
    await().until(() -> state() instanceof WrapUp);
    asterisk.say(Captured.agentComplete(QUEUE, "1.1", DEVICE));
    asterisk.say(Captured.left(QUEUE, "1.2"));
    await().until(() -> told.contains("Left 1.2"));

    assertThat(told).filteredOn(text -> text.startsWith("Ended 1.1")).hasSize(1);
    assertThat(queues.now().calls()).isEmpty();
  }

  @Test
  void aTalkOfWhichNoEndIsToldIsOverWhenThePhoneIsFreeAndTheCallWasCounted() {
    asterisk.say(Captured.agentConnect(QUEUE, "1.1", DEVICE));
    await().until(() -> state() instanceof Talking);
    asterisk.say(Captured.memberEvent("Status", QUEUE, DEVICE, 1, 0, ""));
    asterisk.say(Captured.left(QUEUE, "1.2"));
    await().until(() -> told.contains("Left 1.2"));
    assertThat(state()).isInstanceOf(Talking.class);

    long counted = Instant.now(clock).getEpochSecond();
    asterisk.say(Captured.memberEvent("Status", QUEUE, DEVICE, 1, 0, "", counted));
    await().until(() -> told.stream().anyMatch(text -> text.startsWith("Ended 1.1")));
    assertThat(state()).isInstanceOf(WrapUp.class);
  }

  @Test
  void aBusyPhoneWhoseCallerStillWaitsRings() throws IOException {
    asterisk.say(Captured.agentCalled(QUEUE, "1.1", DEVICE));
    await().until(() -> state() instanceof Ringing);
    @Nullable AgentState before = state();
    asterisk.queues(
        Captured.queueParams(QUEUE, 1),
        Captured.queueMember(QUEUE, DEVICE, 3, 0, "", 0),
        Captured.queueEntry(QUEUE, "1.1", 1, 40));
    asterisk.cut();
    await().until(() -> told.contains("replaced after blindness"));

    assertThat(state()).isEqualTo(before);
  }

  @Test
  void aCallerWithPrecedenceStandsWhereAsteriskPutHer() {
    asterisk.say(Captured.joined(QUEUE, "3.3", 1));
    await().until(() -> waiting().equals(List.of("3.3", "1.1", "1.2")));
    asterisk.say(Captured.joined(QUEUE, "4.4", 2));
    await().until(() -> waiting().equals(List.of("3.3", "4.4", "1.1", "1.2")));
  }

  @Test
  void aCallerWhoGivesUpIsGone() {
    asterisk.say(Captured.left(QUEUE, "1.1"));
    asterisk.say(Captured.left(QUEUE, "1.1"));
    await().until(() -> told.contains("Left 1.1"));
    assertThat(waiting()).containsExactly("1.2");
  }

  @Test
  void anAgentWhoDoesNotAnswerIsPausedByAsterisk() {
    await().until(() -> state() instanceof Ready);
    asterisk.say(Captured.agentCalled(QUEUE, "1.1", DEVICE));
    asterisk.say(Captured.agentRingNoAnswer(QUEUE, "1.1", DEVICE));
    asterisk.say(Captured.memberEvent("Pause", QUEUE, DEVICE, 1, 1, "Auto-Pause"));
    await().until(() -> state() instanceof Paused paused && paused.reason().equals("Auto-Pause"));
    assertThat(queues.now().queue(QUEUE).orElseThrow().staffed()).isFalse();
    asterisk.say(Captured.memberEvent("Pause", QUEUE, DEVICE, 1, 0, ""));
    await().until(() -> state() instanceof Ready);
  }

  @Test
  void aPhoneThatVanishesAndComesBack() {
    await().until(() -> state() instanceof Ready);
    asterisk.say(Captured.memberEvent("Status", QUEUE, DEVICE, 5, 0, ""));
    await().until(() -> state() instanceof Unreachable);
    asterisk.say(Captured.memberEvent("Status", QUEUE, DEVICE, 1, 0, ""));
    await().until(() -> state() instanceof Ready);
  }

  @Test
  void aCallerWhoHangsUpWhileItRingsLeavesNothingBehind() {
    await().until(() -> state() instanceof Ready);
    asterisk.say(Captured.agentCalled(QUEUE, "1.1", DEVICE));
    asterisk.say(Captured.memberEvent("Status", QUEUE, DEVICE, 6, 0, ""));
    await().until(() -> state() instanceof Ringing);
    asterisk.say(Captured.memberEvent("Status", QUEUE, DEVICE, 1, 0, ""));
    await().until(() -> state() instanceof Ready);
    assertThat(queues.now().calls()).isEmpty();
  }

  @Test
  void anotherPenaltyLeavesAllElseOfAMemberAsItWas() {
    long counted = Instant.now(clock).getEpochSecond();
    asterisk.say(Captured.memberEvent("Pause", QUEUE, DEVICE, 1, 1, "lunch", counted));
    await().until(() -> member(QUEUE).pause().isPresent());
    QueueMember before = member(QUEUE);
    asterisk.say(Captured.memberPenalty(QUEUE, "PJSIP/1002", 40));
    asterisk.say(Captured.memberPenalty("q-none", DEVICE, 40));
    asterisk.say(Captured.memberPenalty(QUEUE, DEVICE, 30));
    await().until(() -> told.contains("Seen 1001 30"));

    assertThat(member(QUEUE))
        .isEqualTo(
            new QueueMember(
                QUEUE,
                DEVICE,
                30,
                before.pause(),
                before.pausedAt(),
                before.phone(),
                before.calls(),
                before.lastCallAt()));
    assertThat(before.lastCallAt()).contains(Instant.ofEpochSecond(counted));
    assertThat(queues.now().queue("q-none")).isEmpty();
    assertThat(told).filteredOn(text -> text.startsWith("Seen")).containsExactly("Seen 1001 30");
  }

  @Test
  void whoLeavesTheLastQueueIsGone() {
    await().until(() -> state() instanceof Ready);
    asterisk.say(Captured.memberEvent("Added", OTHER, DEVICE, 1, 0, ""));
    asterisk.say(Captured.memberEvent("Removed", QUEUE, DEVICE, 1, 0, ""));
    await().until(() -> queues.now().queue(QUEUE).orElseThrow().members().isEmpty());
    assertThat(state()).isInstanceOf(Ready.class);
    asterisk.say(Captured.memberEvent("Removed", OTHER, DEVICE, 1, 0, ""));
    await().until(() -> state() == null);
  }

  @Test
  void afterACutTheWholeStateIsTakenAnew() throws IOException {
    await().until(() -> state() instanceof Ready);
    asterisk.channels(Captured.shown("5.5", 6));
    asterisk.queues(
        Captured.queueParams(QUEUE, 1),
        Captured.queueMember(QUEUE, DEVICE, 1, 1, "lunch", 0),
        Captured.queueEntry(QUEUE, "5.5", 1, 3));
    asterisk.cut();
    await().until(() -> told.contains("replaced after blindness"));

    assertThat(told).containsSubsequence("replaced", "lost", "replaced after blindness");
    assertThat(waiting()).containsExactly("5.5");
    assertThat(queues.now().queue(OTHER)).isEmpty();
    assertThat(state()).isEqualTo(new Paused(Instant.ofEpochSecond(1_772_366_000), "lunch"));
  }

  @Test
  void aTalkThatWasGoingOnIsKnownAgainAfterACut() throws IOException {
    asterisk.say(Captured.agentConnect(QUEUE, "1.1", DEVICE));
    await().until(() -> state() instanceof Talking);
    @Nullable AgentState before = state();
    asterisk.queues(
        Captured.queueParams(QUEUE, 0), Captured.queueMember(QUEUE, DEVICE, 2, 0, "", 0));
    asterisk.cut();
    await().until(() -> told.contains("replaced after blindness"));

    assertThat(state()).isEqualTo(before);
    asterisk.say(Captured.agentComplete(QUEUE, "1.1", DEVICE));
    await().until(() -> state() instanceof WrapUp);
  }

  @Test
  void anAsteriskWithoutQueuesIsNoReasonToBeBlind() throws IOException {
    asterisk.on(
        "QueueStatus",
        action -> "Response: Error\nActionID: %ID%\nMessage: Invalid/unknown command\n\n");
    asterisk.cut();
    await().until(() -> told.contains("replaced after blindness"));

    assertThat(queues.now().queues()).isEmpty();
    assertThat(connection.connected()).isTrue();
  }

  @Test
  void whomAnotherNodeHasSentIsTheCallThatSheIsThere() {
    asterisk.say(arriving("2.2"));
    asterisk.say(sent(Captured.joined(QUEUE, "2.2", 3)));
    await().until(() -> waiting().equals(List.of("1.1", "1.2", "node-9-7.1")));
    asterisk.say(sent(Captured.agentCalled(QUEUE, "2.2", DEVICE)));
    asterisk.say(sent(Captured.left(QUEUE, "2.2")));
    asterisk.say(sent(Captured.agentConnect(QUEUE, "2.2", DEVICE)));
    await().until(() -> state() instanceof Talking talking && talking.call().equals("node-9-7.1"));
    assertThat(waiting()).containsExactly("1.1", "1.2");
    // The agent's phone has her account code, too: another channel of it is not hers.
    asterisk.say(coded(Captured.hangup("2.3", 16)));
    asterisk.say(Captured.left(QUEUE, "1.2"));
    await().until(() -> told.contains("Left 1.2"));
    assertThat(state()).isInstanceOf(Talking.class);
    asterisk.say(sent(Captured.hangup("2.2", 16)));
    await().until(() -> told.stream().anyMatch(text -> text.startsWith("Ended node-9-7.1")));

    assertThat(told)
        .containsSubsequence(
            "Joined node-9-7.1", "Rung node-9-7.1", "Left node-9-7.1", "Answered node-9-7.1 12");
  }

  @Test
  void whomAnotherNodeHasSentIsKnownAgainAfterACut() throws IOException {
    asterisk.channels(sent(Captured.shown("2.2", 4)), Captured.shown("1.2", 6));
    asterisk.queues(
        Captured.queueParams(QUEUE, 2),
        Captured.queueEntry(QUEUE, "2.2", 1, 40),
        Captured.queueEntry(QUEUE, "1.2", 2, 10));
    asterisk.cut();
    await().until(() -> told.contains("replaced after blindness"));

    assertThat(waiting()).containsExactly("node-9-7.1", "1.2");
  }

  @Test
  void theEndOfATalkThatIsToldAfterTheHangUpIsStillThatOfHerCall() {
    asterisk.say(arriving("2.2"));
    asterisk.say(sent(Captured.joined(QUEUE, "2.2", 3)));
    asterisk.say(sent(Captured.left(QUEUE, "2.2")));
    asterisk.say(sent(Captured.agentConnect(QUEUE, "2.2", DEVICE)));
    asterisk.say(sent(Captured.hangup("2.2", 16)));
    asterisk.say(sent(Captured.agentComplete(QUEUE, "2.2", DEVICE)));
    asterisk.say(Captured.left(QUEUE, "1.2"));
    await().until(() -> told.contains("Left 1.2"));

    assertThat(told)
        .filteredOn(text -> text.startsWith("Ended"))
        .singleElement()
        .asString()
        .startsWith("Ended node-9-7.1");
  }

  /** Her channel is not among those that were asked for before the queues were. */
  @Test
  void whoIsSentDuringTheLoginJoinsOnceAndAsHerCall() throws IOException {
    asterisk.channels(Captured.shown("1.2", 6));
    asterisk.queues(
        Captured.queueParams(QUEUE, 2),
        Captured.queueEntry(QUEUE, "1.2", 1, 10),
        sent(Captured.queueEntry(QUEUE, "2.2", 2, 0)));
    asterisk.cut();
    await().until(() -> told.contains("replaced after blindness"));
    asterisk.say(arriving("2.2"));
    asterisk.say(sent(Captured.joined(QUEUE, "2.2", 2)));
    await().until(() -> told.contains("Joined node-9-7.1"));

    assertThat(waiting()).containsExactly("1.2", "node-9-7.1");
  }

  @Test
  void anAccountCodeOfAnotherChannelIsNoCall() {
    asterisk.say(coded(Captured.joined(QUEUE, "2.2", 3)));
    await().until(() -> waiting().size() == 3);

    assertThat(waiting()).containsExactly("1.1", "1.2", "2.2");
  }

  /** Its extension names the queue and the call. */
  private static String arriving(String id) {
    return sent(Captured.newChannel(id))
        .replaceFirst("(?m)^Exten:.*$", "Exten: " + QUEUE + "_node-9-7.1")
        .replaceAll("(?m)^AccountCode:.*\n", "");
  }

  /** By the channel of another node. */
  private static String sent(String event) {
    return coded(event).replace("PJSIP/trunk-00000001", "PJSIP/hotline-node-00000001");
  }

  private static String coded(String event) {
    return event
        .replaceAll("(?m)^AccountCode:.*\n", "")
        .replaceFirst("(?m)^Uniqueid:", "AccountCode: node-9-7.1\nUniqueid:");
  }

  /** The only one. */
  private QueueMember member(String queue) {
    List<QueueMember> members = queues.now().queue(queue).orElseThrow().members();
    assertThat(members).hasSize(1);
    return members.get(0);
  }

  private List<String> waiting() {
    return queues.now().queue(QUEUE).orElseThrow().waiting().stream()
        .map(WaitingCaller::call)
        .toList();
  }

  private @Nullable AgentState state() {
    return agents.states().get(DEVICE);
  }

  private final class Recorder implements QueuesListener {
    @Override
    public void happened(QueueHappening happening, Instant at) {
      if (happening instanceof QueueHappening.Joined joined) {
        told.add("Joined " + joined.call());
      } else if (happening instanceof QueueHappening.Left left) {
        told.add("Left " + left.call());
      } else if (happening instanceof QueueHappening.Rung rung) {
        told.add("Rung " + rung.call());
      } else if (happening instanceof QueueHappening.Answered answered) {
        told.add("Answered " + answered.call() + " " + answered.waited().toSeconds());
      } else if (happening instanceof QueueHappening.Ended ended) {
        told.add("Ended " + ended.call() + " " + ended.talked().toSeconds() + " " + ended.reason());
      } else if (happening instanceof QueueHappening.MemberSeen seen) {
        QueueMember member = seen.member();
        told.add("Seen " + member.device().replace("PJSIP/", "") + " " + member.penalty());
      }
    }

    @Override
    public void replaced(QueuesNow now, Optional<BlindSpan> blind) {
      told.add(blind.isPresent() ? "replaced after blindness" : "replaced");
    }

    @Override
    public void lost() {
      told.add("lost");
    }
  }
}
