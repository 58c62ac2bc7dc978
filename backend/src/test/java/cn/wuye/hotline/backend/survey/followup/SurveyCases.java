package cn.wuye.hotline.backend.survey.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import cn.wuye.hotline.backend.Together;
import cn.wuye.hotline.backend.deadline.calendar.Frame;
import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.estate.Estates;
import cn.wuye.hotline.backend.estate.SampleEstates;
import cn.wuye.hotline.backend.persistence.Transactions;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.resident.Resident;
import cn.wuye.hotline.backend.resident.Residents;
import cn.wuye.hotline.backend.survey.CallOutcome;
import cn.wuye.hotline.backend.survey.CallPlan;
import cn.wuye.hotline.backend.survey.Callee;
import cn.wuye.hotline.backend.survey.FollowUp;
import cn.wuye.hotline.backend.survey.PlacedCall;
import cn.wuye.hotline.backend.survey.PlannedCall;
import cn.wuye.hotline.backend.survey.SurveyPlan;
import cn.wuye.hotline.backend.survey.store.AnswerChannel;
import cn.wuye.hotline.backend.survey.store.AnswerRows;
import cn.wuye.hotline.backend.survey.store.Item;
import cn.wuye.hotline.backend.survey.store.ResidentWish;
import cn.wuye.hotline.backend.survey.store.ResidentWishes;
import cn.wuye.hotline.backend.survey.store.Said;
import cn.wuye.hotline.backend.survey.store.Survey;
import cn.wuye.hotline.backend.survey.store.SurveyHours;
import cn.wuye.hotline.backend.survey.store.SurveyRows;
import cn.wuye.hotline.backend.survey.store.SurveyState;
import cn.wuye.hotline.backend.survey.store.SurveyTask;
import cn.wuye.hotline.backend.survey.store.TaskKind;
import cn.wuye.hotline.backend.survey.store.Told;
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
import cn.wuye.hotline.backend.ticket.TicketEvent;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import cn.wuye.hotline.backend.ticket.Tickets;
import cn.wuye.hotline.backend.ticket.Timeline;
import cn.wuye.hotline.backend.ticket.Verb;
import cn.wuye.hotline.backend.user.Role;
import cn.wuye.hotline.backend.user.Staff;
import cn.wuye.hotline.ivr.conversation.CallId;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import cn.wuye.hotline.ivr.port.Aspect;
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
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Surveys from the end of the work to what follows from the answers, on every database. */
@SuppressWarnings("NullAway.Init")
abstract class SurveyCases {
  private static final Actor WORKER = Actor.user("worker");
  private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

  @Autowired ApplicationContext application;
  @Autowired JdbcClient jdbc;
  @Autowired Estates estates;
  @Autowired Residents residents;
  @Autowired Tickets tickets;
  @Autowired TicketChanges changes;
  @Autowired Timeline timeline;
  @Autowired Additions additions;
  @Autowired SurveyPlan plan;

  @Autowired
  @Qualifier("phonedSurveys")
  SurveyCalls calls;

  @Autowired SurveyRows rows;
  @Autowired AnswerRows said;
  @Autowired ResidentWishes wishes;
  @Autowired SurveyHours hours;
  @Autowired SurveyTasks tasks;
  @Autowired GivingUp givingUp;
  @Autowired Transactions transactions;
  @Autowired Clock clock;

  private EstateId estate;
  private PhoneNumber number;

  @BeforeEach
  void anEstate() {
    estate = SampleEstates.another(estates).requireId();
    number = new PhoneNumber("139" + ThreadLocalRandom.current().nextInt(10_000_000, 99_999_999));
  }

  @AfterEach
  void goOn() {
    plan.resume("boss");
  }

  @Test
  void theEndOfTheWorkPlansOneSurveyAndWhatGoesOnOtherwiseWithdrawsIt() {
    TicketNumber ticket = solved();
    Survey first = survey(ticket);

    assertThat(first.state()).isEqualTo(SurveyState.PLANNED);
    assertThat(first.round()).isEqualTo(1);
    Instant due = Objects.requireNonNull(first.dueAt());
    assertThat(hours.of(estate, due).allowed(due, Callee.ANYBODY, List.of())).isTrue();

    move(ticket, Verb.REOPEN);
    assertThat(survey(ticket).state()).isEqualTo(SurveyState.WITHDRAWN);
    move(ticket, Verb.SOLVE);
    assertThat(survey(ticket).round()).isEqualTo(2);
    move(ticket, Verb.CALL_BACK);
    assertThat(survey(ticket).state()).isEqualTo(SurveyState.PLANNED);
    move(ticket, Verb.ARCHIVE);
    assertThat(rows.of(ticket)).extracting(Survey::state).containsOnly(SurveyState.WITHDRAWN);
  }

  @Test
  void nobodyIsAskedWhereNoResidentHasReportedOrNoNumberIsKnown() {
    assertThat(rows.of(solved(draft(Channel.SENSOR, null, number)))).isEmpty();
    assertThat(rows.of(solved(draft(Channel.PHONE, null, null)))).isEmpty();
    PhoneNumber police = new PhoneNumber("110");
    assertThat(rows.of(solved(draft(Channel.PHONE, null, police)))).isEmpty();
  }

  @Test
  void ofSeveralNodesOneTakesACallAndItsEndIsAppliedOnce() {
    TicketNumber ticket = solved();
    long id = dueNow(ticket);
    Instant now = Utc.now(clock);

    List<Boolean> taken =
        Together.run(4, i -> plan.take(id, "node-" + i, now.plus(Duration.ofMinutes(5))));

    assertThat(taken).containsOnlyOnce(true);
    assertThat(survey(ticket).attempts()).isEqualTo(1);
    assertThat(plan.lost(now, 1000)).extracting(CallPlan.Taken::id).doesNotContain(id);
    assertThat(plan.lost(now.plus(Duration.ofMinutes(6)), 1000))
        .filteredOn(lost -> lost.id() == id)
        .singleElement()
        .extracting(CallPlan.Taken::attempt)
        .isEqualTo(1);

    plan.outcome(id, 1, CallOutcome.LOST, now);
    Instant next = Objects.requireNonNull(survey(ticket).dueAt());
    assertThat(next).isAfterOrEqualTo(now.plus(Duration.ofHours(3)).minusSeconds(60));
    plan.outcome(id, 1, CallOutcome.UNREACHABLE, now);
    assertThat(survey(ticket).state()).isEqualTo(SurveyState.PLANNED);
    assertThat(survey(ticket).dueAt()).isEqualTo(next);
    assertThat(find(ticket).state()).isEqualTo(State.SOLVED);
  }

  @Test
  void whatIsDueComesWithItsNumberAndOnlyAtHoursThatAreAllowed() {
    TicketNumber ticket = solved();
    Instant allowed =
        hours.of(estate, Utc.now(clock)).next(clock.instant(), Callee.ANYBODY, List.of());
    long id = due(ticket, LONG_AGO);

    PlannedCall due = only(plan.due(allowed, 1000), id).orElseThrow();
    assertThat(due.call().number()).isEqualTo(number);
    assertThat(due.attempt()).isEqualTo(1);
    assertThat(survey(ticket).estate()).isEqualTo(estate);
    assertThat(PlacedCall.id(due.call().id(), due.attempt())).isEqualTo("survey-" + id + "-1");

    Instant night =
        allowed
            .atZone(hours.of(estate, allowed).zone())
            .toLocalDate()
            .atTime(3, 0)
            .atZone(hours.of(estate, allowed).zone())
            .toInstant();
    assertThat(only(plan.due(night, 1000), id)).isEmpty();
    assertThat(survey(ticket).dueAt()).isAfter(night);

    due(ticket, LONG_AGO);
    plan.pause("boss");
    assertThat(plan.due(allowed, 1000)).isEmpty();
    assertThat(plan.take(id, "node-1", allowed)).isFalse();
    plan.resume("boss");
    assertThat(only(plan.due(allowed, 1000), id)).isPresent();
    assertThat(
            jdbc.sql("SELECT COUNT(*) FROM audit_entry WHERE action = 'survey.paused'")
                .query(Long.class)
                .single())
        .isPositive();
  }

  @Test
  void whoIsSatisfiedHasHerTicketArchived() {
    TicketNumber ticket = solved();
    SurveyCall call = called(ticket);

    assertThat(call.about().ticket()).isEqualTo(ticket.toString());
    assertThat(call.about().place().building()).isEqualTo("3号楼");
    assertThat(call.about().doubtful()).as("only Asterisk has heard who answered").isFalse();
    call.answers().solved(Solved.SOLVED);
    call.answers().satisfaction(5);
    call.answers().recommendation(9);
    assertThat(call.answers().finished()).isEqualTo(SurveyAnswers.Next.CLOSED);
    call.ended();

    awaitState(ticket, SurveyState.ANSWERED);
    assertThat(find(ticket).state()).isEqualTo(State.ARCHIVED);
    assertThat(column(ticket, "satisfaction")).isEqualTo("5");
    assertThat(column(ticket, "recommendation")).isEqualTo("9");
    assertThat(column(ticket, "channel")).isEqualTo("phone");
    assertThat(surveyed(ticket).details())
        .containsEntry("result", "answered")
        .containsEntry("score", 100);
    assertThat(tasks.of(ticket)).isEmpty();
  }

  @Test
  void whoseTicketStaffTakeUpAgainDuringHerCallIsToldThatItGoesOnAndHerWordsAreNoted() {
    TicketNumber ticket = solved();
    SurveyCall call = called(ticket);
    call.answers().solved(Solved.SOLVED);
    move(ticket, Verb.REOPEN);
    call.answers().satisfaction(4);
    assertThat(call.answers().finished()).isEqualTo(SurveyAnswers.Next.GOES_ON);
    call.ended();

    Awaitility.await()
        .untilAsserted(() -> assertThat(notes(ticket)).singleElement(STRING).contains("已解决，80 分"));
    plan.outcome(survey(ticket).id(), 1, CallOutcome.HUNG_UP, Utc.now(clock));
    assertThat(notes(ticket)).hasSize(1);
    assertThat(survey(ticket).state()).isEqualTo(SurveyState.WITHDRAWN);
    assertThat(find(ticket).state()).isEqualTo(State.ACCEPTED);
    assertThat(open(ticket)).isEmpty();
  }

  @Test
  void whoIsNotContentWithATicketThatStaffCloseDuringHerCallIsPhonedByAPerson() {
    TicketNumber ticket = solved();
    SurveyCall call = called(ticket);
    move(ticket, Verb.CALL_BACK);
    move(ticket, Verb.ARCHIVE);
    call.answers().solved(Solved.NOT_SOLVED);
    assertThat(call.answers().finished()).isEqualTo(SurveyAnswers.Next.PERSON);
    call.ended();

    Awaitility.await()
        .untilAsserted(
            () ->
                assertThat(open(ticket))
                    .extracting(SurveyTask::kind)
                    .containsExactly(TaskKind.PHONE));
    assertThat(notes(ticket)).singleElement(STRING).contains("没有解决");
    assertThat(find(ticket).state()).isEqualTo(State.ARCHIVED);
  }

  /** The database was away, or she hung up at once: the telephone is faster than her answers. */
  @Test
  void whatTheTelephoneTellsDoesNotOvertakeWhatSheAnswered() {
    TicketNumber ticket = solved();
    SurveyCall call = called(ticket);
    long id = survey(ticket).id();

    plan.outcome(id, 1, CallOutcome.ANSWERED, Utc.now(clock));
    assertThat(survey(ticket).state()).isEqualTo(SurveyState.CALLING);
    call.answers().solved(Solved.SOLVED);
    call.answers().satisfaction(5);
    call.ended();
    awaitState(ticket, SurveyState.ANSWERED);
    assertThat(column(ticket, "satisfaction")).isEqualTo("5");

    TicketNumber another = solved();
    SurveyCall later = called(another);
    Instant wanted = later.allowed(Utc.now(clock).plus(Duration.ofHours(5)));
    plan.outcome(survey(another).id(), 1, CallOutcome.POSTPONED, Utc.now(clock));
    later.answers().postponed(Optional.of(wanted));
    later.ended();
    awaitState(another, SurveyState.PLANNED);
    assertThat(survey(another).dueAt()).isEqualTo(wanted);
  }

  @Test
  void whatWasTakenBackIsNoAnswerWhateverTheTelephoneTells() {
    TicketNumber ticket = solved();
    long id = dueNow(ticket);
    take(id);
    // Not by the call: its end would be told from there at once.
    said.add(
        new Said(
            id,
            AnswerChannel.PHONE,
            Item.ENDED,
            Told.of(PlacedCall.id(id, 1), 1, "", clock.instant())));

    plan.outcome(id, 1, CallOutcome.ANSWERED, Utc.now(clock));

    assertThat(survey(ticket).state()).isEqualTo(SurveyState.PLANNED);
    assertThat(survey(ticket).dueAt()).isAfter(clock.instant());
    assertThat(find(ticket).state()).isEqualTo(State.SOLVED);
  }

  @Test
  void whoHangsUpAfterANoHasTheWorkDoneAgainAndTheSecondTimeItIsTheProjectManagers() {
    String manager = "pm-" + estate;
    Staff.add(application, manager, Role.DISPATCHER, estate.value());
    TicketNumber ticket = solved();
    SurveyCall first = called(ticket);
    first.answers().solved(Solved.NOT_SOLVED);
    first
        .answers()
        .comment(
            new SurveyAnswers.Comment(
                "水还在漏", true, Duration.ofSeconds(20), Duration.ofSeconds(24)));
    assertThat(first.answers().finished()).isEqualTo(SurveyAnswers.Next.REOPENED);
    first.ended();

    awaitState(ticket, SurveyState.ANSWERED);
    Ticket again = find(ticket);
    assertThat(again.state()).isEqualTo(State.ACCEPTED);
    assertThat(again.owner()).contains("worker");
    assertThat(additions.callsOf(ticket))
        .containsExactly(new CallId(PlacedCall.id(survey(ticket).id(), 1)));
    assertThat(surveyed(ticket).details())
        .containsEntry("solved", "not-solved")
        .containsEntry("words", "水还在漏")
        .containsEntry("told", List.of(manager));
    assertThat(column(ticket, "level")).isEqualTo("1");

    move(ticket, Verb.SOLVE);
    assertThat(survey(ticket).urgent()).isTrue();
    SurveyCall second = called(ticket);
    second.answers().satisfaction(1);
    second.answers().aspect(Aspect.SPEED, 2);
    assertThat(second.answers().finished()).isEqualTo(SurveyAnswers.Next.MANAGER);
    second.ended();

    awaitState(ticket, SurveyState.ANSWERED);
    assertThat(find(ticket).state()).isEqualTo(State.ACCEPTED);
    assertThat(column(ticket, "level")).isEqualTo("2");
    assertThat(column(ticket, "speed")).isEqualTo("2");
    // A low score is looked after by a person as well, though the work goes on.
    assertThat(open(ticket)).extracting(SurveyTask::kind).containsExactly(TaskKind.PHONE);
  }

  @Test
  void whoIsHalfSatisfiedIsPhonedByAPersonWithinFourWorkingHoursAndTheTicketWaits() {
    TicketNumber ticket = solved();
    SurveyCall call = called(ticket);
    call.answers().solved(Solved.PARTLY);
    call.answers().satisfaction(3);
    call.ended();

    awaitState(ticket, SurveyState.ANSWERED);
    assertThat(find(ticket).state()).isEqualTo(State.CALLBACK);
    SurveyTask phone = task(ticket, TaskKind.PHONE);
    assertThat(phone.dueAt())
        .isEqualTo(FollowUp.personDue(phone.openedAt(), hours.work(estate, phone.openedAt())));
    assertThat(tasks.open(EstateScope.of(Set.of(estate)))).contains(phone);

    EstateScope elsewhere = EstateScope.of(Set.of(SampleEstates.another(estates).requireId()));
    assertThat(tasks.done(phone.id(), "已致电", elsewhere, "stranger")).isFalse();
    assertThat(tasks.done(phone.id(), "已致电", EstateScope.ALL, "agent")).isTrue();
    assertThat(tasks.done(phone.id(), "已致电", EstateScope.ALL, "agent")).isFalse();
    assertThat(find(ticket).state()).isEqualTo(State.CALLBACK);
    assertThat(tasks.done(task(ticket, TaskKind.REST).id(), "补做完", EstateScope.ALL, "agent"))
        .isTrue();
    assertThat(find(ticket).state()).isEqualTo(State.ARCHIVED);
  }

  @Test
  void whoWantsNoSurveysIsNotCalledForThemAgain() {
    long resident = resident(List.of());
    TicketNumber ticket = solved(draft(Channel.PHONE, resident, number));
    SurveyCall call = called(ticket);
    call.answers().declined();
    call.ended();

    awaitState(ticket, SurveyState.DECLINED);
    assertThat(find(ticket).state()).isEqualTo(State.ARCHIVED);
    assertThat(wishes.of(resident).noSurveys()).isTrue();
    assertThat(surveyed(ticket).details()).containsEntry("result", "declined");

    TicketNumber next = solved(draft(Channel.PHONE, resident, number));
    assertThat(survey(next).dueAt()).isNull();
    givingUp.run(() -> false);
    assertThat(survey(next).state()).isEqualTo(SurveyState.DECLINED);
    assertThat(find(next).state()).isEqualTo(State.ARCHIVED);
  }

  @Test
  void whoSaysSoWhileStaffTakeHerTicketUpAgainIsBelievedAsWell() {
    long resident = resident(List.of());
    TicketNumber ticket = solved(draft(Channel.PHONE, resident, number));
    SurveyCall call = called(ticket);
    move(ticket, Verb.REOPEN);
    call.answers().declined();
    call.ended();

    Awaitility.await().untilAsserted(() -> assertThat(wishes.of(resident).noSurveys()).isTrue());
    assertThat(survey(ticket).state()).isEqualTo(SurveyState.WITHDRAWN);
    assertThat(find(ticket).state()).isEqualTo(State.ACCEPTED);
  }

  @Test
  void wishesOfAResidentAreKeptAndRespected() {
    long resident = resident(List.of());
    wishes.save(
        resident,
        new ResidentWish(false, List.of(Frame.parse("10:00-11:00"), Frame.parse("19:00-19:30"))),
        "agent");

    assertThat(wishes.of(resident).preferred()).hasSize(2);
    Instant due =
        Objects.requireNonNull(survey(solved(draft(Channel.PHONE, resident, number))).dueAt());
    assertThat(due.atZone(hours.of(estate, due).zone()).getHour()).isIn(10, 19);
    wishes.declined(resident);
    assertThat(wishes.of(resident).noSurveys()).isTrue();
    assertThat(wishes.of(resident).preferred()).hasSize(2);
  }

  @Test
  void whoIsCalledInVainTwiceIsUnreachedAfterThreeDaysAndNeverSatisfied() {
    TicketNumber ticket = solved();
    Instant begin = Utc.now(clock);
    long id = dueNow(ticket);
    Instant at = begin;
    for (int attempt = 1; survey(ticket).giveUpAt() == null; attempt++) {
      assertThat(attempt).isLessThan(7);
      take(id);
      jdbc.sql("UPDATE survey_attempt SET placed_at = :at WHERE survey_id = :id AND number = :n")
          .param("at", Utc.column(at))
          .param("id", id)
          .param("n", attempt)
          .update();
      plan.outcome(id, attempt, CallOutcome.NO_ANSWER, at);
      Instant next = survey(ticket).dueAt();
      if (next != null) {
        at = next;
        due(ticket, LONG_AGO);
      }
    }
    Instant end = Objects.requireNonNull(survey(ticket).giveUpAt());
    assertThat(end).isAfterOrEqualTo(begin.plus(Duration.ofDays(3)));

    givingUp.run(() -> false);
    assertThat(survey(ticket).state()).isEqualTo(SurveyState.PLANNED);
    jdbc.sql("UPDATE survey SET give_up_at = :past WHERE id = :id")
        .param("past", Utc.column(LONG_AGO))
        .param("id", id)
        .update();
    givingUp.run(() -> false);

    assertThat(survey(ticket).state()).isEqualTo(SurveyState.UNREACHED);
    assertThat(find(ticket).state()).isEqualTo(State.ARCHIVED);
    assertThat(surveyed(ticket).details())
        .containsEntry("result", "unreached")
        .containsEntry("score", 0);
  }

  @Test
  void aNumberOfSomebodyElseIsLookedForByAPerson() {
    TicketNumber ticket = solved();
    SurveyCall call = called(ticket);
    call.answers().stranger();
    call.ended();

    awaitState(ticket, SurveyState.PERSON);
    assertThat(find(ticket).state()).isEqualTo(State.SOLVED);
    assertThat(tasks.done(task(ticket, TaskKind.FIND).id(), "号码已换", EstateScope.ALL, "agent"))
        .isTrue();
    assertThat(survey(ticket).state()).isEqualTo(SurveyState.UNREACHED);
    assertThat(find(ticket).state()).isEqualTo(State.ARCHIVED);
  }

  @Test
  void theHourSheNamesIsWhenSheIsCalledAgain() {
    TicketNumber ticket = solved();
    SurveyCall call = called(ticket);
    Instant wanted = call.allowed(clock.instant().plus(Duration.ofHours(26)));
    call.answers().postponed(Optional.empty());
    call.answers().postponed(Optional.of(wanted));
    call.ended();

    Awaitility.await()
        .untilAsserted(() -> assertThat(survey(ticket).state()).isEqualTo(SurveyState.PLANNED));
    assertThat(survey(ticket).dueAt()).isEqualTo(Utc.truncated(wanted));
    assertThat(calls.find(PlacedCall.id(survey(ticket).id(), 1))).isEmpty();

    jdbc.sql("UPDATE survey SET due_at = NULL, give_up_at = :past WHERE id = :id")
        .param("past", Utc.column(LONG_AGO))
        .param("id", survey(ticket).id())
        .update();
    givingUp.run(() -> false);
    assertThat(survey(ticket).state()).isEqualTo(SurveyState.UNREACHED);
    assertThat(column(ticket, "channel")).as("she has answered nothing").isEmpty();
  }

  @Test
  void anAnswerThatComesAfterItsCallWasGivenUpIsNotLost() {
    TicketNumber ticket = solved();
    SurveyCall call = called(ticket);
    long id = survey(ticket).id();
    plan.outcome(id, 1, CallOutcome.LOST, Utc.now(clock));
    assertThat(survey(ticket).state()).isEqualTo(SurveyState.PLANNED);

    call.answers().solved(Solved.SOLVED);

    awaitState(ticket, SurveyState.ANSWERED);
    call.ended();
    call.ended();
    Awaitility.await()
        .untilAsserted(
            () ->
                assertThat(said.said(id))
                    .extracting(Said::item)
                    .containsExactly(Item.SOLVED, Item.ENDED));
    said.add(said.said(id).get(0));
    assertThat(said.said(id)).hasSize(2);
    assertThat(find(ticket).state()).isEqualTo(State.ARCHIVED);
  }

  /** The database was away for longer than the lease: what she answered comes in one go. */
  @Test
  void ofACallThatWasGivenUpAllThatSheAnsweredCounts() {
    TicketNumber ticket = solved();
    SurveyCall call = called(ticket);
    long id = survey(ticket).id();
    plan.outcome(id, 1, CallOutcome.LOST, Utc.now(clock));

    transactions.run(
        () -> {
          // As long as this has the survey, nothing of it is entered.
          assertThat(rows.locked(id)).isPresent();
          call.answers().solved(Solved.SOLVED);
          call.answers().satisfaction(1);
          call.ended();
          return id;
        });

    awaitState(ticket, SurveyState.ANSWERED);
    assertThat(column(ticket, "satisfaction")).isEqualTo("1");
    assertThat(find(ticket).state()).isEqualTo(State.ACCEPTED);
  }

  @Test
  void whatIsWrongWithOneKeepsNoOthersFromBeingPhonedOrGivenUp() {
    long resident = resident(List.of());
    TicketNumber broken = solved(draft(Channel.PHONE, resident, number));
    TicketNumber ticket = solved();
    jdbc.sql(
            "INSERT INTO resident_survey (resident_id, preferred, changed_at)"
                + " VALUES (?, 'nonsense', ?)")
        .params(resident, Utc.column(LONG_AGO))
        .update();
    long wrong = due(broken, LONG_AGO);
    long id = due(ticket, LONG_AGO);
    Instant allowed =
        hours.of(estate, Utc.now(clock)).next(clock.instant(), Callee.ANYBODY, List.of());

    List<PlannedCall> due = plan.due(allowed, 1000);
    assertThat(only(due, id)).isPresent();
    assertThat(only(due, wrong)).isEmpty();
    assertThat(survey(broken).dueAt()).isAfter(allowed);

    jdbc.sql("UPDATE survey SET due_at = NULL, give_up_at = :past WHERE id IN (:ids)")
        .param("past", Utc.column(LONG_AGO))
        .param("ids", List.of(wrong, id))
        .update();
    givingUp.run(() -> false);
    assertThat(survey(ticket).state()).isEqualTo(SurveyState.UNREACHED);
    assertThat(survey(broken).state()).isEqualTo(SurveyState.PLANNED);
    wishes.save(resident, ResidentWish.NONE, "agent");
    givingUp.run(() -> false);
    assertThat(survey(broken).state()).isEqualTo(SurveyState.UNREACHED);
  }

  private SurveyCall called(TicketNumber ticket) {
    long id = dueNow(ticket);
    take(id);
    return calls.find(PlacedCall.id(id, survey(ticket).attempts())).orElseThrow();
  }

  private void take(long id) {
    assertThat(plan.take(id, "node-1", clock.instant().plus(Duration.ofMinutes(5)))).isTrue();
  }

  private long dueNow(TicketNumber ticket) {
    return due(ticket, LONG_AGO);
  }

  private long due(TicketNumber ticket, Instant at) {
    long id = survey(ticket).id();
    jdbc.sql("UPDATE survey SET due_at = :at, rank_at = :at WHERE id = :id")
        .param("at", Utc.column(at))
        .param("id", id)
        .update();
    return id;
  }

  private static Optional<PlannedCall> only(List<PlannedCall> all, long id) {
    return all.stream().filter(due -> due.call().id() == id).findFirst();
  }

  private void awaitState(TicketNumber ticket, SurveyState state) {
    Awaitility.await().untilAsserted(() -> assertThat(survey(ticket).state()).isEqualTo(state));
  }

  private Survey survey(TicketNumber ticket) {
    List<Survey> all = rows.of(ticket);
    assertThat(all).isNotEmpty();
    return all.get(all.size() - 1);
  }

  private @Nullable String column(TicketNumber ticket, String name) {
    return jdbc.sql("SELECT " + name + " FROM survey WHERE id = ?")
        .param(survey(ticket).id())
        .query(String.class)
        .single();
  }

  private SurveyTask task(TicketNumber ticket, TaskKind kind) {
    return open(ticket).stream().filter(task -> task.kind() == kind).findFirst().orElseThrow();
  }

  private List<SurveyTask> open(TicketNumber ticket) {
    return tasks.of(ticket).stream().filter(SurveyTask::open).toList();
  }

  private TicketEvent surveyed(TicketNumber ticket) {
    List<TicketEvent> all =
        timeline.of(ticket).stream().filter(event -> event.kind().equals("surveyed")).toList();
    assertThat(all).isNotEmpty();
    return all.get(all.size() - 1);
  }

  private List<String> notes(TicketNumber ticket) {
    return timeline.of(ticket).stream()
        .filter(event -> event.kind().equals("note-added"))
        .map(event -> String.valueOf(event.details().get("text")))
        .toList();
  }

  private Ticket find(TicketNumber ticket) {
    return tickets.find(ticket, EstateScope.ALL).orElseThrow();
  }

  private long resident(List<Resident.Dwelling> dwellings) {
    return Objects.requireNonNull(
        residents.save(Resident.named("王芳", "cmn", List.of(number), dwellings)).id());
  }

  private TicketNumber solved() {
    return solved(draft(Channel.PHONE, null, number));
  }

  private TicketNumber solved(NewTicket draft) {
    TicketNumber ticket = tickets.open(draft, Actor.system("test")).ticket().number();
    move(ticket, Verb.ACCEPT);
    move(ticket, Verb.SOLVE);
    return ticket;
  }

  private NewTicket draft(Channel channel, @Nullable Long resident, @Nullable PhoneNumber phone) {
    NewTicket usual = SampleTickets.draft(SampleTickets.newCall(), estate);
    Contents contents = usual.contents();
    return new NewTicket(
        usual.number(),
        usual.origin(),
        channel,
        usual.call(),
        new Contents(
            contents.subject(),
            contents.place(),
            new Reporter(resident, "王女士", phone),
            contents.text(),
            false,
            false),
        clock.instant());
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
