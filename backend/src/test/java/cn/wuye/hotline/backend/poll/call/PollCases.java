package cn.wuye.hotline.backend.poll.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import cn.wuye.hotline.backend.Together;
import cn.wuye.hotline.backend.deadline.calendar.WorkingCalendar;
import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.estate.Estates;
import cn.wuye.hotline.backend.estate.SampleEstates;
import cn.wuye.hotline.backend.message.Addressee;
import cn.wuye.hotline.backend.message.Notice;
import cn.wuye.hotline.backend.message.Outbox;
import cn.wuye.hotline.backend.message.template.MessageEvent;
import cn.wuye.hotline.backend.outbound.NumberCalls;
import cn.wuye.hotline.backend.outbound.PhonesInUse;
import cn.wuye.hotline.backend.persistence.Transactions;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.poll.AgeRange;
import cn.wuye.hotline.backend.poll.AskedState;
import cn.wuye.hotline.backend.poll.PollChannel;
import cn.wuye.hotline.backend.poll.PollCheck.Problem;
import cn.wuye.hotline.backend.poll.PollDraft;
import cn.wuye.hotline.backend.poll.PollQuestion;
import cn.wuye.hotline.backend.poll.PollState;
import cn.wuye.hotline.backend.poll.PollTally;
import cn.wuye.hotline.backend.poll.QuestionKind;
import cn.wuye.hotline.backend.poll.desk.PollDesk;
import cn.wuye.hotline.backend.poll.desk.PollDesk.Change;
import cn.wuye.hotline.backend.poll.desk.PollResults;
import cn.wuye.hotline.backend.poll.store.Poll;
import cn.wuye.hotline.backend.poll.store.PollMessages;
import cn.wuye.hotline.backend.poll.store.PollResident;
import cn.wuye.hotline.backend.poll.store.PollResidentRows;
import cn.wuye.hotline.backend.poll.store.PollRows;
import cn.wuye.hotline.backend.resident.Resident;
import cn.wuye.hotline.backend.resident.Residents;
import cn.wuye.hotline.backend.survey.CallOutcome;
import cn.wuye.hotline.backend.survey.Callee;
import cn.wuye.hotline.backend.survey.Period;
import cn.wuye.hotline.backend.survey.PlannedCall;
import cn.wuye.hotline.backend.survey.store.ResidentWishes;
import cn.wuye.hotline.backend.survey.store.SurveyHours;
import cn.wuye.hotline.backend.user.Role;
import cn.wuye.hotline.backend.user.SignedInUser;
import cn.wuye.hotline.backend.user.Staff;
import cn.wuye.hotline.backend.user.StaffRequests;
import cn.wuye.hotline.ivr.conversation.Call;
import cn.wuye.hotline.ivr.conversation.CallId;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import cn.wuye.hotline.ivr.port.AskedQuestion;
import cn.wuye.hotline.ivr.port.MissedSurvey;
import cn.wuye.hotline.ivr.port.SurveyAnswers.Comment;
import cn.wuye.hotline.ivr.port.SurveyCall;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Polls from the draft to the results, on every database. */
@SuppressWarnings("NullAway.Init")
abstract class PollCases {
  private static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");

  @Autowired MockMvc mvc;
  @Autowired JdbcClient jdbc;
  @Autowired Estates estates;
  @Autowired Residents residents;
  @Autowired ResidentWishes wishes;
  @Autowired SurveyHours hours;
  @Autowired NumberCalls numbers;
  @Autowired PollDesk desk;
  @Autowired PollResults results;
  @Autowired PollRows polls;
  @Autowired PollResidentRows rows;
  @Autowired PollMessages messages;
  @Autowired PollPlan plan;
  @Autowired PolledSurveys calls;
  @Autowired MissedPolls missed;
  @Autowired PhonesInUse phones;
  @Autowired Outbox outbox;
  @Autowired Transactions transactions;
  @Autowired Clock clock;

  private EstateId estate;
  private SignedInUser manager;
  private SignedInUser quality;
  private SignedInUser stranger;
  private long nextNumber;

  @BeforeEach
  void people() {
    estate = SampleEstates.another(estates).requireId();
    manager = Staff.signedIn(Role.MANAGER, estate.value());
    quality = Staff.signedIn(Role.QUALITY, estate.value());
    stranger = Staff.signedIn(Role.MANAGER, SampleEstates.another(estates).requireId().value());
    nextNumber = 13_000_000_000L + ThreadLocalRandom.current().nextLong(900_000_000L);
  }

  @Test
  void whoFitsIsDrawnOnceAndWithTheSameSeedAgain() {
    int year = today().getYear();
    PhoneNumber family = number();
    List<Long> fitting =
        List.of(
            resident(year - 65, number()),
            resident(year - 60, number()),
            resident(year - 70, family));
    resident(year - 66, family);
    resident(year - 59, number());
    resident(year - 71, number());
    resident(null, number());
    wishes.declined(resident(year - 65, number()));
    long poll = draft(new AgeRange(60, 70), 10);

    assertThat(desk.preview(desk.find(poll, manager).orElseThrow().draft()).households())
        .isEqualTo(3);
    List<Change> begun = Together.run(3, i -> desk.start(poll, manager));

    assertThat(begun).containsOnlyOnce(Change.DONE);
    List<PollResident> drawn = drawn(poll);
    assertThat(drawn).hasSize(3).allMatch(each -> each.state() == AskedState.PLANNED);
    assertThat(drawn).extracting(PollResident::resident).contains(fitting.get(0), fitting.get(1));
    assertThat(desk.find(poll, manager).orElseThrow().state()).isEqualTo(PollState.RUNNING);
    assertThat(audited("poll.started", poll)).isEqualTo(1);
  }

  @Test
  void aDraftIsChangedByVersionsAndNotOnceItHasBegun() {
    resident(null, number());
    long id = draft(AgeRange.ANY, 10);
    Poll first = desk.find(id, manager).orElseThrow();
    PollDraft other = asking(AgeRange.ANY, 5, List.of(question(1, QuestionKind.POINTS)));

    assertThat(desk.save(id, first.version(), other, manager).change()).isEqualTo(Change.DONE);
    assertThat(desk.save(id, first.version(), other, manager).change()).isEqualTo(Change.OVER);
    assertThat(desk.find(id, manager).orElseThrow().draft()).isEqualTo(other);
    assertThat(desk.save(id, 2, asking(AgeRange.ANY, 0, List.of()), manager).problems())
        .containsExactlyInAnyOrder(Problem.SIZE, Problem.QUESTIONS);

    assertThat(desk.start(id, manager)).isEqualTo(Change.DONE);
    assertThat(desk.save(id, 2, other, manager).change()).isEqualTo(Change.OVER);
    assertThat(desk.start(id, manager)).isEqualTo(Change.OVER);
  }

  @Test
  void whereNobodyFitsItDoesNotBegin() {
    long id = draft(AgeRange.ANY, 10);

    assertThat(desk.start(id, manager)).isEqualTo(Change.NOBODY);
    assertThat(desk.find(id, manager).orElseThrow().state()).isEqualTo(PollState.DRAFT);
  }

  @Test
  void sheIsPhonedByOneNodeAtAnAllowedHourAndHerAnswersAreKept() {
    PhoneNumber number = number();
    resident(null, number);
    long poll = running(1);
    PollResident who = drawn(poll).get(0);
    Instant allowed =
        hours.of(estate, clock.instant()).next(clock.instant(), Callee.ANYBODY, List.of());

    dueNow(who);
    assertThat(due(allowed, who)).get().extracting(each -> each.call().number()).isEqualTo(number);
    List<Boolean> taken = Together.run(4, i -> plan.take(who.id(), "node-" + i, soon()));
    assertThat(taken).containsOnlyOnce(true);
    assertThat(numbers.of(number, clock.instant())).hasSize(1);

    SurveyCall call = calls.find("poll-" + who.id() + "-1").orElseThrow();
    assertThat(call.about().ticket()).isEmpty();
    assertThat(call.about().addressee()).isEqualTo("王女士");
    assertThat(call.questions())
        .extracting(AskedQuestion::text)
        .containsExactly("您对小区的卫生满意吗？", "您还有什么建议？");
    call.answers().answer(1, 4);
    call.answers().answer(1, 5);
    call.answers()
        .words(2, new Comment("多种点花", true, Duration.ofSeconds(30), Duration.ofSeconds(33)));
    plan.outcome(who.id(), 1, CallOutcome.ANSWERED, clock.instant());
    call.ended();

    awaitState(who, AskedState.ANSWERED);
    List<PollTally> tallies =
        results.tallies(desk.find(poll, manager).orElseThrow(), EstateScope.ALL);
    assertThat(tallies.get(0).counts()).containsExactly(Map.entry(5, 1L));
    assertThat(tallies.get(0).share(5).percent()).as("of one answer").isEmpty();
    assertThat(tallies.get(1).answers()).isEqualTo(1);
    assertThat(results.words(poll, EstateScope.ALL))
        .extracting(PollResults.Words::words)
        .containsExactly("多种点花");
    assertThat(results.tallies(desk.find(poll, manager).orElseThrow(), stranger.scope()))
        .allMatch(tally -> tally.answers() == 0);
    assertThat(calls.find("poll-" + who.id() + "-1")).isEmpty();
    assertThat(calls.find("survey-" + who.id() + "-1")).isEmpty();
  }

  @Test
  void atNightHerCallIsMovedAndWhilePausedNobodyIsPhoned() {
    resident(null, number());
    long poll = running(1);
    PollResident who = drawn(poll).get(0);
    Instant night = today().plusDays(1).atTime(3, 0).atZone(WorkingCalendar.CHINA).toInstant();

    dueNow(who);
    assertThat(due(night, who)).isEmpty();
    assertThat(dueAt(who)).isAfter(night);

    dueNow(who);
    assertThat(desk.pause(poll, manager)).isEqualTo(Change.DONE);
    assertThat(plan.take(who.id(), "node-1", soon())).isFalse();
    assertThat(due(clock.instant(), who)).isEmpty();
    assertThat(desk.resume(poll, manager)).isEqualTo(Change.DONE);
    assertThat(plan.take(who.id(), "node-1", soon())).isTrue();
  }

  @Test
  void whoDoesNotAnswerIsPhonedAgainUntilThePollEnds() {
    resident(null, number());
    resident(null, number());
    long poll = running(2);
    PollResident who = drawn(poll).get(0);
    call(who);

    plan.outcome(who.id(), 1, CallOutcome.NO_ANSWER, clock.instant());
    plan.outcome(who.id(), 1, CallOutcome.UNREACHABLE, clock.instant());
    assertThat(find(who).state()).isEqualTo(AskedState.PLANNED);
    assertThat(dueAt(who)).isAfter(clock.instant().plus(Duration.ofHours(2)));

    assertThat(desk.end(poll, manager)).isEqualTo(Change.DONE);
    assertThat(drawn(poll))
        .extracting(PollResident::state)
        .containsExactlyInAnyOrder(AskedState.UNREACHED, AskedState.NOT_ASKED);
    assertThat(desk.resume(poll, manager)).isEqualTo(Change.OVER);
  }

  @Test
  void whoWantsNoSurveysIsNeverPhonedForOneAgain() {
    long resident = resident(null, number());
    PollResident who = drawn(running(1)).get(0);
    call(who);
    SurveyCall call = calls.find("poll-" + who.id() + "-1").orElseThrow();

    call.answers().declined();
    call.ended();

    awaitState(who, AskedState.DECLINED);
    assertThat(wishes.of(resident).noSurveys()).isTrue();
  }

  @Test
  void answersThatComeAfterTheirCallWasGivenUpCount() {
    resident(null, number());
    PollResident who = drawn(running(1)).get(0);
    call(who);
    SurveyCall call = calls.find("poll-" + who.id() + "-1").orElseThrow();
    assertThat(plan.lost(soon().plusSeconds(60), 1000))
        .anyMatch(lost -> lost.id() == who.id() && lost.attempt() == 1);
    plan.outcome(who.id(), 1, CallOutcome.LOST, clock.instant());
    assertThat(find(who).state()).isEqualTo(AskedState.PLANNED);

    call.answers().answer(1, 3);

    awaitState(who, AskedState.ANSWERED);
  }

  /** Whether her answers or the end of the line are there first. */
  @Test
  void whoTalkedWithAPersonInsteadIsNotPhonedAgain() {
    resident(null, number());
    resident(null, number());
    List<PollResident> drawn = drawn(running(2));
    PollResident line = drawn.get(0);
    call(line);
    SurveyCall late = calls.find("poll-" + line.id() + "-1").orElseThrow();
    plan.outcome(line.id(), 1, CallOutcome.LOST, clock.instant());
    assertThat(find(line).state()).isEqualTo(AskedState.PLANNED);

    late.answers().personWanted();
    late.ended();

    awaitState(line, AskedState.DECLINED);

    PollResident journal = drawn.get(1);
    call(journal);
    calls.find("poll-" + journal.id() + "-1").orElseThrow().answers().personWanted();
    Awaitility.await().untilAsserted(() -> assertThat(said(journal)).isEqualTo(1));
    assertThat(find(journal).state()).isEqualTo(AskedState.CALLING);
    plan.outcome(journal.id(), 1, CallOutcome.LOST, clock.instant());
    assertThat(find(journal).state()).isEqualTo(AskedState.DECLINED);
  }

  @Test
  void whoWasPhonedInVainAnswersWhenShePhonesBack() {
    PhoneNumber number = number();
    resident(null, number);
    PollResident who = drawn(running(1)).get(0);
    call(who);
    assertThat(missed.of(from(number))).as("while she is called").isEmpty();
    plan.outcome(who.id(), 1, CallOutcome.NO_ANSWER, clock.instant());
    dueNow(who);

    MissedSurvey back = missed.of(from(number)).orElseThrow();

    assertThat(back.survey().questions()).hasSize(2);
    assertThat(back.calledAt()).isBetween(clock.instant().minusSeconds(60), clock.instant());
    assertThat(phones.busy(number, clock.instant())).isTrue();
    assertThat(due(clock.instant(), who)).as("nobody phones her meanwhile").isEmpty();
    assertThat(missed.of(from(number))).as("somebody else on the same number").isEmpty();
    back.survey().answers().answer(1, 4);
    awaitState(who, AskedState.ANSWERED);
    back.survey().answers().answer(1, 2);
    back.survey().ended();
    Awaitility.await()
        .untilAsserted(() -> assertThat(phones.busy(number, clock.instant())).isFalse());
    Poll poll = polls.find(who.poll(), EstateScope.ALL).orElseThrow();
    assertThat(results.tallies(poll, EstateScope.ALL).get(0).counts())
        .containsExactly(Map.entry(2, 1L));
    assertThat(missed.of(from(number))).isEmpty();
  }

  @Test
  void whoPhonesBackAndHasNoTimeIsPhonedWhenSheSaid() {
    PhoneNumber number = number();
    resident(null, number);
    PollResident who = drawn(running(1)).get(0);
    call(who);
    plan.outcome(who.id(), 1, CallOutcome.BUSY, clock.instant());
    Instant wanted = Utc.now(clock).plus(Duration.ofHours(5));

    MissedSurvey back = missed.of(from(number)).orElseThrow();
    back.survey().answers().postponed(Optional.of(wanted));
    back.survey().ended();

    Awaitility.await().untilAsserted(() -> assertThat(dueAt(who)).isEqualTo(wanted));
    assertThat(find(who).state()).isEqualTo(AskedState.PLANNED);
    Awaitility.await()
        .untilAsserted(() -> assertThat(phones.busy(number, clock.instant())).isFalse());
    assertThat(missed.of(from(number))).as("she has said when").isEmpty();
  }

  @Test
  void whoHasSaidMeanwhileThatSheWantsNoSurveysIsToldNothing() {
    PhoneNumber number = number();
    long resident = resident(null, number);
    PollResident who = drawn(running(1)).get(0);
    call(who);
    plan.outcome(who.id(), 1, CallOutcome.NO_ANSWER, clock.instant());

    wishes.declined(resident);

    assertThat(missed.of(from(number))).isEmpty();
    assertThat(phones.busy(number, clock.instant())).isFalse();
  }

  @Test
  void whoWasPhonedLongAgoIsToldNothing() {
    PhoneNumber number = number();
    resident(null, number);
    PollResident who = drawn(running(1)).get(0);
    call(who);
    plan.outcome(who.id(), 1, CallOutcome.NO_ANSWER, clock.instant());
    jdbc.sql("UPDATE poll_attempt SET placed_at = ? WHERE asked_id = ?")
        .params(Utc.column(clock.instant().minus(Duration.ofHours(25))), who.id())
        .update();

    assertThat(missed.of(from(number))).isEmpty();
  }

  @Test
  void aPollWhoseLastDayIsOverEnds() {
    resident(null, number());
    long poll = running(1);
    Clock later = Clock.fixed(clock.instant().plus(Duration.ofDays(20)), WorkingCalendar.CHINA);

    new PollEnding(polls, rows, messages, transactions, later).run(() -> false);

    assertThat(desk.find(poll, manager).orElseThrow().state()).isEqualTo(PollState.ENDED);
    assertThat(drawn(poll)).extracting(PollResident::state).containsOnly(AskedState.NOT_ASKED);
  }

  @Test
  void aMessageThatWaitsIsTakenBackWhenSheHasAnsweredOrThePollIsOver() {
    resident(null, number());
    resident(null, number());
    long poll = running(2);
    List<PollResident> drawn = drawn(poll);
    drawn.forEach(this::invite);
    PollResident answering = drawn.get(0);
    call(answering);
    SurveyCall call = calls.find("poll-" + answering.id() + "-1").orElseThrow();

    call.answers().answer(1, 4);
    call.ended();

    awaitState(answering, AskedState.ANSWERED);
    assertThat(message(answering)).isEqualTo("unwanted");
    assertThat(message(drawn.get(1))).isEqualTo("waiting");
    assertThat(desk.end(poll, manager)).isEqualTo(Change.DONE);
    assertThat(message(drawn.get(1))).isEqualTo("unwanted");
  }

  @Test
  void whoDoesNotSeeAllOfItsEstatesChangesNothing() {
    resident(null, number());
    long id = draft(AgeRange.ANY, 10);

    assertThat(desk.find(id, stranger)).isEmpty();
    assertThat(desk.start(id, stranger)).isEqualTo(Change.UNKNOWN);
    assertThat(desk.find(id, quality)).isPresent();
    assertThatThrownBy(() -> desk.start(id, quality)).isInstanceOf(AccessDeniedException.class);
    PollDraft foreign = asking(AgeRange.ANY, 10, List.of(question(1, QuestionKind.POINTS)));
    assertThatThrownBy(() -> desk.save(0, 0, foreign, stranger))
        .isInstanceOf(AccessDeniedException.class);
  }

  @Test
  void thePagesDraftBeginAndShowThePoll() throws Exception {
    resident(null, number());
    assertThat(body("/console/polls/new", manager)).contains("五级满意度");
    assertThat(status(get("/console/polls/new"), quality)).isEqualTo(403);
    MockHttpServletRequestBuilder form =
        form("/console/polls/new").param("zh-1", "您对<小区>满意吗？").param("kind-1", "degrees");
    assertThat(send(form.param("preview", "1"), manager).getContentAsString())
        .contains("不重复的有 1 户", "您对&lt;小区&gt;满意吗？");
    MockHttpServletResponse empty = send(form("/console/polls/new"), manager);
    assertThat(empty.getStatus()).isEqualTo(422);
    assertThat(empty.getContentAsString()).contains("没有保存", "要有 1 到 5 个问题");

    MockHttpServletResponse saved =
        send(form("/console/polls/new").param("zh-1", "您满意吗？").param("kind-1", "degrees"), manager);
    assertThat(saved.getStatus()).isEqualTo(302);
    String one = Objects.requireNonNull(saved.getRedirectedUrl()).replace("?saved", "");
    assertThat(body("/console/polls", quality)).contains("href=\"" + one + "\"", "草稿");
    assertThat(body(one, manager)).contains("抽取住户并开始");
    assertThat(body(one, quality)).doesNotContain("抽取住户并开始");
    assertThat(status(get(one), stranger)).isEqualTo(404);
    assertThat(status(post(one + "/start"), stranger)).isEqualTo(404);
    assertThat(status(get(one + "/edit"), manager)).isEqualTo(200);
    assertThat(status(post(one + "/start"), manager)).isEqualTo(302);
    assertThat(status(post(one + "/start"), manager)).isEqualTo(409);
    assertThat(status(get(one + "/edit"), manager)).isEqualTo(404);
    assertThat(body(one, manager)).contains("提前结束", "非常满意", "待打");
    assertThat(body(one + "?estate=" + estate, manager)).contains("<dt>待打</dt><dd>1</dd>");
    assertThat(body(one + "?estate=x", manager)).contains("<dt>待打</dt><dd>1</dd>");
    assertThat(body(one + "/answers.csv", manager)).contains("1. 您满意吗？", "待打");

    String api = one.replace("/console", "/api/v1");
    assertThat(body(api, quality)).contains("\"planned\":1", "\"kind\":\"degrees\"");
    assertThat(body("/api/v1/polls", quality)).contains("\"state\":\"running\"");
    assertThat(status(get(api), stranger)).isEqualTo(404);
  }

  private MockHttpServletRequestBuilder form(String path) {
    return post(path)
        .param("version", "0")
        .param("title", "冬季")
        .param("estates", estate.toString())
        .param("size", "10")
        .param("from", today().toString())
        .param("to", today().plusDays(6).toString());
  }

  private LocalDate today() {
    return Period.today(clock.instant());
  }

  private PhoneNumber number() {
    nextNumber++;
    return new PhoneNumber(Long.toString(nextNumber));
  }

  private long resident(@Nullable Integer born, PhoneNumber number) {
    return Objects.requireNonNull(
        residents
            .save(
                Resident.named(
                        "王女士",
                        "cmn",
                        List.of(number),
                        List.of(new Resident.Dwelling(estate, "3号楼", "2单元", "502")))
                    .born(born))
            .id());
  }

  private static PollQuestion question(int number, QuestionKind kind) {
    return new PollQuestion(number, kind, kind == QuestionKind.WORDS ? "您还有什么建议？" : "您对小区的卫生满意吗？");
  }

  private PollDraft asking(AgeRange ages, int size, List<PollQuestion> questions) {
    return new PollDraft(
        "冬季",
        List.of(estate),
        ages,
        size,
        today(),
        today().plusDays(6),
        PollChannel.PHONE,
        questions);
  }

  private long draft(AgeRange ages, int size) {
    List<PollQuestion> questions =
        List.of(question(1, QuestionKind.DEGREES), question(2, QuestionKind.WORDS));
    PollDesk.Saved saved = desk.save(0, 0, asking(ages, size, questions), manager);
    assertThat(saved.problems()).isEmpty();
    return saved.id();
  }

  private long running(int size) {
    long poll = draft(AgeRange.ANY, size);
    assertThat(desk.start(poll, manager)).isEqualTo(Change.DONE);
    return poll;
  }

  private void call(PollResident who) {
    dueNow(who);
    assertThat(plan.take(who.id(), "node-1", soon())).isTrue();
  }

  private Call from(PhoneNumber number) {
    CallId id =
        new CallId("node-1-" + ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE) + ".7");
    return new Call(id, Optional.of(number), "4001234567", clock.instant(), "");
  }

  private Instant soon() {
    return clock.instant().plus(Duration.ofMinutes(5));
  }

  private void dueNow(PollResident who) {
    jdbc.sql("UPDATE poll_resident SET due_at = ? WHERE id = ?")
        .params(Utc.column(LONG_AGO), who.id())
        .update();
  }

  private Instant dueAt(PollResident who) {
    return jdbc.sql("SELECT due_at FROM poll_resident WHERE id = ?")
        .param(who.id())
        .query((row, n) -> Utc.instant(row, "due_at"))
        .single();
  }

  private Optional<PlannedCall> due(Instant now, PollResident who) {
    return plan.due(now, 1000).stream().filter(each -> each.call().id() == who.id()).findFirst();
  }

  private PollResident find(PollResident who) {
    return rows.find(who.id()).orElseThrow();
  }

  private List<PollResident> drawn(long poll) {
    List<Long> ids =
        new ArrayList<>(
            jdbc.sql("SELECT id FROM poll_resident WHERE poll_id = ? ORDER BY id")
                .param(poll)
                .query(Long.class)
                .list());
    return ids.stream().map(id -> rows.find(id).orElseThrow()).toList();
  }

  private void awaitState(PollResident who, AskedState state) {
    Awaitility.await().untilAsserted(() -> assertThat(find(who).state()).isEqualTo(state));
  }

  private long said(PollResident who) {
    return jdbc.sql("SELECT COUNT(*) FROM poll_answer WHERE asked_id = ?")
        .param(who.id())
        .query(Long.class)
        .single();
  }

  /** She is sent a message, which is not to go out yet. */
  private void invite(PollResident who) {
    String once = PollMessages.once(who.id());
    outbox.tell(
        new Notice(
            MessageEvent.POLL_ASKED.code(),
            new Addressee.Resident(Objects.requireNonNull(who.resident())),
            null,
            Map.of(),
            false,
            once));
    jdbc.sql(
            "UPDATE outgoing_message SET state = 'waiting', claims = claims + 1,"
                + " next_attempt_at = '2100-01-01' WHERE once = ?")
        .param(once)
        .update();
    jdbc.sql("UPDATE poll_resident SET invited_at = ? WHERE id = ?")
        .params(Utc.column(LONG_AGO), who.id())
        .update();
  }

  private String message(PollResident who) {
    return jdbc.sql("SELECT state FROM outgoing_message WHERE once = ?")
        .param(PollMessages.once(who.id()))
        .query(String.class)
        .single();
  }

  private long audited(String action, long poll) {
    return jdbc.sql("SELECT COUNT(*) FROM audit_entry WHERE action = ? AND subject = ?")
        .params(action, "poll:" + poll)
        .query(Long.class)
        .single();
  }

  private int status(MockHttpServletRequestBuilder request, SignedInUser who) throws Exception {
    return send(request, who).getStatus();
  }

  private String body(String path, SignedInUser who) throws Exception {
    return StaffRequests.body(mvc, path, who);
  }

  private MockHttpServletResponse send(MockHttpServletRequestBuilder request, SignedInUser who)
      throws Exception {
    return StaffRequests.send(mvc, request, who);
  }
}
