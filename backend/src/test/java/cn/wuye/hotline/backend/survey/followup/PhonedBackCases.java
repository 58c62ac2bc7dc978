package cn.wuye.hotline.backend.survey.followup;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.backend.Together;
import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.estate.Estates;
import cn.wuye.hotline.backend.estate.SampleEstates;
import cn.wuye.hotline.backend.outbound.NumberCalls;
import cn.wuye.hotline.backend.outbound.PhoneUse;
import cn.wuye.hotline.backend.outbound.PhonesInUse;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.resident.Resident;
import cn.wuye.hotline.backend.resident.Residents;
import cn.wuye.hotline.backend.survey.CallOutcome;
import cn.wuye.hotline.backend.survey.Callee;
import cn.wuye.hotline.backend.survey.PlacedCall;
import cn.wuye.hotline.backend.survey.SurveyPlan;
import cn.wuye.hotline.backend.survey.store.ResidentWishes;
import cn.wuye.hotline.backend.survey.store.Survey;
import cn.wuye.hotline.backend.survey.store.SurveyHours;
import cn.wuye.hotline.backend.survey.store.SurveyRows;
import cn.wuye.hotline.backend.survey.store.SurveyState;
import cn.wuye.hotline.backend.survey.store.SurveyTask;
import cn.wuye.hotline.backend.survey.store.TaskKind;
import cn.wuye.hotline.backend.ticket.Actor;
import cn.wuye.hotline.backend.ticket.Additions;
import cn.wuye.hotline.backend.ticket.ChangeResult;
import cn.wuye.hotline.backend.ticket.Channel;
import cn.wuye.hotline.backend.ticket.Contents;
import cn.wuye.hotline.backend.ticket.NewTicket;
import cn.wuye.hotline.backend.ticket.Reporter;
import cn.wuye.hotline.backend.ticket.SampleTickets;
import cn.wuye.hotline.backend.ticket.State;
import cn.wuye.hotline.backend.ticket.Ticket;
import cn.wuye.hotline.backend.ticket.TicketChanges;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import cn.wuye.hotline.backend.ticket.Tickets;
import cn.wuye.hotline.backend.ticket.Verb;
import cn.wuye.hotline.ivr.conversation.Call;
import cn.wuye.hotline.ivr.conversation.CallId;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import cn.wuye.hotline.ivr.port.MissedSurvey;
import cn.wuye.hotline.ivr.port.MissedSurveys;
import cn.wuye.hotline.ivr.port.Solved;
import cn.wuye.hotline.ivr.port.SurveyAnswers;
import cn.wuye.hotline.ivr.port.SurveyCall;
import cn.wuye.hotline.ivr.port.SurveyCalls;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who was phoned for a survey in vain phones back, on every database. */
@SuppressWarnings("NullAway.Init")
abstract class PhonedBackCases {
  private static final Actor WORKER = Actor.user("worker");
  private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

  @Autowired JdbcClient jdbc;
  @Autowired Estates estates;
  @Autowired Tickets tickets;
  @Autowired TicketChanges changes;
  @Autowired Additions additions;
  @Autowired SurveyPlan plan;

  @Autowired
  @Qualifier("phonedSurveys")
  SurveyCalls calls;

  @Autowired
  @Qualifier("phonedBackSurveys")
  MissedSurveys missed;

  @Autowired SurveyRows rows;
  @Autowired Residents residents;
  @Autowired ResidentWishes wishes;
  @Autowired SurveyHours hours;
  @Autowired SurveyTasks tasks;
  @Autowired GivingUp givingUp;
  @Autowired PhonesInUse phones;
  @Autowired NumberCalls numberCalls;
  @Autowired Clock clock;

  private EstateId estate;
  private PhoneNumber number;

  @BeforeEach
  void anEstate() {
    estate = SampleEstates.another(estates).requireId();
    number = another();
  }

  @Test
  void sheAnswersInACallOfHerOwnAndIsPhonedForNothingMeanwhile() {
    TicketNumber ticket = phonedInVain(CallOutcome.NO_ANSWER);
    long id = dueNow(ticket);
    // As the carrier may show it.
    Call call = call(new PhoneNumber("+86" + number.digits()));

    MissedSurvey found = missed.of(call).orElseThrow();
    SurveyCall survey = found.survey();
    assertThat(survey.about().ticket()).isEqualTo(ticket.toString());
    assertThat(survey.about().doubtful()).isFalse();
    assertThat(found.calledAt()).isBetween(clock.instant().minusSeconds(60), clock.instant());
    assertThat(plan.take(id, "node-1", clock.instant().plusSeconds(300))).isFalse();
    assertThat(plan.due(clock.instant(), 1000)).noneMatch(due -> due.call().id() == id);
    assertThat(phones.busy(number, clock.instant())).isTrue();
    assertThat(missed.of(call(number))).as("somebody else on the same number").isEmpty();

    survey.answers().solved(Solved.SOLVED);
    survey.answers().satisfaction(5);
    assertThat(survey.answers().finished()).isEqualTo(SurveyAnswers.Next.CLOSED);
    survey.ended();

    awaitState(ticket, SurveyState.ANSWERED);
    assertThat(find(ticket).state()).isEqualTo(State.ARCHIVED);
    assertThat(column(id, "channel")).isEqualTo("callback");
    assertThat(column(id, "satisfaction")).isEqualTo("5");
    assertThat(phones.busy(number, clock.instant())).isFalse();
    assertThat(missed.of(call(number))).isEmpty();
  }

  @Test
  void whoAnswersNothingIsPhonedLaterButNotAtOnce() {
    TicketNumber ticket = phonedInVain(CallOutcome.BUSY);
    dueNow(ticket);
    Instant before = Utc.now(clock);

    missed.of(call(number)).orElseThrow().survey().ended();

    awaitState(ticket, SurveyState.PLANNED);
    Instant due = Objects.requireNonNull(survey(ticket).dueAt());
    assertThat(due).isAfterOrEqualTo(before.plus(Duration.ofHours(3)));
    assertThat(hours.of(estate, due).allowed(due, Callee.ANYBODY, List.of())).isTrue();
    assertThat(phones.busy(number, clock.instant())).isFalse();
    assertThat(missed.of(call(number))).as("she may still").isPresent();
  }

  @Test
  void theHourSheNamesIsKeptAndSheIsNotAskedAgainUntilThen() {
    TicketNumber ticket = phonedInVain(CallOutcome.REJECTED);
    SurveyCall survey = missed.of(call(number)).orElseThrow().survey();
    Instant wanted = survey.allowed(clock.instant().plus(Duration.ofHours(26)));
    survey.answers().postponed(Optional.of(wanted));
    survey.ended();

    awaitState(ticket, SurveyState.PLANNED);
    assertThat(survey(ticket).dueAt()).isEqualTo(Utc.truncated(wanted));
    assertThat(missed.of(call(number))).isEmpty();
  }

  @Test
  void whoWantsNoSurveysIsBelieved() {
    TicketNumber ticket = phonedInVain(CallOutcome.HUNG_UP);
    SurveyCall survey = missed.of(call(number)).orElseThrow().survey();
    survey.answers().declined();
    survey.ended();

    awaitState(ticket, SurveyState.DECLINED);
  }

  @Test
  void whoHasSaidMeanwhileThatSheWantsNoSurveysIsToldNothing() {
    TicketNumber ticket = phonedInVain(CallOutcome.NO_ANSWER);
    long resident =
        Objects.requireNonNull(
            residents.save(Resident.named("王芳", "cmn", List.of(number), List.of())).id());
    jdbc.sql("UPDATE ticket SET resident_id = ? WHERE number = ?")
        .params(resident, ticket.value())
        .update();
    wishes.declined(resident);

    assertThat(missed.of(call(number))).isEmpty();
    assertThat(survey(ticket).state()).isEqualTo(SurveyState.PLANNED);
  }

  @Test
  void ofSeveralCallsAtOnceOneHasTheSurvey() {
    TicketNumber ticket = phonedInVain(CallOutcome.MACHINE);

    List<Optional<MissedSurvey>> all = Together.run(4, i -> missed.of(call(number)));

    assertThat(all.stream().filter(Optional::isPresent)).hasSize(1);
    assertThat(survey(ticket).state()).isEqualTo(SurveyState.CALLING);
  }

  @Test
  void atTheSameMomentTheCampaignAndSheDoNotLoseIt() {
    TicketNumber ticket = phonedInVain(CallOutcome.NO_ANSWER);
    long id = dueNow(ticket);

    List<Boolean> taken =
        Together.run(
            2,
            i ->
                i == 0
                    ? missed.of(call(number)).isPresent()
                    : plan.take(id, "node-1", clock.instant().plusSeconds(300)));

    // She is told in any case; who phones her at that moment finds her line busy.
    assertThat(taken.get(0)).isTrue();
    plan.outcome(id, survey(ticket).attempts(), CallOutcome.BUSY, Utc.now(clock));
    assertThat(survey(ticket).state()).isEqualTo(SurveyState.CALLING);
    leaseIsOver(id);
    givingUp.run(() -> false);
    assertThat(survey(ticket).state()).isEqualTo(SurveyState.PLANNED);
    assertThat(survey(ticket).dueAt()).isAfter(clock.instant());
  }

  @Test
  void aNodeThatDiesInHerCallLosesNothing() {
    TicketNumber answered = phonedInVain(CallOutcome.NO_ANSWER);
    SurveyCall survey = missed.of(call(number)).orElseThrow().survey();
    survey.answers().solved(Solved.SOLVED);
    long id = survey(answered).id();
    Awaitility.await()
        .until(
            () ->
                jdbc.sql("SELECT COUNT(*) FROM survey_answer WHERE survey_id = ?")
                        .param(id)
                        .query(Long.class)
                        .single()
                    > 0);
    assertThat(survey(answered).state()).as("she may go on").isEqualTo(SurveyState.CALLING);
    givingUp.run(() -> false);
    assertThat(survey(answered).state()).isEqualTo(SurveyState.CALLING);

    leaseIsOver(id);
    givingUp.run(() -> false);
    assertThat(survey(answered).state()).isEqualTo(SurveyState.ANSWERED);
    survey.ended();

    number = another();
    TicketNumber silent = phonedInVain(CallOutcome.NO_ANSWER);
    MissedSurvey lost = missed.of(call(number)).orElseThrow();
    leaseIsOver(survey(silent).id());
    givingUp.run(() -> false);
    assertThat(survey(silent).state()).isEqualTo(SurveyState.PLANNED);
    assertThat(survey(silent).dueAt()).isNotNull();

    // What the node finds on its disk when it starts again.
    lost.survey().answers().solved(Solved.SOLVED);
    awaitState(silent, SurveyState.ANSWERED);
  }

  @Test
  void whileACallOfOursRingsHerOwnDecides() {
    TicketNumber ticket = phonedInVain(CallOutcome.NO_ANSWER);
    long id = dueNow(ticket);
    assertThat(plan.take(id, "node-1", clock.instant().plusSeconds(300))).isTrue();

    SurveyCall survey = missed.of(call(number)).orElseThrow().survey();
    survey.answers().solved(Solved.PARTLY);
    plan.outcome(id, 2, CallOutcome.BUSY, Utc.now(clock));
    assertThat(survey(ticket).state()).isEqualTo(SurveyState.CALLING);
    assertThat(plan.lost(clock.instant().plusSeconds(600), 1000))
        .noneMatch(lost -> lost.id() == id);
    survey.answers().satisfaction(4);
    survey.ended();

    awaitState(ticket, SurveyState.ANSWERED);
    assertThat(column(id, "satisfaction")).isEqualTo("4");
  }

  @Test
  void whoIsBeingAskedIsNotOfferedTheSameInAnotherCall() {
    TicketNumber ticket = phonedInVain(CallOutcome.NO_ANSWER);
    long id = dueNow(ticket);
    plan.take(id, "node-1", clock.instant().plusSeconds(300));
    SurveyCall ours = calls.find(PlacedCall.id(id, 2)).orElseThrow();
    ours.answers().satisfaction(3);
    Awaitility.await()
        .until(
            () ->
                jdbc.sql("SELECT COUNT(*) FROM survey_answer WHERE survey_id = ?")
                        .param(id)
                        .query(Long.class)
                        .single()
                    > 0);

    assertThat(missed.of(call(number))).isEmpty();
    ours.ended();
    awaitState(ticket, SurveyState.ANSWERED);
  }

  @Test
  void onlyWhoWasPhonedInVainWithinADayIsTold() {
    TicketNumber ticket = solved();
    assertThat(missed.of(call(number))).as("not phoned yet").isEmpty();
    phoned(ticket, CallOutcome.CONGESTION);
    assertThat(missed.of(call(number))).as("it never rang").isEmpty();

    phoned(ticket, CallOutcome.NO_ANSWER);
    jdbc.sql("UPDATE survey_attempt SET placed_at = :at WHERE survey_id = :id")
        .param("at", Utc.column(clock.instant().minus(Duration.ofHours(25))))
        .param("id", survey(ticket).id())
        .update();
    assertThat(missed.of(call(number))).as("yesterday").isEmpty();

    number = another();
    phonedInVain(CallOutcome.STRANGER);
    assertThat(missed.of(call(number))).as("somebody else's ticket").isEmpty();

    number = another();
    TicketNumber reopened = phonedInVain(CallOutcome.NO_ANSWER);
    move(reopened, Verb.REOPEN);
    assertThat(missed.of(call(number))).as("it goes on otherwise").isEmpty();

    number = another();
    phonedInVain(CallOutcome.NO_ANSWER);
    assertThat(missed.of(call(another()))).as("another number").isEmpty();
    Call hidden = new Call(callId(), Optional.empty(), "4001234567", clock.instant(), "");
    assertThat(missed.of(hidden)).isEmpty();
  }

  @Test
  void whoIsLookedForByAPersonMayAnswerAndIsLookedForUntilSheDoes() {
    TicketNumber ticket = phonedInVain(CallOutcome.UNREACHABLE);
    assertThat(survey(ticket).state()).isEqualTo(SurveyState.PERSON);

    missed.of(call(number)).orElseThrow().survey().ended();
    awaitState(ticket, SurveyState.PERSON);
    assertThat(open(ticket)).extracting(SurveyTask::kind).containsExactly(TaskKind.FIND);

    SurveyCall survey = missed.of(call(number)).orElseThrow().survey();
    survey.answers().solved(Solved.SOLVED);
    survey.answers().satisfaction(4);
    survey.ended();
    awaitState(ticket, SurveyState.ANSWERED);
    assertThat(open(ticket)).isEmpty();
  }

  /** Else nobody would look for her, and her ticket would wait for ever. */
  @Test
  void whoWasFoundAndIsNotReachedAfterAllIsLookedForOnceMore() {
    TicketNumber ticket = phonedInVain(CallOutcome.UNREACHABLE);
    SurveyCall survey = missed.of(call(number)).orElseThrow().survey();
    survey.answers().postponed(Optional.of(survey.allowed(clock.instant().plusSeconds(7200))));
    survey.ended();
    awaitState(ticket, SurveyState.PLANNED);
    assertThat(tasks.done(open(ticket).get(0).id(), "她会接电话", EstateScope.ALL, "agent")).isTrue();
    assertThat(open(ticket)).isEmpty();

    phoned(ticket, CallOutcome.UNREACHABLE);

    assertThat(survey(ticket).state()).isEqualTo(SurveyState.PERSON);
    assertThat(open(ticket)).extracting(SurveyTask::kind).containsExactly(TaskKind.FIND);
    assertThat(tasks.done(open(ticket).get(0).id(), "号码已换", EstateScope.ALL, "agent")).isTrue();
    assertThat(find(ticket).state()).isEqualTo(State.ARCHIVED);
  }

  @Test
  void theWorkThatBeginsAgainHasTheRecordingOfHerCall() {
    TicketNumber ticket = phonedInVain(CallOutcome.NO_ANSWER);
    Call call = call(number);
    SurveyCall survey = missed.of(call).orElseThrow().survey();
    survey.answers().solved(Solved.NOT_SOLVED);
    survey
        .answers()
        .comment(
            new SurveyAnswers.Comment("还在响", true, Duration.ofSeconds(30), Duration.ofSeconds(33)));
    survey.ended();

    awaitState(ticket, SurveyState.ANSWERED);
    assertThat(find(ticket).state()).isEqualTo(State.ACCEPTED);
    assertThat(additions.callsOf(ticket)).containsExactly(call.id());
  }

  @Test
  void callsOfMessagesCountForSurveysAndThoseThatFailedOnOurSideDoNot() {
    Instant now = Utc.now(clock);
    TicketNumber ticket = solved();
    phoned(ticket, CallOutcome.CONGESTION);
    assertThat(hours.calls(number, now)).isEmpty();
    phoned(ticket, CallOutcome.NO_ANSWER);
    assertThat(hours.calls(number, Utc.now(clock))).hasSize(1);

    long message = ThreadLocalRandom.current().nextLong(1_000_000, Long.MAX_VALUE);
    Instant allowed = hours.of(estate, now).next(now.plusSeconds(60), Callee.ANYBODY, List.of());
    for (int claim = 1; claim <= 5; claim++) {
      numberCalls.called(number, PhoneUse.message(message, claim), allowed.minusSeconds(claim));
      numberCalls.called(number, PhoneUse.message(message, claim), allowed);
    }
    assertThat(hours.calls(new PhoneNumber("0086" + number.digits()), allowed)).hasSize(6);

    long id = dueNow(ticket);
    assertThat(plan.due(allowed, 1000)).noneMatch(due -> due.call().id() == id);
    assertThat(survey(ticket).dueAt()).isAfter(allowed);
  }

  private TicketNumber phonedInVain(CallOutcome outcome) {
    TicketNumber ticket = solved();
    phoned(ticket, outcome);
    return ticket;
  }

  private void phoned(TicketNumber ticket, CallOutcome outcome) {
    long id = dueNow(ticket);
    assertThat(plan.take(id, "node-1", clock.instant().plusSeconds(300))).isTrue();
    plan.outcome(id, survey(ticket).attempts(), outcome, Utc.now(clock));
  }

  private long dueNow(TicketNumber ticket) {
    long id = survey(ticket).id();
    jdbc.sql("UPDATE survey SET due_at = :at, rank_at = :at WHERE id = :id")
        .param("at", Utc.column(LONG_AGO))
        .param("id", id)
        .update();
    return id;
  }

  private void leaseIsOver(long id) {
    jdbc.sql("UPDATE survey SET back_until = :at WHERE id = :id")
        .param("at", Utc.column(LONG_AGO))
        .param("id", id)
        .update();
  }

  private Call call(PhoneNumber from) {
    return new Call(callId(), Optional.of(from), "4001234567", clock.instant(), "");
  }

  private static CallId callId() {
    return new CallId("node-1-" + ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE) + ".7");
  }

  private static PhoneNumber another() {
    return new PhoneNumber("139" + ThreadLocalRandom.current().nextInt(10_000_000, 99_999_999));
  }

  private void awaitState(TicketNumber ticket, SurveyState state) {
    Awaitility.await().untilAsserted(() -> assertThat(survey(ticket).state()).isEqualTo(state));
  }

  private Survey survey(TicketNumber ticket) {
    List<Survey> all = rows.of(ticket);
    assertThat(all).isNotEmpty();
    return all.get(all.size() - 1);
  }

  private String column(long id, String name) {
    return String.valueOf(
        jdbc.sql("SELECT " + name + " FROM survey WHERE id = ?")
            .param(id)
            .query(String.class)
            .single());
  }

  private List<SurveyTask> open(TicketNumber ticket) {
    return tasks.of(ticket).stream().filter(SurveyTask::open).toList();
  }

  private Ticket find(TicketNumber ticket) {
    return tickets.find(ticket, EstateScope.ALL).orElseThrow();
  }

  private TicketNumber solved() {
    NewTicket usual = SampleTickets.draft(SampleTickets.newCall(), estate);
    Contents contents = usual.contents();
    NewTicket draft =
        new NewTicket(
            usual.number(),
            usual.origin(),
            Channel.PHONE,
            usual.call(),
            new Contents(
                contents.subject(),
                contents.place(),
                new Reporter(null, "王女士", number),
                contents.text(),
                false,
                false),
            clock.instant());
    TicketNumber ticket = tickets.open(draft, Actor.system("test")).ticket().number();
    move(ticket, Verb.ACCEPT);
    move(ticket, Verb.SOLVE);
    return ticket;
  }

  private void move(TicketNumber ticket, Verb verb) {
    assertThat(
            changes.apply(
                new TicketChanges.Wish(ticket, find(ticket).version(), WORKER, EstateScope.ALL),
                verb,
                "修好了"))
        .isInstanceOf(ChangeResult.Done.class);
  }
}
