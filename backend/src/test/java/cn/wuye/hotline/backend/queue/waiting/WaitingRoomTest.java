package cn.wuye.hotline.backend.queue.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.backend.queue.Hands;
import cn.wuye.hotline.backend.queue.LastAgents;
import cn.wuye.hotline.backend.queue.OtherNodes;
import cn.wuye.hotline.backend.queue.OtherNodes.Elsewhere;
import cn.wuye.hotline.backend.queue.QueueBook;
import cn.wuye.hotline.backend.queue.QueueData;
import cn.wuye.hotline.backend.queue.QueueManner;
import cn.wuye.hotline.backend.queue.StormAnnouncement;
import cn.wuye.hotline.backend.queue.StormMode;
import cn.wuye.hotline.backend.queue.callback.CallBacksAhead;
import cn.wuye.hotline.ivr.conversation.Call;
import cn.wuye.hotline.ivr.conversation.CallId;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import cn.wuye.hotline.ivr.conversation.Waited;
import cn.wuye.hotline.ivr.port.PhoneRinger.Beside;
import cn.wuye.hotline.ivr.port.PhoneRinger.Outcome;
import cn.wuye.hotline.ivr.port.QueueAct;
import cn.wuye.hotline.ivr.port.QueueMove;
import cn.wuye.hotline.ivr.port.QueueMove.Choice;
import cn.wuye.hotline.ivr.port.QueueMove.Why;
import cn.wuye.hotline.ivr.port.QueueNeeds;
import cn.wuye.hotline.ivr.port.QueueWait;
import cn.wuye.hotline.ivr.prompt.Prompt;
import cn.wuye.hotline.ivr.prompt.PromptAudio;
import cn.wuye.hotline.ivr.prompt.WavSound;
import cn.wuye.hotline.router.agent.AgentSnapshot.Phone;
import cn.wuye.hotline.router.live.Placeholder;
import cn.wuye.hotline.router.live.QueueHappening.Answered;
import cn.wuye.hotline.router.live.QueueMember;
import cn.wuye.hotline.router.live.QueueView;
import cn.wuye.hotline.router.live.QueuesNow;
import cn.wuye.hotline.router.originate.OriginateRequest;
import cn.wuye.hotline.router.originate.Ring;
import cn.wuye.hotline.router.originate.RingOutcome;
import cn.wuye.hotline.router.queue.AgentProfile;
import cn.wuye.hotline.router.queue.OpeningHours;
import cn.wuye.hotline.router.queue.QueueDefinition;
import cn.wuye.hotline.router.queue.QueueLimits;
import cn.wuye.hotline.router.queue.Skill;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.asteriskjava.manager.event.DialEndEvent;
import org.asteriskjava.manager.event.NewConnectedLineEvent;
import org.junit.jupiter.api.Test;

class WaitingRoomTest {
  private static final Instant NOW = Instant.parse("2026-03-02T02:00:00Z");
  private static final QueueDefinition GENERAL = queue("general");
  private static final QueueDefinition YUE = queue("yue", Skill.dialect("yue"));
  private static final QueueNeeds ANYBODY = new QueueNeeds("1", "cmn", "", false, false);
  private static final AgentProfile AGENT = new AgentProfile("1001", Set.of(), Set.of());

  private final Time clock = new Time();
  private final FakeKept kept = new FakeKept();
  private final FakeSteps steps = new FakeSteps();
  private final QueueBook book = new QueueBook();
  private final AnsweredCalls answered = new AnsweredCalls(clock);
  private QueuesNow live = live(Optional.empty());
  private final List<OriginateRequest> alarms = new ArrayList<>();
  private final List<String> alarmNames = new ArrayList<>();
  private boolean music;
  private Optional<Elsewhere> elsewhere = Optional.empty();
  private boolean free;
  private final WaitingRoom room =
      new WaitingRoom(
          book,
          () -> live,
          kept,
          new CallBacksAhead(),
          answered,
          new AgentAlarm(this::rings, new NoSound()),
          steps,
          () -> music,
          new FakeNodes(),
          clock);
  private int calls;

  WaitingRoomTest() {
    keep(data(QueueManner.PLAIN));
  }

  private final class FakeNodes implements OtherNodes {
    @Override
    public Optional<Elsewhere> staffed(String queue, String home, Set<String> without) {
      return elsewhere.filter(there -> queue.equals("general") && !without.contains(there.node()));
    }

    @Override
    public Optional<Elsewhere> free(String queue, Set<String> without) {
      return free ? staffed(queue, "", without) : Optional.empty();
    }
  }

  private Ring rings(String name, OriginateRequest request) {
    alarmNames.add(name);
    alarms.add(request);
    return new Rung();
  }

  private record Rung() implements Ring {
    @Override
    public String channelId() {
      return "alarm";
    }

    @Override
    public CompletableFuture<RingOutcome> outcome() {
      return CompletableFuture.completedFuture(RingOutcome.ANSWERED);
    }

    @Override
    public void cancel() {}
  }

  private static QueueDefinition queue(String code, Skill... skills) {
    return new QueueDefinition(code, code, Set.of(skills), Set.of(), 0, QueueLimits.DEFAULT);
  }

  /** Without recordings. */
  private void keep(QueueData data) {
    book.keep(data, (queue, id) -> Optional.empty());
  }

  private static QueueManner manner(Hands hands) {
    return new QueueManner(OpeningHours.always(), "", hands, false);
  }

  private static QueueData data(QueueManner manner) {
    return new QueueData(
        List.of(GENERAL, YUE),
        List.of(AGENT),
        Set.of(),
        Map.of(),
        Map.of("general", manner),
        Map.of("1001", "王芳"),
        Map.of());
  }

  private static QueueMember member(Optional<String> pause, Phone phone) {
    return new QueueMember(
        "q-general", "PJSIP/1001", 0, pause, Optional.empty(), phone, 0, Optional.<Instant>empty());
  }

  private static QueuesNow live(Optional<String> pause) {
    return live(pause, Phone.FREE);
  }

  private static QueuesNow busy() {
    return live(Optional.empty(), Phone.BUSY);
  }

  private static QueuesNow live(Optional<String> pause, Phone phone) {
    return new QueuesNow(
        true,
        List.of(new QueueView("q-general", List.of(), List.of(member(pause, phone)))),
        Map.of());
  }

  private Call call(String number) {
    return new Call(
        new CallId("node-1-1." + ++calls),
        Optional.of(number).filter(n -> !n.isEmpty()).map(PhoneNumber::new),
        "4001234567",
        clock.instant(),
        "");
  }

  private QueueWait joins(QueueNeeds needs) {
    return room.join(call("1390000000" + calls), needs).orElseThrow();
  }

  private static QueueAct.Stay stay(QueueMove move) {
    assertThat(move).isInstanceOf(QueueMove.Do.class);
    QueueAct act = ((QueueMove.Do) move).act();
    assertThat(act).isInstanceOf(QueueAct.Stay.class);
    return (QueueAct.Stay) act;
  }

  private DialEndEvent answered(String call, String phone) {
    DialEndEvent answers = new DialEndEvent(this);
    answers.setUniqueId(call);
    answers.setDestChannel(phone);
    answers.setDialStatus("ANSWER");
    return answers;
  }

  private NewConnectedLineEvent connected(String call, String number) {
    NewConnectedLineEvent line = new NewConnectedLineEvent(this);
    line.setUniqueId(call);
    line.setConnectedLineNum(number);
    return line;
  }

  private static QueueAct.Sent sent(QueueMove move) {
    assertThat(move).isInstanceOf(QueueMove.Do.class);
    QueueAct act = ((QueueMove.Do) move).act();
    assertThat(act).isInstanceOf(QueueAct.Sent.class);
    return (QueueAct.Sent) act;
  }

  @Test
  void aCompanyWithoutAgentsHasNoQueues() {
    keep(
        new QueueData(
            List.of(GENERAL), List.of(AGENT), Set.of(), Map.of(), Map.of(), Map.of(), Map.of()));
    live = new QueuesNow(true, List.of(), Map.of());

    assertThat(room.join(call("13900000001"), ANYBODY)).isEmpty();
  }

  @Test
  void sheWaitsForAMinuteWithHerPrecedenceAndIsAsked() {
    QueueWait wait = joins(ANYBODY);

    QueueAct.Stay first = stay(wait.next());
    assertThat(first.longest()).isEqualTo(Duration.ofSeconds(60));
    assertThat(first.arguments()).isEqualTo("q-general,cCr,,,60");
    assertThat(first.variables())
        .containsEntry("HOTLINE_QUEUE", "q-general")
        .containsEntry("QUEUE_PRIO", "0")
        .containsEntry("QUEUE_MAX_PENALTY", "0");

    clock.pass(Duration.ofSeconds(62));
    wait.waited(Waited.without(Waited.How.TIME_OVER));
    assertThat(wait.next()).isEqualTo(new Choice(true, true, Why.TIME, Optional.empty()));

    wait.asked();
    QueueAct.Stay second = stay(wait.next());
    assertThat(second.variables())
        .containsEntry("QUEUE_PRIO", "1")
        .doesNotContainKey("QUEUE_MAX_PENALTY");
  }

  @Test
  void whereNobodyWorksHereSheWaitsForTheAgentsOfAnotherNode() {
    live = live(Optional.of("lunch"));
    elsewhere = Optional.of(new Elsewhere("node-2", "10.0.0.2:5060", 3));
    QueueWait wait = joins(ANYBODY);

    QueueAct.Sent first = sent(wait.next());
    assertThat(first.target())
        .isEqualTo("PJSIP/hotline-node/sip:q-general_node-1-1.1@10.0.0.2:5060");
    assertThat(first.longest()).isEqualTo(Duration.ofSeconds(60));
    assertThat(first.variables())
        .containsEntry("QUEUE_PRIO", "0")
        .containsEntry("QUEUE_MAX_PENALTY", "0");
    assertThat(steps.told).containsExactly("waits general");

    clock.pass(Duration.ofSeconds(62));
    wait.waited(Waited.without(Waited.How.TIME_OVER));
    assertThat(wait.next()).isEqualTo(new Choice(true, true, Why.TIME, Optional.empty()));
    wait.asked();
    assertThat(sent(wait.next()).variables())
        .containsEntry("QUEUE_PRIO", "1")
        .containsEntry("QUEUE_MAX_PENALTY", "20");
  }

  @Test
  void whereAllAreBusyHereWhoIsFreeAtAnotherNodeIsTriedForAMomentAndThenSheWaitsHere() {
    live = busy();
    elsewhere = Optional.of(new Elsewhere("node-2", "10.0.0.2:5060", 3));
    QueueWait wait = joins(ANYBODY);
    stay(wait.next());

    free = true;
    clock.pass(Duration.ofSeconds(10));
    wait.waited(Waited.without(Waited.How.TIME_OVER));
    assertThat(sent(wait.next()).longest()).isEqualTo(Duration.ofSeconds(20));
    clock.pass(Duration.ofSeconds(20));
    wait.waited(Waited.without(Waited.How.TIME_OVER));
    assertThat(stay(wait.next()).longest()).isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void whereSomebodyIsFreeHereSheStaysThoughOthersAreFreeElsewhere() {
    elsewhere = Optional.of(new Elsewhere("node-2", "10.0.0.2:5060", 3));
    free = true;

    stay(joins(ANYBODY).next());
  }

  @Test
  void whoWasSentInVainIsNotSentThereAgain() {
    live = live(Optional.of("lunch"));
    elsewhere = Optional.of(new Elsewhere("node-2", "10.0.0.2:5060", 3));
    QueueWait wait = joins(ANYBODY);
    sent(wait.next());

    wait.waited(Waited.without(Waited.How.NOBODY));
    assertThat(wait.next()).isEqualTo(new Choice(false, true, Why.NOBODY, Optional.empty()));
    live = live(Optional.empty());
    wait.asked();
    stay(wait.next());
  }

  @Test
  void whoTalkedAtAnotherNodeIsNotPhonedBackAndItsAgentIsRemembered() {
    live = live(Optional.of("lunch"));
    elsewhere = Optional.of(new Elsewhere("node-2", "10.0.0.2:5060", 3));
    QueueWait wait = joins(ANYBODY);
    sent(wait.next());
    room.onEvent(connected("node-1-1.1", "1001"));
    room.onEvent(answered("node-1-1.1", "PJSIP/hotline-node-00000007"));

    assertThat(wait.gone()).contains("王芳");
    wait.close();
    assertThat(kept.givenUp).isEmpty();
    assertThat(steps.told).containsExactly("waits general");
  }

  @Test
  void whoHangsUpWhileSheIsSentHasGivenUp() {
    live = live(Optional.of("lunch"));
    elsewhere = Optional.of(new Elsewhere("node-2", "10.0.0.2:5060", 3));
    QueueWait wait = joins(ANYBODY);
    sent(wait.next());
    // Told already while the phone there rings.
    room.onEvent(connected("node-1-1.1", "1001"));

    assertThat(wait.gone()).isEmpty();
    assertThat(kept.givenUp).hasSize(1);
  }

  @Test
  void whoIsNotNamedAtAnotherNodeHasTalkedAllTheSame() {
    live = live(Optional.of("lunch"));
    elsewhere = Optional.of(new Elsewhere("node-2", "10.0.0.2:5060", 3));
    QueueWait wait = joins(ANYBODY);
    sent(wait.next());

    assertThat(wait.talked("")).isEmpty();
    assertThat(steps.told).containsExactly("waits general", "elsewhere");
    assertThat(kept.talked).isEmpty();
  }

  @Test
  void sheHearsMusicOnceItIsThereWhichGoesOnAfterAQuestion() {
    assertThat(stay(joins(ANYBODY).next()).music()).as("none is there yet").isEmpty();

    music = true;
    QueueWait wait = joins(ANYBODY);
    QueueAct.Music first = stay(wait.next()).music().orElseThrow();
    assertThat(first.arguments()).isEqualTo("q-general,cC,,,60");

    clock.pass(Duration.ofSeconds(62));
    wait.waited(Waited.without(Waited.How.TIME_OVER));
    assertThat(wait.next()).isInstanceOf(Choice.class);
    wait.asked();
    assertThat(stay(wait.next()).music()).contains(first);
  }

  @Test
  void whoIsPutFirstComesBeforeAllAndTheLastOfThemBeforeTheOthers() {
    QueueWait first = joins(new QueueNeeds("1", "cmn", "", true, false));
    clock.pass(Duration.ofSeconds(1));
    QueueWait second = joins(ANYBODY);
    assertThat(second.standing(0).before()).isEqualTo(1);

    assertThat(room.toFront("node-1-1.2")).hasValue(4000);
    assertThat(second.standing(0).before()).isZero();
    assertThat(first.standing(0).before()).isEqualTo(1);
    assertThat(stay(second.next()).variables()).containsEntry("QUEUE_PRIO", "4000");

    assertThat(room.toFront("node-1-1.1")).hasValue(4001);
    assertThat(first.standing(0).before()).isZero();
    assertThat(room.toFront("node-1-1.9")).isEmpty();
  }

  @Test
  void whoIsMovedWaitsInTheOtherQueueWithHerTimeAndStaysThere() {
    live =
        new QueuesNow(
            true,
            List.of(
                new QueueView(
                    "q-general", List.of(), List.of(member(Optional.empty(), Phone.FREE))),
                new QueueView("q-yue", List.of(), List.of(member(Optional.empty(), Phone.FREE)))),
            Map.of());
    QueueWait wait = joins(ANYBODY);
    assertThat(stay(wait.next()).arguments()).startsWith("q-general,");
    clock.pass(Duration.ofSeconds(20));

    assertThat(room.toQueue("node-1-1.1", "nowhere")).isFalse();
    assertThat(room.toQueue("node-1-1.7", "yue")).isFalse();
    assertThat(room.toQueue("node-1-1.1", "yue")).isTrue();
    // The key that ended her stay was not hers: nothing is asked.
    wait.waited(Waited.without(Waited.How.KEY));
    QueueAct.Stay there = stay(wait.next());

    assertThat(there.arguments()).isEqualTo("q-yue,cCr,,,40");
    assertThat(there.variables())
        .containsEntry("HOTLINE_QUEUE", "q-yue")
        .containsEntry("QUEUE_MAX_PENALTY", "0");
    assertThat(steps.told).containsExactly("moved general yue");
    clock.pass(Duration.ofSeconds(42));
    wait.waited(Waited.without(Waited.How.TIME_OVER));
    assertThat(wait.next()).isEqualTo(new Choice(true, true, Why.TIME, Optional.empty()));
    wait.asked();
    assertThat(stay(wait.next()).arguments()).startsWith("q-yue,");
    // A key of her own asks.
    wait.waited(Waited.without(Waited.How.KEY));
    assertThat(wait.next()).isInstanceOf(Choice.class);
  }

  @Test
  void theOlderAndWhoeverHasKeptAPlaceComeFirst() {
    QueueWait first = joins(ANYBODY);
    clock.pass(Duration.ofSeconds(30));
    kept.known =
        new Kept.Known(
            false, Optional.of(NOW.minus(Duration.ofMinutes(9))), false, Optional.empty());
    QueueWait keptPlace = joins(ANYBODY);
    kept.known = Kept.Known.NOTHING;
    QueueWait older = joins(new QueueNeeds("1", "cmn", "", false, true));

    assertThat(older.standing(0).before()).isZero();
    assertThat(keptPlace.standing(0).before()).isEqualTo(1);
    assertThat(first.standing(0).before()).isEqualTo(2);
    assertThat(stay(keptPlace.next()).variables()).containsEntry("QUEUE_PRIO", "9");

    older.close();
    older.close();
    assertThat(first.standing(0).before()).isEqualTo(1);
  }

  @Test
  void aKeptPlaceDoesNotShortenTheLongestWait() {
    kept.known =
        new Kept.Known(false, Optional.of(NOW.minus(Duration.ofHours(3))), false, Optional.empty());

    assertThat(joins(ANYBODY).next()).isInstanceOf(QueueMove.Do.class);
  }

  @Test
  void theExpectedWaitFollowsTheRateOfAnswers() {
    for (int i = 0; i < 5; i++) {
      answered.happened(
          new Answered("q-general", "call" + i, "PJSIP/1001", Duration.ZERO), clock.instant());
    }
    QueueWait wait = joins(ANYBODY);

    assertThat(wait.standing(0).minutes()).isEqualTo(OptionalInt.of(3));
    assertThat(wait.standing(3).minutes()).as("not said twice").isEmpty();
    clock.pass(Duration.ofMinutes(16));
    assertThat(wait.standing(0).minutes()).as("nobody was answered lately").isEmpty();
  }

  @Test
  void whereAllPauseSheIsOfferedSomethingElseAtOnce() {
    live = live(Optional.of("lunch"));

    assertThat(joins(ANYBODY).next())
        .isEqualTo(new Choice(false, true, Why.NOBODY, Optional.empty()));
  }

  @Test
  void whenAsteriskKnowsOfNobodySheIsOfferedSomethingElse() {
    QueueWait wait = joins(ANYBODY);
    stay(wait.next());

    wait.waited(Waited.without(Waited.How.NOBODY));

    assertThat(wait.next()).isEqualTo(new Choice(false, true, Why.NOBODY, Optional.empty()));
  }

  @Test
  void aKeyInTheQueueIsAskedFor() {
    QueueWait wait = joins(ANYBODY);
    stay(wait.next());

    wait.waited(Waited.without(Waited.How.KEY));
    assertThat(wait.next()).isEqualTo(new Choice(true, true, Why.TIME, Optional.empty()));
    wait.asked();

    assertThat(wait.next()).isInstanceOf(QueueMove.Do.class);
  }

  @Test
  void anAsteriskThatCannotBeSeenIsHopedFor() {
    live = new QueuesNow(false, live.queues(), Map.of());

    assertThat(joins(ANYBODY).next()).isInstanceOf(QueueMove.Do.class);
  }

  @Test
  void whoSpeaksADialectWaitsWhereItIsSpokenOnceSomebodyDoes() {
    QueueWait wait = joins(new QueueNeeds("1", "yue", "", false, false));
    assertThat(stay(wait.next()).arguments()).startsWith("q-general,");

    QueueMember speaks =
        new QueueMember(
            "q-yue",
            "PJSIP/1001",
            0,
            Optional.empty(),
            Optional.empty(),
            Phone.FREE,
            0,
            Optional.empty());
    live =
        new QueuesNow(true, List.of(new QueueView("q-yue", List.of(), List.of(speaks))), Map.of());

    QueueAct.Stay next = stay(wait.next());
    assertThat(next.arguments()).startsWith("q-yue,");
    assertThat(next.variables()).as("a new queue begins near").containsKey("QUEUE_MAX_PENALTY");
    assertThat(steps.told).containsExactly("moved general yue");
  }

  @Test
  void outOfHoursAndClosedByHandSheIsOfferedSomethingElse() {
    OpeningHours never = new OpeningHours(Map.of(), Map.of());
    keep(data(new QueueManner(never, "", Hands.NONE, false)));
    assertThat(joins(ANYBODY).next())
        .isEqualTo(new Choice(false, true, Why.CLOSED, Optional.empty()));

    keep(data(manner(new Hands(true, StormMode.AUTO, StormAnnouncement.NONE))));
    assertThat(joins(ANYBODY).next())
        .isEqualTo(new Choice(false, true, Why.CLOSED, Optional.empty()));
  }

  @Test
  void inAStormTheAnnouncementAndTheChoiceComeAtOnceAndOnce() {
    keep(data(manner(new Hands(false, StormMode.ON, StormAnnouncement.typed("三号楼停电。")))));
    QueueWait wait = joins(ANYBODY);

    assertThat(wait.next())
        .isEqualTo(new Choice(true, true, Why.STORM, Optional.of(new Prompt.Spoken("三号楼停电。"))));
    wait.asked();
    assertThat(wait.next()).isInstanceOf(QueueMove.Do.class);
  }

  @Test
  void whatWasRecordedForAStormIsReadOnceAndHeardAsItWasRecorded() {
    QueueData storm =
        data(
            manner(
                new Hands(false, StormMode.ON, new StormAnnouncement("停电", OptionalLong.of(7)))));
    byte[] pcm = {1, 2, 3, 4};
    List<String> read = new ArrayList<>();
    QueueBook.Sounds sounds =
        (queue, id) -> {
          read.add(queue + " " + id);
          return Optional.of(WavSound.write(pcm));
        };

    book.keep(storm, sounds);
    book.keep(storm, sounds);

    assertThat(((Choice) joins(ANYBODY).next()).announcement())
        .hasValueSatisfying(
            piece -> {
              assertThat(piece.text()).isEqualTo("停电");
              assertThat(((Prompt.Recording) piece).pcm()).isEqualTo(pcm);
            });
    assertThat(read).containsExactly("general 7");

    // Not there, or no sound: the words are synthesised.
    keep(data(QueueManner.PLAIN));
    book.keep(storm, (queue, id) -> Optional.of(pcm));
    assertThat(((Choice) joins(ANYBODY).next()).announcement()).contains(new Prompt.Spoken("停电"));
  }

  @Test
  void whereManyWaitForOneAgentItIsAStormByItself() {
    for (int i = 0; i < 9; i++) {
      assertThat(joins(ANYBODY).next()).isInstanceOf(QueueMove.Do.class);
    }

    assertThat(joins(ANYBODY).next())
        .isEqualTo(new Choice(true, true, Why.STORM, Optional.empty()));
  }

  @Test
  void theLongestWaitEnds() {
    QueueWait wait = joins(ANYBODY);

    clock.pass(Duration.ofMinutes(15));

    assertThat(wait.next()).isInstanceOf(QueueMove.Enough.class);
  }

  @Test
  void theLastAgentIsRungFirstWhereSheIsFree() {
    kept.known =
        new Kept.Known(
            false,
            Optional.empty(),
            false,
            Optional.of(new LastAgents.Talk("1001", NOW.minus(Duration.ofDays(2)))));
    QueueWait wait = joins(ANYBODY);

    assertThat(wait.next())
        .isEqualTo(new QueueMove.Do(new QueueAct.Ring("PJSIP/1001", Duration.ofSeconds(10))));
    wait.waited(Waited.without(Waited.How.TIME_OVER));
    stay(wait.next());

    live = live(Optional.of("lunch"));
    assertThat(joins(ANYBODY).next()).isInstanceOf(Choice.class);
  }

  @Test
  void aTalkIsRememberedWithTheAgentsName() {
    QueueWait wait = joins(ANYBODY);

    assertThat(wait.talked("1001")).isEqualTo("王芳");
    assertThat(wait.talked("1009")).isEqualTo("坐席 1009");
    assertThat(kept.talked).containsExactly("1001", "1009");
  }

  @Test
  void whoHangsUpWhileSheWaitsHasGivenUp() {
    keep(data(new QueueManner(OpeningHours.always(), "", Hands.NONE, true)));
    QueueWait wait = joins(ANYBODY);
    stay(wait.next());

    assertThat(wait.answered()).isEmpty();
    assertThat(kept.givenUp).as("not where she is seen to in another way").isEmpty();
    assertThat(wait.gone()).isEmpty();

    assertThat(kept.givenUp).singleElement().extracting("queueCode").isEqualTo("general");
    assertThat(kept.phonesBack).isTrue();
  }

  @Test
  void whoHangsUpAfterAnAgentAnsweredHasTalked() {
    Call call = call("13900000001");
    QueueWait wait = room.join(call, ANYBODY).orElseThrow();
    stay(wait.next());
    room.happened(
        new Answered("q-general", call.id().value(), "PJSIP/1001", Duration.ofSeconds(4)), NOW);

    assertThat(wait.gone()).contains("王芳");
    assertThat(kept.givenUp).isEmpty();
  }

  @Test
  void whoIsOnTheLineLongerThanTheLastAgentRingsHasTalkedWithHer() {
    kept.known =
        new Kept.Known(
            false, Optional.empty(), false, Optional.of(new LastAgents.Talk("1001", NOW)));
    QueueWait wait = joins(ANYBODY);
    wait.next();
    clock.pass(Duration.ofSeconds(40));

    assertThat(wait.gone()).contains("王芳");
  }

  @Test
  void whoHangsUpSoonAfterHerLastAgentAnsweredHasTalkedWithHer() {
    kept.known =
        new Kept.Known(
            false, Optional.empty(), false, Optional.of(new LastAgents.Talk("1001", NOW)));
    Call call = call("13900000001");
    QueueWait wait = room.join(call, ANYBODY).orElseThrow();
    wait.next();
    room.onEvent(answered(call.id().value(), "PJSIP/1001-00000007"));

    assertThat(wait.gone()).contains("王芳");
    assertThat(kept.givenUp).isEmpty();
  }

  @Test
  void aCallBackKeepsHerPlaceAndIsPromisedOnce() {
    QueueWait wait = joins(new QueueNeeds("7", "cmn", "", true, false));
    clock.pass(Duration.ofSeconds(70));

    assertThat(wait.callBack()).isTrue();
    assertThat(kept.callBacks)
        .singleElement()
        .satisfies(
            place -> {
              assertThat(place.since()).isEqualTo(NOW);
              assertThat(place.emergency()).isTrue();
            });
    assertThat(wait.gone()).isEmpty();
    assertThat(kept.givenUp).as("a call-back is no abandon").isEmpty();
  }

  @Test
  void withoutTheDatabaseNoCallBackIsPromised() {
    kept.away = true;
    QueueWait wait = joins(ANYBODY);

    assertThat(wait.callBack()).isFalse();
    wait.waited(Waited.without(Waited.How.KEY));
    assertThat(wait.next())
        .as("nor offered again")
        .isEqualTo(new Choice(true, false, Why.TIME, Optional.empty()));
    wait.gone();
    assertThat(kept.givenUp).as("she is on the list at least").hasSize(1);
  }

  @Test
  void theLogIsToldWhatSheChooses() {
    QueueWait wait = joins(ANYBODY);
    stay(wait.next());
    assertThat(steps.told).as("of a stay Asterisk tells").isEmpty();
    wait.waited(Waited.without(Waited.How.KEY));
    wait.next();

    wait.close();
    wait.close();

    assertThat(steps.told).containsExactly("waits general", "left-by-key general");
  }

  @Test
  void theLogIsToldThatSheIsCalledBackOrWaitedInVain() {
    QueueWait calledBack = joins(ANYBODY);
    stay(calledBack.next());
    calledBack.callBack();
    calledBack.close();
    QueueWait tooLong = joins(ANYBODY);
    clock.pass(Duration.ofMinutes(15));
    tooLong.next();
    tooLong.close();
    live = live(Optional.of("lunch"));
    QueueWait nobody = joins(ANYBODY);
    nobody.next();
    nobody.close();

    assertThat(steps.told)
        .containsExactly(
            "call-back-asked general",
            "waits general",
            "timed-out general",
            "waits general",
            "empty general");
  }

  @Test
  void theLogHearsOfHerLastAgentFromTheDialogAndOfTheQueuesAgentFromAsterisk() {
    kept.known =
        new Kept.Known(
            false, Optional.empty(), false, Optional.of(new LastAgents.Talk("1001", NOW)));
    QueueWait direct = joins(ANYBODY);
    direct.next();
    clock.pass(Duration.ofSeconds(40));
    direct.talked("1001");
    direct.close();
    kept.known = Kept.Known.NOTHING;
    QueueWait queued = joins(ANYBODY);
    stay(queued.next());
    queued.talked("1001");
    queued.close();

    assertThat(steps.told).containsExactly("waits general", "talked general 1001 40 s");
  }

  @Test
  void thatSheHangsUpAsteriskTells() {
    QueueWait wait = joins(ANYBODY);
    stay(wait.next());

    wait.gone();
    wait.close();

    assertThat(steps.told).isEmpty();
  }

  @Test
  void inAnEmergencyAPlaceholderStandsFirstAndTheAgentJoinsTheRoom() {
    Call call = call("13900000001");
    Prompt whisper = new Prompt("emergency-whisper", List.of());

    Beside beside = room.alarm(call, ANYBODY, whisper).orElseThrow();

    assertThat(beside.ringing().outcome()).isCompletedWithValue(Outcome.ANSWERED);
    assertThat(alarms).hasSize(1);
    assertThat(alarmNames).singleElement().matches(name -> names(call, name));
    assertThat(alarms.get(0).context()).isEqualTo("hotline-duty");
    assertThat(alarms.get(0).variables())
        .containsEntry("HOTLINE_QUEUE", "q-general")
        .containsEntry("QUEUE_PRIO", "2000")
        .containsEntry("HOTLINE_ROOM", call.id().value())
        .doesNotContainKey("HOTLINE_CALLEE");
  }

  private static boolean names(Call call, String alarm) {
    return Placeholder.caller(alarm).filter(call.id().value()::equals).isPresent();
  }

  @Test
  void withoutAnAgentAnEmergencyWaitsForNoQueue() {
    Prompt whisper = new Prompt("emergency-whisper", List.of());
    live = live(Optional.of("lunch"));
    assertThat(room.alarm(call("13900000001"), ANYBODY, whisper)).isEmpty();

    live = new QueuesNow(false, live(Optional.empty()).queues(), Map.of());
    assertThat(room.alarm(call("13900000001"), ANYBODY, whisper)).isEmpty();
    assertThat(alarms).isEmpty();
  }

  @Test
  void whoWithholdsHerNumberIsOfferedNoCallBack() {
    live = live(Optional.of("lunch"));

    QueueWait wait = room.join(call(""), ANYBODY).orElseThrow();

    assertThat(wait.next()).isEqualTo(new Choice(false, false, Why.NOBODY, Optional.empty()));
    wait.gone();
    assertThat(kept.givenUp).isEmpty();
  }

  private static final class NoSound implements PromptAudio {
    @Override
    public byte[] pcm(Prompt prompt) {
      return new byte[0];
    }

    @Override
    public List<Path> files(Prompt prompt) {
      return List.of();
    }
  }

  private static final class Time extends Clock {
    private Instant now = NOW;

    void pass(Duration time) {
      now = now.plus(time);
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }
}
