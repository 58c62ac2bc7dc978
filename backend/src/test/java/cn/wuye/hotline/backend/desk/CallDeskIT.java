package cn.wuye.hotline.backend.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.wuye.hotline.backend.HotlineProperties;
import cn.wuye.hotline.backend.audit.Audit;
import cn.wuye.hotline.backend.database.OnMariaDb;
import cn.wuye.hotline.backend.persistence.Transactions;
import cn.wuye.hotline.backend.queue.AgentQueues;
import cn.wuye.hotline.backend.user.Role;
import cn.wuye.hotline.backend.user.SignedInUser;
import cn.wuye.hotline.backend.user.Staff;
import cn.wuye.hotline.ivr.conversation.CallId;
import cn.wuye.hotline.ivr.port.Directory;
import cn.wuye.hotline.router.agent.AgentState;
import cn.wuye.hotline.router.callback.CallBackCalls;
import cn.wuye.hotline.router.channel.LiveChannel;
import cn.wuye.hotline.router.channel.LiveChannel.State;
import cn.wuye.hotline.router.control.ListenMode;
import cn.wuye.hotline.router.live.Placeholder;
import cn.wuye.hotline.router.originate.RingOutcome;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An agent's day at the desk, on a real database and a telephone in memory. */
@OnMariaDb
@SuppressWarnings("NullAway.Init")
class CallDeskIT {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  @Autowired ApplicationContext application;
  @Autowired JdbcClient jdbc;
  @Autowired Transactions transactions;
  @Autowired HotlineProperties hotline;
  @Autowired AgentQueues queues;
  @Autowired Directory directory;
  @Autowired Audit audit;
  @Autowired Clock clock;
  @Autowired DeskScreens screens;
  @Autowired DeskLog log;

  private final FakeTelephone telephone = new FakeTelephone();
  private final DeskThread thread = new DeskThread();
  private final Map<String, LiveChannel> channels = new HashMap<>();
  private final String tag = UUID.randomUUID().toString().substring(0, 8);
  private String caller = "node-1-" + tag + ".1";
  private final String extension = free();
  private final String device = "PJSIP/" + extension;
  private Seats seats;
  private DeskCalls calls;
  private AgentDesk desk;
  private CallDesk control;
  private DeskWatch watch;
  private BrowserPhones pages;
  private SignedInUser me;

  @BeforeEach
  void begin() {
    seats = new Seats(jdbc, transactions, hotline, clock);
    calls = new DeskCalls(jdbc, hotline);
    desk = new AgentDesk(seats, calls, queues, telephone, screens, hotline);
    control =
        new CallDesk(
            calls,
            telephone,
            new Targets(seats, telephone, directory, jdbc),
            screens,
            audit,
            thread,
            log,
            clock);
    watch =
        new DeskWatch(
            seats,
            calls,
            control,
            telephone,
            screens,
            thread,
            id -> Optional.ofNullable(channels.get(id)),
            clock);
    pages = new BrowserPhones(control, calls, screens, thread);
    phone(extension, "desk");
    me = Staff.signedIn(application, "agent-" + tag, Role.AGENT);
    channels.put(caller, channel(caller, "PJSIP/loop-1", caller, State.UP));
    telephone.up.add(caller);
  }

  @AfterEach
  void end() {
    thread.close();
    jdbc.sql("DELETE FROM agent_phone WHERE extension LIKE '7%'").update();
  }

  // ---------------------------------------------------------------- where she sits
  @Test
  void whoSitsDownTakesCallsOfTheQueuesThatAreHers() {
    assertThat(desk.signIn(me, extension)).isEqualTo(DeskOutcome.DONE);

    assertThat(telephone.asked).hasSize(1).first().asString().startsWith("sign in " + device);
    assertThat(desk.status(me).seat()).map(Seat::phone).contains(new DeskPhone(extension, false));
    assertThat(desk.status(me).state()).isInstanceOf(AgentState.Ready.class);
  }

  @Test
  void atEachPhoneSitsOne() {
    SignedInUser other = Staff.signedIn(application, "other-" + tag, Role.AGENT);
    assertThat(desk.signIn(me, extension)).isEqualTo(DeskOutcome.DONE);

    assertThat(desk.signIn(other, extension)).isEqualTo(DeskOutcome.OCCUPIED);
    assertThat(desk.signIn(other, "99")).isEqualTo(DeskOutcome.NO_PHONE);

    assertThat(desk.phones(other)).extracting(DeskPhone::extension).doesNotContain(extension);
    assertThat(seats.at(extension)).map(Seat::user).contains(me.id());
  }

  @Test
  void aPhoneOfAnotherNodeIsThatNodesToAsk() {
    desk.signIn(me, extension);
    jdbc.sql("UPDATE desk_seat SET node = 'node-9' WHERE user_id = ?").param(me.id()).update();
    telephone.asked.clear();

    assertThat(desk.status(me).elsewhere()).isEqualTo("node-9");
    assertThat(desk.pause(me, PauseReason.MEAL)).isEqualTo(DeskOutcome.ELSEWHERE);
    assertThat(desk.signOut(me)).isEqualTo(DeskOutcome.ELSEWHERE);
    assertThat(telephone.asked).isEmpty();
  }

  @Test
  void aPhoneOfSomebodyElseIsNoneOfHers() {
    SignedInUser owner = Staff.signedIn(application, "owner-" + tag, Role.AGENT);
    jdbc.sql("UPDATE agent_phone SET user_id = ? WHERE extension = ?")
        .params(owner.id(), extension)
        .update();

    assertThat(desk.signIn(me, extension)).isEqualTo(DeskOutcome.NO_PHONE);
    assertThat(desk.signIn(owner, extension)).isEqualTo(DeskOutcome.DONE);
  }

  @Test
  void whomAsteriskDoesNotTakeSitsNowhere() {
    telephone.away = true;

    assertThat(desk.signIn(me, extension)).isEqualTo(DeskOutcome.AWAY);

    assertThat(seats.of(me.id())).isEmpty();
    assertThat(desk.pause(me, PauseReason.MEAL)).isEqualTo(DeskOutcome.NO_SEAT);
  }

  @Test
  void pauseWrapUpAndReadyAreAskedOfAsterisk() {
    desk.signIn(me, extension);
    telephone.asked.clear();

    assertThat(desk.pause(me, PauseReason.MEAL)).isEqualTo(DeskOutcome.DONE);
    assertThat(desk.longer(me)).isEqualTo(DeskOutcome.NOT_NOW);
    telephone.states.put(
        device, new AgentState.WrapUp(Instant.EPOCH, caller, Instant.EPOCH.plusSeconds(45)));
    assertThat(desk.longer(me)).isEqualTo(DeskOutcome.DONE);
    assertThat(desk.ready(me)).isEqualTo(DeskOutcome.DONE);

    assertThat(telephone.asked)
        .startsWith("pause " + device + " meal", "pause " + device + " wrap-up")
        // Only the membership's end ends Asterisk's own wrap-up.
        .contains("sign out " + device)
        .last()
        .asString()
        .startsWith("sign in " + device);
  }

  @Test
  void aPauseThatMadeAWrapUpLongerEndsWithIt() {
    desk.signIn(me, extension);
    telephone.pauses.put(device, "wrap-up");

    watch.changed(
        device,
        new AgentState.WrapUp(Instant.EPOCH, caller, Instant.EPOCH.plusSeconds(105)),
        new AgentState.Ready(Instant.EPOCH.plusSeconds(105)));

    await().atMost(PATIENCE).until(() -> telephone.asked.contains("resume " + device));
  }

  // ---------------------------------------------------------------- the call on her screen
  @Test
  void theFirstRingPutsTheCallOnHerScreen() {
    desk.signIn(me, extension);

    rings();

    assertThat(calls.current(me.id())).map(DeskCall::stage).contains(Stage.RINGING);
    assertThat(calls.current(me.id())).map(DeskCall::call).contains(new CallId(caller));

    answers();
    assertThat(calls.current(me.id())).map(DeskCall::stage).contains(Stage.TALKING);
  }

  @Test
  void aRingInVainIsMissedAndNoMoreHers() {
    desk.signIn(me, extension);
    rings();
    telephone.legThere = false;

    leaves();

    assertThat(stage()).isEqualTo(Stage.MISSED);
    assertThat(calls.current(me.id())).isEmpty();
  }

  @Test
  void whatSheDialsHerselfAndWhatAColleagueDialsIsNoCaller() {
    desk.signIn(me, extension);
    String own = "own-" + tag;
    String colleague = "colleague-" + tag;
    channels.put(colleague, channel(colleague, "PJSIP/1001-9", colleague, State.UP));

    watch.changed(channel(own, device + "-1", own, State.RINGING));
    watch.changed(channel(own, device + "-2", colleague, State.RINGING));
    settled();

    assertThat(calls.current(me.id())).isEmpty();
  }

  @Test
  void afterABlindMomentWhatIsGoneIsOverAndWhatIsNewIsThere() {
    desk.signIn(me, extension);
    talks();
    String next = "node-1-" + tag + ".2";
    channels.put(next, channel(next, "PJSIP/loop-2", next, State.UP));
    telephone.up.remove(caller);

    watch.replaced(List.of(channel("leg2", device + "-2", next, State.UP)));
    settled();

    // Her phone talks, so the row of the first call stays until its own end is seen.
    assertThat(calls.find(new CallId(next), me.id())).map(DeskCall::stage).contains(Stage.TALKING);
    watch.replaced(List.of());
    settled();
    assertThat(calls.current(me.id())).isEmpty();
  }

  // ---------------------------------------------------------------- what she does with it
  @Test
  void withoutACallNothingCanBeDone() {
    desk.signIn(me, extension);

    assertThat(control.hold(me)).isEqualTo(DeskOutcome.NO_CALL);
    assertThat(control.hangUp(me)).isEqualTo(DeskOutcome.NO_CALL);
    rings();
    assertThat(control.hold(me)).isEqualTo(DeskOutcome.NO_CALL);
  }

  @Test
  void onHoldBothLeaveTheQueuesBridgeAndMeetAgainInTheRoom() {
    talks();

    assertThat(control.hold(me)).isEqualTo(DeskOutcome.DONE);
    assertThat(control.takeBack(me)).isEqualTo(DeskOutcome.DONE);
    assertThat(control.hold(me)).isEqualTo(DeskOutcome.DONE);

    assertThat(telephone.asked)
        .containsSubsequence(
            caller + " to hotline-desk-hold and leg to hotline-desk-person",
            caller + " to hotline-desk-caller " + caller,
            caller + " to hotline-desk-hold " + caller);
    assertThat(stage()).isEqualTo(Stage.HELD);
  }

  /** The half of it that rings her would leave her alone. */
  @Test
  void whoIsCalledBackIsNeitherHeldNorHandedOnNorParked() {
    caller = CallBackCalls.PREFIX + "7-" + tag.replaceAll("[^0-9]", "1");
    channels.put(caller, channel(caller, "Local/7@hotline-callback-queue-1;1", caller, State.UP));
    talks();

    assertThat(control.hold(me)).isEqualTo(DeskOutcome.IN_CALL_BACK);
    assertThat(control.mute(me, true)).isEqualTo(DeskOutcome.DONE);
    assertThat(stage()).isEqualTo(Stage.TALKING);
    assertThat(control.park(me.id())).as("her page is gone").isEmpty();

    assertThat(telephone.asked).noneMatch(asked -> asked.contains(" to "));
    assertThat(telephone.asked).contains("hang up leg");
  }

  /** Her phone rang for the next caller by Asterisk alone, while nobody looked. */
  @Test
  void aCallThatEndedUnseenIsOverThoughHerPhoneTalksInAnother() {
    talks();
    String next = "node-1-1763800000." + System.nanoTime() % 100_000;
    telephone.up.remove(caller);
    channels.put(next, channel(next, "PJSIP/carrier-9", next, State.UP));

    watch.replaced(List.of(channel("leg-9", device + "-9", next, State.UP)));
    settled();

    assertThat(calls.find(new CallId(caller), me.id())).map(DeskCall::stage).contains(Stage.OVER);
    assertThat(calls.current(me.id())).map(DeskCall::call).contains(new CallId(next));
  }

  /** The machine still follows her room: nobody takes her away from there. */
  @Test
  void inAnEmergencyTheCallerIsOnHerScreenAndStaysWhereSheIs() {
    desk.signIn(me, extension);
    String found = Placeholder.of(caller);
    watch.changed(channel(FakeTelephone.LEG, device + "-1", found, State.RINGING));
    settled();
    assertThat(calls.current(me.id()))
        .hasValueSatisfying(
            call -> {
              assertThat(call.call().value()).isEqualTo(caller);
              assertThat(call.stage()).isEqualTo(Stage.RINGING);
            });

    watch.changed(channel(FakeTelephone.LEG, device + "-1", found, State.UP));
    settled();
    assertThat(stage()).isEqualTo(Stage.JOINED);
    assertThat(control.hold(me)).isEqualTo(DeskOutcome.IN_EMERGENCY);
    assertThat(telephone.asked).noneMatch(asked -> asked.contains(" to "));
    assertThat(control.hangUp(me)).isEqualTo(DeskOutcome.DONE);
    assertThat(telephone.asked).contains("hang up leg");

    telephone.asked.clear();
    assertThat(control.park(me.id())).as("her page is gone").isEmpty();
    assertThat(telephone.asked).containsExactly("hang up leg");
    telephone.joined = true;
    telephone.asked.clear();
    CallSteps steps = steps();
    assertThat(steps.hangUp(extension, caller)).as("by a supervisor").isEqualTo(DeskOutcome.DONE);
    assertThat(steps.takeOver(extension, caller, "1009")).isEqualTo(DeskOutcome.NOT_NOW);
    assertThat(telephone.asked).containsExactly("hang up leg");
  }

  @Test
  void whatAsteriskDidNotDoHasNotHappened() {
    talks();
    telephone.away = true;

    assertThat(control.hold(me)).isEqualTo(DeskOutcome.AWAY);

    assertThat(stage()).isEqualTo(Stage.TALKING);
  }

  @Test
  void whoHangsUpOnAHeldCallerLeavesHerToTheOthers() {
    talks();
    control.hold(me);
    telephone.legThere = false;

    leaves();

    assertThat(telephone.asked).last().isEqualTo(caller + " to hotline-desk-back s");
    assertThat(stage()).isEqualTo(Stage.OVER);
  }

  @Test
  void askingSomebodyAndHandingOn() {
    talks();
    String other = asks();

    answered(other);
    assertThat(control.complete(me)).isEqualTo(DeskOutcome.DONE);

    assertThat(telephone.asked)
        .containsSubsequence(
            caller + " to hotline-desk-hold and leg to hotline-desk-person",
            "pause recording leg",
            caller + " to hotline-desk-caller " + caller,
            "hang up leg");
    assertThat(audited("desk.handed-on")).isEqualTo(1);
    telephone.legThere = false;
    leaves();
    assertThat(stage()).isEqualTo(Stage.HANDED_ON);
  }

  @Test
  void nobodyIsHandedOnToSomebodyWhoHasNotAnswered() {
    talks();
    asks();

    assertThat(control.complete(me)).isEqualTo(DeskOutcome.NOT_NOW);
    assertThat(control.takeBack(me)).isEqualTo(DeskOutcome.NOT_NOW);
  }

  @Test
  void whoIsAskedInVainLeavesTheCallerWithHerAgent() {
    talks();
    String other = asks();

    ring(other).complete(RingOutcome.NO_ANSWER);

    await().atMost(PATIENCE).until(() -> stage() == Stage.ROOM);
    assertThat(telephone.asked)
        .containsSubsequence(caller + " to hotline-desk-caller " + caller, "record leg");
  }

  @Test
  void whoIsAskedAndLeavesGivesTheCallerBack() {
    talks();
    String other = asks();
    answered(other);
    telephone.up.remove(other);

    watch.gone(channel(other, "Local/1@hotline-outbound-1;1", other, State.UP), 16);
    settled();

    assertThat(stage()).isEqualTo(Stage.ROOM);
    assertThat(calls.current(me.id())).map(DeskCall::other).contains("");
  }

  @Test
  void aColleagueWhoIsAskedHasTheCallOnHisScreen() {
    talks();
    String other = asks();
    DeskCall asked = calls.current(me.id()).orElseThrow();
    Seat colleague =
        seats.all().stream()
            .filter(seat -> seat.name().equals(asked.other()))
            .findFirst()
            .orElseThrow();

    watch.changed(channel("leg-2", colleague.phone().device() + "-1", other, State.RINGING));
    settled();

    assertThat(calls.current(colleague.user())).map(DeskCall::call).contains(new CallId(caller));
  }

  @Test
  void allThreeTalkAndTwoGoOnWhenTheAgentLeaves() {
    talks();
    String other = asks();
    answered(other);

    assertThat(control.takeBack(me)).isEqualTo(DeskOutcome.DONE);
    assertThat(stage()).isEqualTo(Stage.ROOM);
    assertThat(control.complete(me)).isEqualTo(DeskOutcome.DONE);

    assertThat(telephone.asked).last().isEqualTo("hang up leg");
  }

  @Test
  void whoHangsUpHerPhoneWhileAskingHandsOnToWhoHasAnswered() {
    talks();
    answered(asks());
    telephone.legThere = false;

    leaves();

    assertThat(telephone.asked).last().isEqualTo(caller + " to hotline-desk-caller " + caller);
    assertThat(stage()).isEqualTo(Stage.HANDED_ON);
  }

  @Test
  void handingOnUnasked() {
    talks();
    String target = target();

    assertThat(control.handOn(me, "", "duty:1")).isEqualTo(DeskOutcome.NO_TARGET);
    assertThat(control.handOn(me, "", target)).isEqualTo(DeskOutcome.DONE);

    assertThat(telephone.asked).last().asString().startsWith(caller + " to hotline-desk-transfer");
    assertThat(audited("desk.handed-on")).isEqualTo(1);
    // For the figures: Asterisk's queue cannot tell it.
    await().atMost(PATIENCE).until(() -> transfersInTheLog() == 1);
  }

  private long transfersInTheLog() {
    return jdbc.sql(
            "SELECT COUNT(*) FROM queue_event"
                + " WHERE call_id = :call AND kind = 'transferred' AND agent = :agent")
        .param("call", caller)
        .param("agent", extension)
        .query(Long.class)
        .single();
  }

  @Test
  void theRecordingIsPausedOnBothSidesAndThatIsWrittenDown() {
    talks();

    assertThat(control.pauseRecording(me, true)).isEqualTo(DeskOutcome.DONE);
    assertThat(telephone.asked).contains("pause recording " + caller, "pause recording leg");
    assertThat(calls.current(me.id())).map(DeskCall::recordingPaused).contains(true);
    assertThat(audited("desk.recording-paused")).isEqualTo(1);

    // On hold and back: what is not to be kept is still not kept.
    control.hold(me);
    telephone.asked.clear();
    control.takeBack(me);
    assertThat(telephone.asked).doesNotContain("record leg");
    control.pauseRecording(me, false);
    assertThat(telephone.asked).contains("record " + caller, "record leg");
  }

  @Test
  void keysGoToWhomSheTalksWith() {
    talks();
    assertThat(control.press(me, "12#")).isEqualTo(DeskOutcome.DONE);
    assertThat(control.press(me, "1\nAction: x")).isEqualTo(DeskOutcome.NOT_NOW);
    assertThat(telephone.asked).contains("press 12# " + caller);
    String other = asks();

    control.press(me, "3");

    assertThat(telephone.asked).contains("press 3 " + other);
  }

  // ---------------------------------------------------------------- a page that is loaded anew
  @Test
  void aPageThatIsLoadedAnewGetsItsCallerBack() {
    talks();
    pages.opened(me.id(), "first");

    pages.opened(me.id(), "second");
    await()
        .atMost(PATIENCE)
        .until(() -> telephone.asked.contains(caller + " to hotline-desk-hold " + caller));
    assertThat(stage()).isEqualTo(Stage.PARKED);

    assertThat(control.back(me)).isEqualTo(DeskOutcome.DONE);
    assertThat(telephone.asked).last().isEqualTo("ring " + device + " into hotline-desk-person");
    telephone.rings.values().forEach(ring -> ring.complete(RingOutcome.ANSWERED));

    await().atMost(PATIENCE).until(() -> stage() == Stage.ROOM);
    await()
        .atMost(PATIENCE)
        .until(() -> telephone.asked.contains(caller + " to hotline-desk-caller " + caller));
  }

  @Test
  void aLineThatIsCutForAMomentChangesNothing() {
    talks();
    pages.opened(me.id(), "page");
    pages.closed(me.id(), "page");
    pages.opened(me.id(), "page");
    settled();

    assertThat(stage()).isEqualTo(Stage.TALKING);
    assertThat(control.back(me)).isEqualTo(DeskOutcome.NO_CALL);
  }

  // ---------------------------------------------------------------- a supervisor
  @Test
  void aSupervisorsPhoneIsRungAndChangesOverWhileItListens() {
    CallSteps steps = steps();
    talks();
    telephone.soon = RingOutcome.ANSWERED;

    assertThat(steps.listen(extension, caller, "1009", ListenMode.LISTEN))
        .isEqualTo(DeskOutcome.DONE);
    assertThat(telephone.asked).containsExactly("ring PJSIP/1009 for leg into hotline-listen");

    telephone.listeners.put("PJSIP/1009", "listen-1");
    telephone.up.add("listen-1");
    telephone.asked.clear();
    assertThat(steps.listen(extension, caller, "1009", ListenMode.BARGE))
        .isEqualTo(DeskOutcome.DONE);
    assertThat(steps.leave("1009")).isEqualTo(DeskOutcome.DONE);
    assertThat(telephone.asked).containsExactly("listen-1 hears leg by barge", "hang up listen-1");

    telephone.listeners.clear();
    assertThat(steps.leave("1009")).isEqualTo(DeskOutcome.NOT_NOW);
  }

  @Test
  void whereThereIsNothingToListenToOrNoPhoneThatIsSaid() {
    CallSteps steps = steps();
    telephone.soon = RingOutcome.UNREACHABLE;
    assertThat(steps.listen(extension, caller, "1009", ListenMode.WHISPER))
        .isEqualTo(DeskOutcome.NO_PHONE);
    telephone.away = true;
    assertThat(steps.listen(extension, caller, "1009", ListenMode.WHISPER))
        .isEqualTo(DeskOutcome.AWAY);
    telephone.legThere = false;
    assertThat(steps.listen(extension, caller, "1009", ListenMode.WHISPER))
        .isEqualTo(DeskOutcome.NO_CALL);
  }

  @Test
  void whoTakesACallOverHasItOnHerPageAndTheAgentHasNot() {
    SignedInUser boss = Staff.signedIn(application, "boss-" + tag, Role.SUPERVISOR);
    String second = free();
    phone(second, "desk");
    seats.take(boss.id(), second);
    talks();
    control.pauseRecording(me, true);
    telephone.asked.clear();

    assertThat(steps().takeOver(extension, caller, second)).isEqualTo(DeskOutcome.DONE);
    assertThat(telephone.asked)
        .containsExactly("ring PJSIP/" + second + " into hotline-desk-taker");
    assertThat(stage()).isEqualTo(Stage.TALKING);

    String channel = telephone.rings.keySet().iterator().next();
    answered(channel);
    assertThat(telephone.asked)
        .containsSequence(caller + " to hotline-desk-caller " + caller, "hang up leg")
        // Personal data is being spoken.
        .contains("pause recording " + channel);
    assertThat(stage()).isEqualTo(Stage.HANDED_ON);
    assertThat(calls.current(boss.id())).map(DeskCall::stage).contains(Stage.TALKING);

    // The agent's phone is followed: the caller is not sent back.
    telephone.legThere = false;
    leaves();
    assertThat(telephone.asked).noneMatch(asked -> asked.contains("hotline-desk-back"));
    assertThat(calls.current(me.id())).isEmpty();
  }

  @Test
  void whoDoesNotAnswerTakesNothingOver() {
    talks();

    assertThat(steps().takeOver(extension, caller, "1009")).isEqualTo(DeskOutcome.DONE);
    ring(telephone.rings.keySet().iterator().next()).complete(RingOutcome.NO_ANSWER);
    settled();

    assertThat(telephone.asked).hasSize(1);
    assertThat(stage()).isEqualTo(Stage.TALKING);
  }

  @Test
  void whoListensAlreadyTakesOverAtOnce() {
    talks();
    telephone.listeners.put("PJSIP/1009", "listen-1");
    telephone.up.add("listen-1");

    assertThat(steps().takeOver(extension, caller, "1009")).isEqualTo(DeskOutcome.DONE);
    settled();

    assertThat(telephone.asked)
        .containsExactly(
            "listen-1 to hotline-desk-taker " + caller,
            caller + " to hotline-desk-caller " + caller,
            "hang up leg");
  }

  @Test
  void aCallBackAndACallInWhichSomebodyIsAskedAreNotTakenOver() {
    assertThat(steps().takeOver(extension, "callback-7-1", "1009")).isEqualTo(DeskOutcome.NOT_NOW);
    talks();
    asks();
    assertThat(steps().takeOver(extension, caller, "1009")).isEqualTo(DeskOutcome.NOT_NOW);
  }

  @Test
  void aSupervisorHangsUpForBoth() {
    talks();

    assertThat(steps().hangUp(extension, caller)).isEqualTo(DeskOutcome.DONE);
    assertThat(telephone.asked).containsExactly("hang up " + caller, "hang up leg");

    telephone.legThere = false;
    assertThat(steps().hangUp(extension, caller)).isEqualTo(DeskOutcome.NO_CALL);
  }

  // ---------------------------------------------------------------- helpers
  private CallSteps steps() {
    return new CallSteps(telephone, calls, seats, screens, thread, clock);
  }

  private void talks() {
    desk.signIn(me, extension);
    rings();
    answers();
    telephone.asked.clear();
  }

  private void rings() {
    watch.changed(channel(FakeTelephone.LEG, device + "-1", caller, State.RINGING));
    settled();
  }

  private void answers() {
    watch.changed(channel(FakeTelephone.LEG, device + "-1", caller, State.UP));
    settled();
  }

  private void leaves() {
    watch.gone(channel(FakeTelephone.LEG, device + "-1", caller, State.UP), 16);
    settled();
  }

  /** Everything that was told before has been followed. */
  private void settled() {
    CompletableFuture<Boolean> done = new CompletableFuture<>();
    thread.execute(() -> done.complete(true));
    assertThat(done).succeedsWithin(PATIENCE);
  }

  /** Asks a colleague who is free; his channel. */
  private String asks() {
    assertThat(control.consult(me, "", target())).isEqualTo(DeskOutcome.DONE);
    return calls.current(me.id()).orElseThrow().otherChannel();
  }

  private String target() {
    SignedInUser colleague = Staff.signedIn(application, "colleague-" + tag, Role.AGENT);
    String second = free();
    phone(second, "desk");
    assertThat(desk.signIn(colleague, second)).isEqualTo(DeskOutcome.DONE);
    Target target =
        new Targets(seats, telephone, directory, jdbc)
            .of(me.id(), "").stream()
                .filter(found -> found.number().equals(second))
                .findFirst()
                .orElseThrow();
    telephone.asked.clear();
    return target.id();
  }

  private void answered(String channel) {
    telephone.up.add(channel);
    ring(channel).complete(RingOutcome.ANSWERED);
    settled();
  }

  private CompletableFuture<RingOutcome> ring(String channel) {
    return Objects.requireNonNull(telephone.rings.get(channel));
  }

  private Stage stage() {
    return calls.find(new CallId(caller), me.id()).orElseThrow().stage();
  }

  private long audited(String action) {
    return jdbc.sql("SELECT COUNT(*) FROM audit_entry WHERE action = ? AND subject = ?")
        .params(action, "call:" + caller)
        .query(Long.class)
        .single();
  }

  private void phone(String number, String kind) {
    jdbc.sql("INSERT INTO agent_phone (extension, kind) VALUES (?, ?)")
        .params(number, kind)
        .update();
  }

  private static String free() {
    return "7" + ThreadLocalRandom.current().nextInt(1_000_000, 9_999_999);
  }

  private static LiveChannel channel(String id, String name, String linked, State state) {
    return new LiveChannel(id, name, state, "", linked, "", "", "", Instant.EPOCH);
  }
}
