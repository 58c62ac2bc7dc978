package cn.wuye.hotline.backend.traffic.writer;

import static cn.wuye.hotline.backend.traffic.EventKind.ABANDONED;
import static cn.wuye.hotline.backend.traffic.EventKind.ANSWERED;
import static cn.wuye.hotline.backend.traffic.EventKind.CALL_BACK_ASKED;
import static cn.wuye.hotline.backend.traffic.EventKind.COMPLETED;
import static cn.wuye.hotline.backend.traffic.EventKind.HELD;
import static cn.wuye.hotline.backend.traffic.EventKind.JOINED;
import static cn.wuye.hotline.backend.traffic.EventKind.LOST;
import static cn.wuye.hotline.backend.traffic.EventKind.NOT_ANSWERED;
import static cn.wuye.hotline.backend.traffic.EventKind.RESUMED;
import static cn.wuye.hotline.backend.traffic.EventKind.RINGING;
import static cn.wuye.hotline.backend.traffic.EventKind.STEPPED_OUT;
import static cn.wuye.hotline.backend.traffic.EventKind.TRANSFERRED;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.backend.database.SettableClock;
import cn.wuye.hotline.backend.traffic.Blind;
import cn.wuye.hotline.backend.traffic.EventKind;
import cn.wuye.hotline.backend.traffic.Outcome;
import cn.wuye.hotline.backend.traffic.QueueEvent;
import cn.wuye.hotline.backend.traffic.Stay;
import cn.wuye.hotline.backend.traffic.Stays;
import cn.wuye.hotline.backend.traffic.Talk;
import cn.wuye.hotline.router.agent.AgentSnapshot.Phone;
import cn.wuye.hotline.router.ami.BlindSpan;
import cn.wuye.hotline.router.live.QueueHappening;
import cn.wuye.hotline.router.live.QueueHappening.Answered;
import cn.wuye.hotline.router.live.QueueHappening.Ended;
import cn.wuye.hotline.router.live.QueueHappening.Joined;
import cn.wuye.hotline.router.live.QueueHappening.Left;
import cn.wuye.hotline.router.live.QueueHappening.Rung;
import cn.wuye.hotline.router.live.QueueHappening.RungInVain;
import cn.wuye.hotline.router.live.QueueMember;
import cn.wuye.hotline.router.live.QueueView;
import cn.wuye.hotline.router.live.QueuesNow;
import cn.wuye.hotline.router.live.WaitingCaller;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.asteriskjava.manager.event.AbstractHoldEvent;
import org.asteriskjava.manager.event.CoreShowChannelEvent;
import org.asteriskjava.manager.event.DialEndEvent;
import org.asteriskjava.manager.event.HangupEvent;
import org.asteriskjava.manager.event.HoldEvent;
import org.asteriskjava.manager.event.ManagerEvent;
import org.asteriskjava.manager.event.UnholdEvent;
import org.junit.jupiter.api.Test;

/** What is told of a caller, as events of the log. */
class QueueScribeTest {
  private static final Instant START = Instant.parse("2026-03-02T01:00:00Z");
  private static final String CALL = "node-1-1772413200.7";

  /** The id at her own node of a caller whom it has sent here. */
  private static final String SENT = "node-2-1772413190.3";

  private final List<QueueEvent> events = new ArrayList<>();
  private final List<String> firstSights = new ArrayList<>();
  private final SettableClock clock = new SettableClock(START);
  private final QueueScribe scribe =
      new QueueScribe(
          "node-1",
          events::add,
          (at, calls, agents) -> firstSights.add(calls + " " + agents),
          clock);

  @Test
  void whoIsAnsweredHasWaitedAndTalked() {
    happens(0, new Joined("q-general", CALL, 1));
    happens(5, new Rung("q-general", CALL, "PJSIP/1001"));
    happens(20, new RungInVain("q-general", CALL, "PJSIP/1001"));
    happens(21, new Rung("q-general", CALL, "PJSIP/1002"));
    happens(25, new Left("q-general", CALL));
    happens(25, new Answered("q-general", CALL, "PJSIP/1002", Duration.ofSeconds(25)));
    hold(30, new HoldEvent(this));
    hold(42, new UnholdEvent(this));
    happens(60, new Ended("q-general", CALL, "PJSIP/1002", Duration.ofSeconds(35), "caller"));
    hangsUp(60.1);

    assertThat(kinds())
        .containsExactly(
            JOINED, RINGING, NOT_ANSWERED, RINGING, ANSWERED, HELD, RESUMED, COMPLETED);
    assertThat(events.get(1))
        .isEqualTo(QueueEvent.told("node-1", RINGING, at(5), CALL, "general", "1001", ""));
    Stay stay = onlyStay(100);
    assertThat(stay.waited()).isEqualTo(25_000);
    assertThat(stay.outside()).isFalse();
    Talk talk = Objects.requireNonNull(stay.talk());
    assertThat(talk.agent()).isEqualTo("1002");
    assertThat(talk.hold()).isEqualTo(12_000);
    assertThat(talk.talk()).isEqualTo(23_000);
  }

  @Test
  void aTransferIsOne() {
    happens(0, new Joined("q-general", CALL, 1));
    happens(3, new Answered("q-general", CALL, "PJSIP/1002", Duration.ofSeconds(3)));
    happens(9, new Ended("q-general", CALL, "PJSIP/1002", Duration.ofSeconds(6), "transfer"));

    assertThat(kinds()).containsExactly(JOINED, ANSWERED, TRANSFERRED);
  }

  @Test
  void whoHangsUpInTheQueueAbandonsAtThatMoment() {
    happens(0, new Joined("q-general", CALL, 1));
    happens(12.5, new Left("q-general", CALL));
    hangsUp(12.7);

    assertThat(kinds()).containsExactly(JOINED, ABANDONED);
    assertThat(events.get(1).at()).isEqualTo(at(12.5));
  }

  @Test
  void whoHangsUpWhileSheIsAskedHasSteppedOut() {
    happens(0, new Joined("q-general", CALL, 1));
    happens(60, new Left("q-general", CALL));
    hangsUp(66);

    assertThat(kinds()).containsExactly(JOINED, STEPPED_OUT, ABANDONED);
    assertThat(onlyStay(100).waited()).isEqualTo(66_000);
  }

  @Test
  void slicesAreOneWait() {
    happens(0, new Joined("q-general", CALL, 1));
    happens(60, new Left("q-general", CALL));
    happens(66, new Joined("q-general", CALL, 1));
    happens(70, new Left("q-general", CALL));
    happens(70, new Answered("q-general", CALL, "PJSIP/1001", Duration.ofSeconds(4)));

    assertThat(kinds()).containsExactly(JOINED, STEPPED_OUT, JOINED, ANSWERED);
    assertThat(onlyStay(100).waited()).isEqualTo(70_000);
  }

  @Test
  void whatTheDialogSaysIsWhySheLeft() {
    happens(0, new Joined("q-general", CALL, 1));
    happens(60, new Left("q-general", CALL));
    clock.pass(Duration.ofSeconds(65));
    scribe.left(CALL, "general", CALL_BACK_ASKED, "");
    hangsUp(80);

    assertThat(kinds()).containsExactly(JOINED, STEPPED_OUT, CALL_BACK_ASKED);
    assertThat(onlyStay(100).outcome()).isEqualTo(Outcome.CALL_BACK_ASKED);
  }

  @Test
  void herLastAgentIsRungWithoutTheQueue() {
    scribe.waits(CALL, "general");
    scribe.talked(CALL, "general", "1003", at(8), at(68));
    hangsUp(69);

    assertThat(kinds()).containsExactly(JOINED, ANSWERED, COMPLETED);
    Stay stay = onlyStay(100);
    assertThat(stay.queued()).isFalse();
    assertThat(stay.waited()).isEqualTo(8000);
  }

  @Test
  void asteriskTellsWhenHerLastAgentAnswers() {
    scribe.waits(CALL, "general");
    scribe.waits(CALL, "general");
    dialEnd(8, "ANSWER");
    scribe.talked(CALL, "general", "1003", START, at(68));
    hangsUp(69);

    assertThat(kinds()).containsExactly(JOINED, ANSWERED, COMPLETED);
    assertThat(onlyStay(100).waited()).isEqualTo(8000);
    assertThat(Objects.requireNonNull(onlyStay(100).talk()).agent()).isEqualTo("1003");
  }

  @Test
  void whoHangsUpAfterHerLastAgentAnsweredHasTalked() {
    scribe.waits(CALL, "general");
    dialEnd(8, "ANSWER");
    hangsUp(68);
    scribe.talked(CALL, "general", "1003", START, at(69));

    assertThat(kinds()).containsExactly(JOINED, ANSWERED, COMPLETED);
    assertThat(events.get(2).at()).isEqualTo(at(68));
  }

  @Test
  void whoIsRungInVainOrForAnotherHasNotTalked() {
    scribe.waits(CALL, "general");
    dialEnd(10, "NOANSWER");
    happens(11, new Joined("q-general", CALL, 1));
    dialEnd(20, "ANSWER");
    hangsUp(30);

    assertThat(kinds()).containsExactly(JOINED, JOINED, ABANDONED);
  }

  @Test
  void whatStandsForACallBackIsNoCaller() {
    happens(0, new Joined("q-general", "callback-5-1;2", 1));
    scribe.onSynchronised(channels("callback-5-1;2"), Optional.empty());
    scribe.replaced(queues(new WaitingCaller("callback-5-1;2", START)), Optional.empty());
    happens(3, new RungInVain("q-general", "callback-5-1;2", "PJSIP/1001"));

    assertThat(kinds()).as("that an agent did not answer counts").containsExactly(NOT_ANSWERED);
  }

  @Test
  void whoWaitsForHerLastAgentAndThenInTheQueueWaitsOnce() {
    scribe.waits(CALL, "general");
    happens(10, new Joined("q-general", CALL, 1));
    happens(20, new Answered("q-general", CALL, "PJSIP/1001", Duration.ofSeconds(10)));

    assertThat(kinds()).containsExactly(JOINED, JOINED, ANSWERED);
    assertThat(onlyStay(100).waitInQueue()).isEqualTo(10_000);
  }

  @Test
  void whatEndedUnseenIsLostAndWhatIsThereGoesOn() {
    happens(0, new Joined("q-general", "inside", 1));
    happens(0, new Joined("q-general", "hung up", 2));
    happens(0, new Joined("q-general", "asked", 3));
    happens(1, new Left("q-general", "asked"));
    happens(2, new Joined("q-general", "talked", 4));
    happens(3, new Answered("q-general", "talked", "PJSIP/1001", Duration.ofSeconds(1)));
    happens(2, new Joined("q-general", "talks", 4));
    happens(3, new Answered("q-general", "talks", "PJSIP/1002", Duration.ofSeconds(1)));
    events.clear();
    clock.pass(Duration.ofSeconds(30));

    scribe.onSynchronised(channels("inside", "asked", "talks", "new"), Optional.empty());
    scribe.replaced(
        queues(new WaitingCaller("inside", START), new WaitingCaller("new", at(25))),
        Optional.empty());

    assertThat(events)
        .containsExactlyInAnyOrder(
            QueueEvent.told("node-1", LOST, at(30), "hung up", "general", "", ""),
            QueueEvent.told("node-1", LOST, at(30), "talked", "general", "1001", ""),
            QueueEvent.told("node-1", JOINED, at(25), "new", "general", "", ""));
    events.clear();
    scribe.left("asked", "general", CALL_BACK_ASKED, "");
    happens(90, new Ended("q-general", "talks", "PJSIP/1002", Duration.ofSeconds(9), "agent"));
    assertThat(kinds()).containsExactly(STEPPED_OUT, CALL_BACK_ASKED, COMPLETED);
  }

  @Test
  void whomAnotherNodeHasSentTalksAndHoldsAsHerCall() {
    happens(0, new Joined("q-general", SENT, 1));
    happens(3, new Left("q-general", SENT));
    happens(3, new Answered("q-general", SENT, "PJSIP/1002", Duration.ofSeconds(3)));
    hold(5, SENT, new HoldEvent(this));
    hold(8, SENT, new UnholdEvent(this));
    scribe.onSynchronised(List.of(sentChannel()), Optional.empty());
    scribe.replaced(queues(), Optional.empty());
    sentHangsUp(20);

    assertThat(kinds()).containsExactly(JOINED, ANSWERED, HELD, RESUMED, COMPLETED);
    assertThat(events).extracting(QueueEvent::call).containsOnly(SENT);
    assertThat(firstSights).containsExactly("[" + SENT + "] [1001]");
  }

  /** The end of a slice here looks like her hanging up; only her own node knows which it was. */
  @Test
  void whomAnotherNodeHasSentDoesNotAbandonHere() {
    happens(0, new Joined("q-general", SENT, 1));
    happens(60, new Left("q-general", SENT));
    sentHangsUp(60.1);

    assertThat(kinds()).containsExactly(JOINED, STEPPED_OUT);
  }

  private CoreShowChannelEvent sentChannel() {
    CoreShowChannelEvent channel = new CoreShowChannelEvent(this);
    channel.setChannel("PJSIP/hotline-node-00000001");
    channel.setUniqueid(SENT);
    return channel;
  }

  @Test
  void whatBecomesOfWhomThisNodeSendsIsToldThereUnlessSheGivesUp() {
    scribe.waits(CALL, "general");
    DialEndEvent end = new DialEndEvent(this);
    end.setUniqueId(CALL);
    end.setDestChannel("PJSIP/hotline-node-00000007");
    end.setDialStatus("ANSWER");
    tell(5, end);
    hangsUp(60);
    assertThat(kinds()).as("she was answered there").containsExactly(JOINED);

    events.clear();
    scribe.waits(CALL, "general");
    hangsUp(70);
    assertThat(kinds()).as("she gave up there").containsExactly(JOINED, ABANDONED);
  }

  @Test
  void whatThereIsAtFirstSightIsToldOnce() {
    scribe.onSynchronised(channels("new"), Optional.empty());
    scribe.replaced(queues(), Optional.empty());
    scribe.replaced(queues(), Optional.empty());

    assertThat(firstSights).containsExactly("[new] [1001]");
  }

  @Test
  void aBlindTimeIsWrittenDown() {
    clock.pass(Duration.ofSeconds(30));
    scribe.onSynchronised(channels(), Optional.empty());
    scribe.replaced(queues(), Optional.of(new BlindSpan(at(7), at(30))));

    assertThat(events).hasSize(1);
    assertThat(Blind.of(events.get(0))).isEqualTo(new Blind("node-1", at(7), at(30)));
    assertThat(Stays.of(events, at(100))).isEmpty();
  }

  @Test
  void whatCannotBeAnEventHarmsNothing() {
    happens(0, new Joined("q-队列", CALL, 1));
    happens(1, new Joined("q-general", CALL, 1));

    assertThat(kinds()).containsExactly(JOINED);
  }

  private static QueuesNow queues(WaitingCaller... waiting) {
    QueueMember agent =
        new QueueMember(
            "q-general",
            "PJSIP/1001",
            0,
            Optional.empty(),
            Optional.empty(),
            Phone.FREE,
            0,
            Optional.empty());
    return new QueuesNow(
        true, List.of(new QueueView("q-general", List.of(waiting), List.of(agent))), Map.of());
  }

  private List<CoreShowChannelEvent> channels(String... ids) {
    return Arrays.stream(ids)
        .map(
            id -> {
              CoreShowChannelEvent channel = new CoreShowChannelEvent(this);
              channel.setUniqueid(id);
              return channel;
            })
        .toList();
  }

  private void happens(double second, QueueHappening happening) {
    scribe.happened(happening, at(second));
  }

  private void hangsUp(double second) {
    HangupEvent hangup = new HangupEvent(this);
    hangup.setUniqueId(CALL);
    tell(second, hangup);
  }

  private void sentHangsUp(double second) {
    HangupEvent hangup = new HangupEvent(this);
    hangup.setChannel("PJSIP/hotline-node-00000001");
    hangup.setUniqueId(SENT);
    tell(second, hangup);
  }

  private void dialEnd(double second, String status) {
    DialEndEvent end = new DialEndEvent(this);
    end.setUniqueId(CALL);
    end.setDestChannel("PJSIP/1003-0000002a");
    end.setDialStatus(status);
    tell(second, end);
  }

  private void hold(double second, AbstractHoldEvent event) {
    hold(second, CALL, event);
  }

  private void hold(double second, String call, AbstractHoldEvent event) {
    event.setUniqueId("node-1-1772413200.8");
    event.setLinkedId(call);
    tell(second, event);
  }

  private void tell(double second, ManagerEvent event) {
    event.setTimestamp(at(second).toEpochMilli() / 1000.0);
    scribe.onEvent(event);
  }

  private static Instant at(double second) {
    return START.plusMillis(Math.round(second * 1000));
  }

  private List<EventKind> kinds() {
    return events.stream().map(QueueEvent::kind).toList();
  }

  private Stay onlyStay(double second) {
    List<Stay> stays = Stays.of(events, at(second));
    assertThat(stays).hasSize(1);
    return stays.get(0);
  }
}
