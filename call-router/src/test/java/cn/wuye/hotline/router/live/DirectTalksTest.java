package cn.wuye.hotline.router.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.wuye.hotline.router.agent.AgentRules;
import cn.wuye.hotline.router.agent.AgentState;
import cn.wuye.hotline.router.agent.AgentState.Paused;
import cn.wuye.hotline.router.agent.AgentState.Ready;
import cn.wuye.hotline.router.agent.AgentState.Ringing;
import cn.wuye.hotline.router.agent.AgentState.Talking;
import cn.wuye.hotline.router.agent.AgentState.WrapUp;
import cn.wuye.hotline.router.ami.AmiConnection;
import cn.wuye.hotline.router.ami.Captured;
import cn.wuye.hotline.router.ami.FakeAmi;
import cn.wuye.hotline.router.channel.LiveChannels;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DirectTalksTest {
  private static final String QUEUE = "q-general";
  private static final String DEVICE = "PJSIP/1001";
  private static final String COLLEAGUE = "PJSIP/1002";
  private static final String CALLER = "1.2";
  private static final String PHONE = "9.9";

  private FakeAmi asterisk;
  private AmiConnection connection;
  private final Clock clock = Clock.systemUTC();
  private final LiveQueues queues = new LiveQueues(clock);
  private final LiveChannels channels = new LiveChannels(clock);
  private final LiveAgents agents = new LiveAgents(AgentRules.DEFAULT, clock);
  private final List<String> did = new CopyOnWriteArrayList<>();

  @BeforeEach
  void begin() throws IOException {
    asterisk = new FakeAmi();
    asterisk.channels(
        Captured.shown("1.1", 6),
        Captured.shown(CALLER, 6),
        Captured.shown("3.3", 6).replace("PJSIP/trunk-", "PJSIP/1002-"),
        Captured.shown("4.4", 6).replace("PJSIP/trunk-", "Local/1001@hotline-outbound-"));
    asterisk.queues(
        Captured.queueParams(QUEUE, 1),
        Captured.queueMember(QUEUE, DEVICE, 1, 0, "", 0),
        Captured.queueMember(QUEUE, COLLEAGUE, 1, 0, "", 0),
        Captured.queueEntry(QUEUE, "1.1", 1, 40));
    connection = new AmiConnection(asterisk.settings(), clock);
    queues.addListener(agents);
    agents.addListener((device, before, after) -> did.add(after.getClass().getSimpleName()));
    connection.addListener(channels);
    connection.addListener(queues);
    DirectTalks talks =
        new DirectTalks(channels, queues, agents, new QueueCommands(connection), clock);
    queues.addListener(talks);
    connection.addListener(talks);
    connection.start();
    await().until(() -> state() instanceof Ready);
  }

  @AfterEach
  void end() throws IOException {
    connection.close();
    asterisk.close();
  }

  @Test
  void theAgentRingsTalksAndHasAWrapUpThatAsteriskKeepsAsAPause() {
    asterisk.say(Captured.dialBegins(CALLER, DEVICE));
    await().until(() -> state() instanceof Ringing ringing && ringing.call().equals(CALLER));
    asterisk.say(Captured.dialEnds(CALLER, DEVICE, "ANSWER"));
    await().until(() -> state() instanceof Talking talking && talking.call().equals(CALLER));
    asterisk.say(Captured.hangup(PHONE, 16));
    await().until(() -> state() instanceof WrapUp wrapUp && wrapUp.call().equals(CALLER));

    await().until(() -> !asterisk.actions("QueuePause").isEmpty());
    Map<String, String> pause = asterisk.actions("QueuePause").get(0);
    assertThat(pause)
        .containsEntry("interface", DEVICE)
        .containsEntry("paused", "true")
        .containsEntry("reason", AgentRules.WRAP_UP);
    asterisk.say(Captured.memberEvent("Pause", QUEUE, DEVICE, 1, 1, AgentRules.WRAP_UP));
    // Her own key: she takes calls again, which with Asterisk's own wrap-up would change nothing.
    asterisk.say(Captured.memberEvent("Pause", QUEUE, DEVICE, 1, 0, ""));
    await().until(() -> state() instanceof Ready);
    assertThat(did).containsSubsequence("Ringing", "Talking", "WrapUp", "Ready");
  }

  /** A queue in which all pause turns callers away. */
  @Test
  void whoIsAloneInAQueueIsNotPaused() {
    asterisk.say(Captured.memberEvent("Pause", QUEUE, COLLEAGUE, 1, 1, "lunch"));
    asterisk.say(Captured.dialBegins(CALLER, DEVICE));
    asterisk.say(Captured.dialEnds(CALLER, DEVICE, "ANSWER"));
    asterisk.say(Captured.hangup(PHONE, 16));
    await().until(() -> state() instanceof WrapUp);

    told();
    assertThat(asterisk.actions("QueuePause")).isEmpty();
  }

  @Test
  void aWrapUpEndsWhereNobodyElseIsLeft() {
    asterisk.say(Captured.dialBegins(CALLER, DEVICE));
    asterisk.say(Captured.dialEnds(CALLER, DEVICE, "ANSWER"));
    asterisk.say(Captured.hangup(PHONE, 16));
    await().until(() -> !asterisk.actions("QueuePause").isEmpty());
    asterisk.say(Captured.memberEvent("Pause", QUEUE, DEVICE, 1, 1, AgentRules.WRAP_UP));
    asterisk.say(Captured.memberEvent("Pause", QUEUE, COLLEAGUE, 1, 1, "lunch"));

    await().until(() -> asterisk.actions("QueuePause").size() == 2);
    assertThat(asterisk.actions("QueuePause").get(1))
        .containsEntry("interface", DEVICE)
        .containsEntry("paused", "false");
  }

  @Test
  void whoDoesNotAnswerIsReadyAgainAndHasNoWrapUp() {
    asterisk.say(Captured.dialBegins(CALLER, DEVICE));
    await().until(() -> state() instanceof Ringing);
    asterisk.say(Captured.dialEnds(CALLER, DEVICE, "NOANSWER"));
    asterisk.say(Captured.hangup(PHONE, 16));
    await().until(() -> state() instanceof Ready);

    told();
    assertThat(asterisk.actions("QueuePause")).isEmpty();
    assertThat(did).doesNotContain("Talking", "WrapUp");
  }

  @Test
  void thePauseOfWhoPausesGoesOnAfterTheTalk() {
    asterisk.say(Captured.memberEvent("Pause", QUEUE, DEVICE, 1, 1, "lunch"));
    asterisk.say(Captured.dialBegins(CALLER, DEVICE));
    asterisk.say(Captured.dialEnds(CALLER, DEVICE, "ANSWER"));
    await().until(() -> state() instanceof Talking);
    asterisk.say(Captured.hangup(PHONE, 16));
    await().until(() -> state() instanceof Paused paused && paused.reason().equals("lunch"));

    told();
    assertThat(asterisk.actions("QueuePause")).isEmpty();
  }

  @Test
  void whatAQueueRingsForIsTheQueuesToTell() {
    asterisk.say(Captured.dialBegins("1.1", DEVICE));
    asterisk.say(Captured.dialEnds("1.1", DEVICE, "ANSWER"));

    told();
    assertThat(state()).isInstanceOf(Ready.class);
  }

  @Test
  void aColleagueWhoDialsOrIsAskedIsNoCaller() {
    asterisk.say(Captured.dialBegins("3.3", DEVICE));
    asterisk.say(Captured.dialEnds("3.3", DEVICE, "ANSWER"));
    asterisk.say(Captured.dialBegins("4.4", DEVICE));
    asterisk.say(Captured.dialEnds("4.4", DEVICE, "ANSWER"));

    told();
    assertThat(state()).isInstanceOf(Ready.class);
  }

  /** What came before has been taken in. */
  private void told() {
    asterisk.say(Captured.left(QUEUE, "1.1"));
    await().until(() -> !queues.now().waits("1.1"));
  }

  private @Nullable AgentState state() {
    return agents.states().get(DEVICE);
  }
}
