package cn.wuye.hotline.backend.queue.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.wuye.hotline.backend.database.DatabaseGate;
import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.outbound.PhonesInUse;
import cn.wuye.hotline.backend.queue.Hands;
import cn.wuye.hotline.backend.queue.LastAgents;
import cn.wuye.hotline.backend.queue.QueueBook;
import cn.wuye.hotline.backend.queue.QueueData;
import cn.wuye.hotline.backend.queue.QueueManner;
import cn.wuye.hotline.backend.queue.StormAnnouncement;
import cn.wuye.hotline.backend.queue.StormMode;
import cn.wuye.hotline.backend.ticket.Actor;
import cn.wuye.hotline.backend.ticket.Additions;
import cn.wuye.hotline.backend.ticket.SampleTickets;
import cn.wuye.hotline.backend.ticket.Ticket;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import cn.wuye.hotline.backend.ticket.Tickets;
import cn.wuye.hotline.ivr.conversation.CallId;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import cn.wuye.hotline.ivr.wording.ServiceHours;
import cn.wuye.hotline.router.agent.AgentSnapshot.Phone;
import cn.wuye.hotline.router.callback.CallBackCalls;
import cn.wuye.hotline.router.callback.CallBackOrder;
import cn.wuye.hotline.router.callback.PlacedCallBack;
import cn.wuye.hotline.router.live.QueueHappening.Answered;
import cn.wuye.hotline.router.live.QueueMember;
import cn.wuye.hotline.router.live.QueueView;
import cn.wuye.hotline.router.live.QueuesNow;
import cn.wuye.hotline.router.originate.OriginateRequest;
import cn.wuye.hotline.router.originate.Ring;
import cn.wuye.hotline.router.originate.RingOutcome;
import cn.wuye.hotline.router.queue.CallBack;
import cn.wuye.hotline.router.queue.CallBack.State;
import cn.wuye.hotline.router.queue.OpeningHours;
import cn.wuye.hotline.router.queue.QueueDefinition;
import cn.wuye.hotline.router.queue.QueueLimits;
import cn.wuye.hotline.router.queue.Reach;
import cn.wuye.hotline.router.queue.Skill;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import org.asteriskjava.manager.event.DialEndEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Call-backs from their wish to the talk, over two nodes, on every database. */
@SuppressWarnings("NullAway.Init")
abstract class CallBackRoundsCases {
  /** Ten in the morning where residents read the clock. */
  private static final Instant MORNING = Instant.parse("2026-03-02T02:00:00Z");

  @Autowired JdbcClient jdbc;
  @Autowired CallBackRows rows;
  @Autowired CallBacks callBacks;
  @Autowired CallBackTickets own;
  @Autowired Tickets tickets;
  @Autowired Additions additions;
  @Autowired AbandonedCalls abandoned;
  @Autowired PhonesInUse phones;
  @Autowired LastAgents agents;

  private final String code = "t" + ThreadLocalRandom.current().nextInt(100_000, 1_000_000);
  private final PhoneNumber phone =
      new PhoneNumber("139" + ThreadLocalRandom.current().nextInt(10_000_000, 100_000_000));

  /** One with a skill: call-backs of other tests do not come here. */
  private final QueueDefinition queue =
      new QueueDefinition(
          code, code, Set.of(Skill.dialect("yue")), Set.of(), 0, QueueLimits.DEFAULT);

  private final DatabaseGate gate = new DatabaseGate(Clock.systemUTC(), Duration.ofSeconds(2), 1);
  private final QueueBook book = new QueueBook();
  private final CallBacksAhead ahead = new CallBacksAhead();
  private final Time clock = new Time();
  private Node first;
  private Node second;

  @BeforeEach
  void begin() {
    gate.schemaIsReady();
    run(QueueManner.PLAIN);
    first = new Node("first-" + code);
    second = new Node("second-" + code);
  }

  @AfterEach
  void end() {
    gate.close();
    jdbc.sql("DELETE FROM call_back WHERE queue_code = ?").param(code).update();
    jdbc.sql("DELETE FROM abandoned_call WHERE queue_code = ?").param(code).update();
    jdbc.sql("DELETE FROM queue_event WHERE call_id = ?").param("call-" + code).update();
  }

  private void run(QueueManner manner) {
    book.keep(
        new QueueData(
            List.of(queue),
            List.of(),
            Set.of(),
            Map.of(),
            Map.of(code, manner),
            Map.of(),
            Map.of()),
        (recorded, id) -> Optional.empty());
  }

  /** A node with an Asterisk of its own, where an agent is signed in. */
  private final class Node implements CallBackRounds.Here {
    private final String name;
    private final List<OriginateRequest> placed = new ArrayList<>();
    private final List<String> ids = new ArrayList<>();
    private final CallBackRounds rounds;
    private CompletableFuture<RingOutcome> agent = new CompletableFuture<>();
    private Optional<String> pause = Optional.empty();
    private final CallBackCalls calls =
        new CallBackCalls(
            (id, request) -> {
              placed.add(request);
              ids.add(id);
              agent = new CompletableFuture<>();
              return new Rung(id, agent);
            },
            "4001234567",
            clock);

    Node(String name) {
      this.name = name;
      this.rounds =
          new CallBackRounds(
              this,
              new CallBackRounds.Shared(rows, callBacks, own, phones, agents, book, ahead, gate),
              clock,
              ServiceHours.ZONE);
    }

    void round() {
      rounds.round();
    }

    private String id() {
      return ids.get(ids.size() - 1);
    }

    void agentAnswers() {
      calls.happened(
          new Answered(queue.asteriskName(), id() + ";2", "PJSIP/1003", Duration.ofSeconds(3)),
          clock.instant());
      agent.complete(RingOutcome.ANSWERED);
      round();
    }

    void nobodyAnswers() {
      agent.complete(RingOutcome.NO_ANSWER);
      round();
    }

    void resident(String how) {
      DialEndEvent end = new DialEndEvent(this);
      end.setUniqueId(id());
      end.setDialStatus(how);
      calls.onEvent(end);
      round();
    }

    @Override
    public String node() {
      return name;
    }

    @Override
    public QueuesNow queues() {
      QueueMember member =
          new QueueMember(
              queue.asteriskName(),
              "PJSIP/1003",
              0,
              pause,
              Optional.empty(),
              Phone.FREE,
              0,
              Optional.<Instant>empty());
      return new QueuesNow(
          true, List.of(new QueueView(queue.asteriskName(), List.of(), List.of(member))), Map.of());
    }

    @Override
    public PlacedCallBack place(CallBackOrder order) {
      return calls.place(order);
    }

    @Override
    public void wake() {}
  }

  private record Rung(String channelId, CompletableFuture<RingOutcome> outcome) implements Ring {
    @Override
    public void cancel() {}
  }

  private Place place() {
    return new Place(
        phone, code, "call-" + code, null, false, false, MORNING.minus(Duration.ofMinutes(4)));
  }

  private void asked() {
    Place place = place();
    assertThat(
            rows.add(
                place,
                CallBack.asked(code, place.since(), MORNING),
                Cause.ASKED,
                CallBacks.QUEUE,
                MORNING))
        .isTrue();
  }

  private StoredCallBack kept() {
    long id =
        Objects.requireNonNull(
            jdbc.sql("SELECT MAX(id) FROM call_back WHERE queue_code = ?")
                .param(code)
                .query(Long.class)
                .single());
    return rows.find(id).orElseThrow();
  }

  /** What the log of queues was told of the call in which she asked. */
  private List<String> logged() {
    return jdbc.sql("SELECT kind, agent FROM queue_event WHERE call_id = ? ORDER BY id")
        .param("call-" + code)
        .query((row, number) -> row.getString("kind") + " " + row.getString("agent"))
        .list();
  }

  @Test
  void itWaitsInItsQueueWithThePlaceThatSheHad() {
    asked();

    first.round();

    assertThat(first.placed).hasSize(1);
    assertThat(first.placed.get(0).variables())
        .containsEntry("HOTLINE_QUEUE", "q-" + code)
        .containsEntry("QUEUE_PRIO", "4")
        .containsEntry("QUEUE_MAX_PENALTY", String.valueOf(Reach.ESTATE.penalty()))
        .containsEntry("HOTLINE_CALLEE", phone.digits());
    assertThat(kept().callBack().state()).isEqualTo(State.RINGING_AGENT);
  }

  @Test
  void oneNodeAloneSeesToIt() {
    asked();

    first.round();
    second.round();
    first.round();

    assertThat(first.placed).hasSize(1);
    assertThat(second.placed).isEmpty();
  }

  @Test
  void oneActiveCallBackForANumber() {
    asked();

    assertThat(
            rows.add(
                place(),
                CallBack.asked(code, MORNING, MORNING),
                Cause.LIST,
                CallBacks.QUEUE,
                MORNING))
        .isFalse();
    assertThat(callBacks.ask(place())).isFalse();
  }

  @Test
  void agentsWhoDoNotAnswerAreTriedAgainAndCostHerNothing() {
    asked();
    first.round();

    first.nobodyAnswers();

    assertThat(first.placed).hasSize(2);
    assertThat(first.placed.get(1).variables())
        .containsEntry("QUEUE_MAX_PENALTY", String.valueOf(Reach.EVERYBODY.penalty()));
    assertThat(first.ids).doesNotHaveDuplicates();
    assertThat(kept().callBack().calls()).isZero();
  }

  @Test
  void agentFirstThenTheResidentAndTheyTalk() {
    asked();
    abandoned.add(place(), MORNING);
    first.round();

    first.agentAnswers();
    assertThat(kept().callBack().state()).isEqualTo(State.RINGING_CALLER);
    assertThat(kept().agent()).isEqualTo("1003");

    first.resident("ANSWER");
    assertThat(kept().callBack().state()).isEqualTo(State.TALKED);
    assertThat(kept().endedAt()).isNotNull();
    assertThat(agents.of(phone)).map(LastAgents.Talk::agent).contains("1003");
    assertThat(open()).as("nothing is left to do").isEmpty();
    assertThat(callBacks.ask(place())).as("she may ask again").isTrue();
    await().untilAsserted(() -> assertThat(logged()).containsExactly("call-back-done 1003"));
  }

  @Test
  void theTicketOfTheCallInWhichSheWaitedKnowsOfTheTalk() {
    TicketNumber ticket =
        tickets
            .open(SampleTickets.draft("call-" + code, null), Actor.system("test"))
            .ticket()
            .number();
    asked();
    first.round();
    CallId channel = new CallId(kept().channel());
    assertThat(own.of(channel)).map(Ticket::number).contains(ticket);
    assertThat(own.of(new CallId("call-" + code))).as("no call-back").isEmpty();

    first.agentAnswers();
    assertThat(additions.callsOf(ticket)).isEmpty();
    first.resident("ANSWER");

    assertThat(additions.callsOf(ticket)).containsExactly(channel);
    jdbc.sql("UPDATE ticket SET state = 'archived' WHERE number = ?")
        .param(ticket.value())
        .update();
    assertThat(own.of(channel)).as("its work is over").isEmpty();
  }

  @Test
  void sheIsCalledThreeTimesAndNotMore() {
    asked();
    first.round();
    first.agentAnswers();
    first.resident("NOANSWER");
    assertThat(kept().callBack().due()).isEqualTo(MORNING.plus(Duration.ofMinutes(5)));
    assertThat(first.placed).hasSize(1);

    clock.pass(Duration.ofMinutes(6));
    first.round();
    first.agentAnswers();
    first.resident("BUSY");
    clock.pass(Duration.ofMinutes(31));
    first.round();
    first.agentAnswers();
    first.resident("NOANSWER");

    assertThat(kept().callBack().state()).isEqualTo(State.UNREACHED);
    await().untilAsserted(() -> assertThat(logged()).containsExactly("call-back-given-up 1003"));
    clock.pass(Duration.ofHours(2));
    first.round();
    assertThat(first.placed).hasSize(3);
  }

  @Test
  void whatADeadNodeHasLeftAnotherGoesOnWith() {
    asked();
    first.round();

    clock.pass(CallBackRounds.LEASE.plusSeconds(1));
    second.round();

    assertThat(second.placed).hasSize(1);
    assertThat(kept().node()).isEqualTo(second.name);
    first.agentAnswers();
    assertThat(kept().node()).as("the first is too late").isEqualTo(second.name);
    assertThat(kept().callBack().state()).isEqualTo(State.RINGING_AGENT);
  }

  @Test
  void aLivingNodeKeepsItsOwn() {
    asked();
    first.round();

    for (int i = 0; i < 4; i++) {
      clock.pass(Duration.ofSeconds(20));
      first.round();
      second.round();
    }

    assertThat(second.placed).isEmpty();
  }

  @Test
  void withoutAgentsItWaits() {
    asked();
    first.pause = Optional.of("lunch");

    first.round();
    assertThat(first.placed).isEmpty();

    first.pause = Optional.empty();
    first.round();
    assertThat(first.placed).hasSize(1);
  }

  @Test
  void inAQueueThatIsClosedItWaits() {
    asked();
    run(
        new QueueManner(
            OpeningHours.always(),
            "",
            new Hands(true, StormMode.AUTO, StormAnnouncement.NONE),
            false));

    first.round();

    assertThat(first.placed).isEmpty();
  }

  @Test
  void theHomeNodeComesFirst() {
    asked();
    run(new QueueManner(OpeningHours.always(), second.name, Hands.NONE, false));

    first.round();
    assertThat(first.placed).isEmpty();
    clock.pass(CallBackRounds.HOME_FIRST.plusSeconds(1));
    first.round();

    assertThat(first.placed).hasSize(1);
  }

  @Test
  void nobodyIsPhonedInTheNightLongAfterSheCalled() {
    asked();

    clock.pass(Duration.ofHours(13));
    first.round();
    assertThat(first.placed).isEmpty();

    clock.pass(Duration.ofHours(10));
    first.round();
    assertThat(first.placed).hasSize(1);
  }

  @Test
  void whoPhonesHerselfHasHerPlaceAndIsNotPhonedAnyMore() {
    asked();

    assertThat(callBacks.takeBack(phone)).contains(place().since());

    first.round();
    assertThat(first.placed).isEmpty();
    assertThat(kept().callBack().state()).isEqualTo(State.WITHDRAWN);
    assertThat(callBacks.takeBack(phone)).isEmpty();
  }

  @Test
  void whoGaveUpIsOnTheListUntilSomebodySeesToIt() {
    callBacks.gaveUp(place(), false);
    callBacks.gaveUp(place(), false);
    assertThat(open()).hasSize(1);

    assertThat(callBacks.phoneBack("call-" + code, EstateScope.ALL, "wang"))
        .isEqualTo(CallBacks.Outcome.DONE);
    assertThat(callBacks.phoneBack("call-" + code, EstateScope.ALL, "li"))
        .isEqualTo(CallBacks.Outcome.TOO_LATE);
    assertThat(callBacks.dismiss("call-" + code, EstateScope.ALL, "li"))
        .isEqualTo(CallBacks.Outcome.TOO_LATE);
    assertThat(open()).isEmpty();
    assertThat(kept().cause()).isEqualTo(Cause.LIST);
    assertThat(kept().place().since()).isEqualTo(place().since());
  }

  @Test
  void byRuleWhoGaveUpIsPhonedBackWithoutAList() {
    callBacks.gaveUp(place(), true);

    assertThat(open()).isEmpty();
    assertThat(kept().cause()).isEqualTo(Cause.ABANDONED);
  }

  @Test
  void whoSeesOtherEstatesAloneFindsNothing() {
    callBacks.gaveUp(place(), false);
    asked();
    EstateScope none = EstateScope.of(Set.of());

    assertThat(callBacks.dismiss("call-" + code, none, "wang"))
        .isEqualTo(CallBacks.Outcome.UNKNOWN);
    assertThat(callBacks.withdraw(kept().id(), none, "wang")).isEqualTo(CallBacks.Outcome.UNKNOWN);
    assertThat(callBacks.list(none, true)).isEmpty();
    assertThat(callBacks.withdraw(kept().id(), EstateScope.ALL, "wang"))
        .isEqualTo(CallBacks.Outcome.DONE);
    assertThat(callBacks.withdraw(kept().id(), EstateScope.ALL, "wang"))
        .isEqualTo(CallBacks.Outcome.TOO_LATE);
  }

  @Test
  void whatIsLongOverIsForgottenAndWhatIsToBeDoneIsNot() {
    asked();
    abandoned.add(place(), MORNING);
    Clock muchLater = Clock.offset(clock, OldCallBacks.KEPT.plusDays(1));
    OldCallBacks job = new OldCallBacks(rows, abandoned, muchLater);

    job.run(() -> false);
    assertThat(kept().callBack().state()).isEqualTo(State.WAITING);
    assertThat(abandoned.find("call-" + code)).isEmpty();

    assertThat(callBacks.withdraw(kept().id(), EstateScope.ALL, "wang"))
        .isEqualTo(CallBacks.Outcome.DONE);
    job.run(() -> false);
    assertThat(
            jdbc.sql("SELECT COUNT(*) FROM call_back WHERE queue_code = ?")
                .param(code)
                .query(Integer.class)
                .single())
        .isZero();
  }

  private List<AbandonedCall> open() {
    return callBacks.abandoned(EstateScope.ALL).stream()
        .filter(call -> call.place().queueCode().equals(code))
        .toList();
  }

  private static final class Time extends Clock {
    private Instant now = MORNING;

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
