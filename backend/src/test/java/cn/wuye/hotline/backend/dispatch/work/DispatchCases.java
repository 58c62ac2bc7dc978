package cn.wuye.hotline.backend.dispatch.work;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.backend.HotlineApplication;
import cn.wuye.hotline.backend.Together;
import cn.wuye.hotline.backend.deadline.escalation.Role;
import cn.wuye.hotline.backend.dispatch.Reason;
import cn.wuye.hotline.backend.dispatch.Responsibility;
import cn.wuye.hotline.backend.dispatch.ShippedMatrix;
import cn.wuye.hotline.backend.dispatch.staff.Crew;
import cn.wuye.hotline.backend.dispatch.staff.CrewMember;
import cn.wuye.hotline.backend.dispatch.staff.DispatchPlan;
import cn.wuye.hotline.backend.dispatch.staff.DispatchSettings;
import cn.wuye.hotline.backend.dispatch.staff.MatrixRow;
import cn.wuye.hotline.backend.dispatch.staff.ThirdParty;
import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.estate.Estates;
import cn.wuye.hotline.backend.estate.SampleEstates;
import cn.wuye.hotline.backend.persistence.Transactions;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.ticket.Actor;
import cn.wuye.hotline.backend.ticket.Contents;
import cn.wuye.hotline.backend.ticket.Happening;
import cn.wuye.hotline.backend.ticket.SampleTickets;
import cn.wuye.hotline.backend.ticket.State;
import cn.wuye.hotline.backend.ticket.Ticket;
import cn.wuye.hotline.backend.ticket.TicketChanges;
import cn.wuye.hotline.backend.ticket.TicketEvent;
import cn.wuye.hotline.backend.ticket.TicketHappened;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import cn.wuye.hotline.backend.ticket.TicketPlace;
import cn.wuye.hotline.backend.ticket.TicketWork;
import cn.wuye.hotline.backend.ticket.Tickets;
import cn.wuye.hotline.backend.ticket.Timeline;
import cn.wuye.hotline.backend.ticket.Verb;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;

/** Who gets tickets and what becomes of them, on every database, with real workers. */
@SpringBootTest(
    classes = HotlineApplication.class,
    properties = {
      "hotline.dispatch.automatic=true",
      "hotline.dispatch.patience=0s",
      "hotline.dispatch.poll=1s",
      "hotline.home=target/dispatch-home"
    })
@SuppressWarnings("NullAway.Init")
abstract class DispatchCases {
  private static final Actor CALLER = Actor.system("test");

  @Autowired ApplicationContext application;
  @Autowired Tickets tickets;
  @Autowired Timeline timeline;
  @Autowired Estates estates;
  @Autowired JobDesk desk;
  @Autowired MyJobs jobs;
  @Autowired Tasks tasks;
  @Autowired Reasons reasons;
  @Autowired Answerable answerable;
  @Autowired AutomaticDispatch dispatch;
  @Autowired DispatchSettings settings;
  @Autowired DispatchPlan plan;
  @Autowired Crew crew;
  @Autowired JdbcClient jdbc;
  @Autowired Transactions transactions;
  @Autowired Clock clock;

  private EstateId estate;

  @BeforeEach
  void estate() {
    estate = SampleEstates.another(estates).requireId();
    // Somebody must be there, or nothing is put into the queue at all.
    member("environment", true);
  }

  @Test
  void whatIsShippedStandsInTheDatabase() {
    assertThat(plan.departments()).extracting(kept -> kept.department().code()).hasSize(6);
    List<MatrixRow> shipped = plan.rows().stream().filter(row -> row.id() <= 8).toList();
    assertThat(shipped).hasSize(8);
    for (MatrixRow row : shipped) {
      assertThat(
              ShippedMatrix.read()
                  .find(
                      new cn.wuye.hotline.backend.dispatch.Job(
                          row.responsibility().category(),
                          row.responsibility().subcategory(),
                          "",
                          cn.wuye.hotline.backend.ticket.Urgency.GENERAL,
                          null)))
          .contains(row.responsibility());
    }
  }

  @Test
  void theOneWithTheLeastGetsItAndTheReasonCanBeRead() {
    String wu = member("engineering", true);
    member("engineering", false);

    TicketNumber number = open();
    Ticket ticket = owned(number);

    assertThat(ticket.owner()).contains(wu);
    assertThat(ticket.department()).contains("engineering");
    assertThat(ticket.state()).isEqualTo(State.DISPATCHED);
    assertThat(kinds(number))
        .containsExactly("opened", "state-changed", "state-changed", "assigned", "task-moved");
    assertThat(reason(number)).isEqualTo("电梯故障 → 工程部；当班人员 " + wu + " 负荷 0/25，最低");
    assertThat(tasks.of(number))
        .extracting(Task::party, Task::state)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("customer-service", TaskState.OPEN));
  }

  @Test
  void nobodyOnShiftLeavesItToAPersonAndToWhoeverTakesItFirst() {
    String first = member("engineering", false);
    String second = member("engineering", false);
    TicketNumber number = open();
    Awaitility.await().until(() -> kinds(number).contains("not-assigned"));

    assertThat(find(number).state()).isEqualTo(State.NEW);
    assertThat(reason(number)).contains("当前无人当班");
    assertThat(jobs.free(doer(first))).extracting(row -> row.number()).contains(number);
    List<Outcome> outcomes =
        Together.run(2, i -> desk.accept(number, doer(i == 0 ? first : second)));

    assertThat(outcomes).filteredOn(Outcome.Done.class::isInstance).hasSize(1);
    String winner = find(number).owner().orElseThrow();
    assertThat(outcomes)
        .filteredOn(Outcome.Refused.class::isInstance)
        .containsExactly(
            new Outcome.Refused(Refusal.TAKEN, List.of(number.toString(), winner), true));
    assertThat(kinds(number)).filteredOn("job-accepted"::equals).hasSize(1);
  }

  @Test
  void whatNobodyCouldDoIsTriedAgainByItselfAndSaidOnce() {
    String wu = member("engineering", false);
    TicketNumber number = open();
    Awaitility.await().until(() -> kinds(number).contains("not-assigned"));
    long version = find(number).version();

    assertThat(dueIn(number)).isBetween(Duration.ofMinutes(3), Duration.ofMinutes(5));
    dueNow(number);
    dispatch.round();
    Awaitility.await().until(() -> dueIn(number).toMinutes() > 2);
    assertThat(find(number).version()).isEqualTo(version);
    assertThat(kinds(number)).filteredOn("not-assigned"::equals).hasSize(1);
    onDuty(wu);
    dueNow(number);
    Together.run(4, i -> dispatch.round());

    assertThat(owned(number).owner()).contains(wu);
    assertThat(kinds(number)).filteredOn("assigned"::equals).hasSize(1);
    assertThat(queued(number)).isFalse();
  }

  @Test
  void theNextShiftIsNotMissed() {
    DispatchQueue queue = application.getBean(DispatchQueue.class);
    TicketNumber number = open();
    Awaitility.await().until(() -> kinds(number).contains("not-assigned"));

    transactions.run(
        () -> {
          queue.again(find(number), Optional.of(clock.instant().plusSeconds(40)));
          return true;
        });

    assertThat(dueIn(number)).isBetween(Duration.ofSeconds(20), Duration.ofSeconds(40));
  }

  @Test
  void anEmergencyIsLookedAtBeforeWhatHasWaitedLonger() {
    DispatchQueue queue = application.getBean(DispatchQueue.class);
    TicketNumber older = open();
    TicketNumber emergency = open();
    Awaitility.await().until(() -> kinds(emergency).contains("not-assigned"));
    Awaitility.await().until(() -> kinds(older).contains("not-assigned"));

    List<TicketNumber> due =
        transactions.run(
            () -> {
              urgency(emergency, "emergency");
              dueNow(older);
              dueNow(emergency);
              jdbc.sql("UPDATE dispatch_queue SET due_at = '2020-01-01' WHERE ticket = ?")
                  .param(older.value())
                  .update();
              return queue.due();
            });

    assertThat(due).containsSubsequence(emergency, older);
  }

  @Test
  void aTicketThatSomebodyElseHasInHandKeepsNobodyWaiting() {
    String wu = member("engineering", false);
    TicketNumber held = open();
    TicketNumber other = open();
    Awaitility.await().until(() -> kinds(held).contains("not-assigned"));
    Awaitility.await().until(() -> kinds(other).contains("not-assigned"));
    onDuty(wu);

    transactions.run(
        () -> {
          assertThat(application.getBean(TicketWork.class).locked(held)).isPresent();
          Together.run(
              1,
              i -> {
                dueNow(held);
                dueNow(other);
                return true;
              });
          return Together.run(2, i -> dispatch.round());
        });

    assertThat(owned(other).owner()).contains(wu);
    assertThat(owned(held).owner()).contains(wu);
  }

  @Test
  void thoseAboveAreToldWhenARefusalLeavesNobody() {
    String wu = member("engineering", true);
    String lead = leading("engineering");
    String manager = member("management", false);
    role(manager, "dispatcher");
    TicketNumber number = open();
    owned(number);

    desk.refuse(number, "没有工具", doer(wu));

    assertThat(told(number, "ticket-not-assigned")).containsExactlyInAnyOrder(lead, manager);
    assertThat(
            timeline.of(number).stream()
                .filter(event -> event.kind().equals("not-assigned"))
                .map(event -> event.details().get("told")))
        .containsExactly(List.of(lead, manager));
    assertThat(reason(number)).contains("都已拒绝");
    dueNow(number);
    dispatch.round();
    assertThat(told(number, "ticket-not-assigned")).hasSize(2);
    String lin = member("engineering", true);
    dueNow(number);
    dispatch.round();
    assertThat(owned(number).owner()).contains(lin);
  }

  @Test
  void whatIsOfferedFollowsACorrectedEstate() {
    String wu = member("engineering", true);
    TicketNumber number = open();
    assertThat(owned(number).owner()).contains(wu);
    EstateId before = estate;
    estate = SampleEstates.another(estates).requireId();
    String there = member("engineering", true);

    application
        .getBean(TicketChanges.class)
        .amend(
            new TicketChanges.Wish(number, find(number).version(), CALLER, EstateScope.ALL),
            contents ->
                new Contents(
                    contents.subject(),
                    new TicketPlace(estate, "", "", "", ""),
                    contents.reporter(),
                    contents.text(),
                    contents.unfinished(),
                    contents.needsTranscript()));

    Awaitility.await().until(() -> find(number).owner().filter(there::equals).isPresent());
    assertThat(jobs.of(new Doer(wu, EstateScope.of(Set.of(before)), false))).isEmpty();
    assertThat(jobs.of(doer(there))).hasSize(1);
  }

  @Test
  void twoWhoHandOverAtOnceSeeEachOtherAndNobodyIsAskedTwice() {
    String wu = member("engineering", true);
    String lin = member("engineering", false);
    String qian = member("engineering", false);
    TicketNumber number = open();
    owned(number);
    desk.accept(number, doer(wu));
    long version = find(number).version();
    Doer boss = new Doer("boss", EstateScope.of(Set.of(estate)), true);

    assertThat(desk.assign(number, version, lin, "懂电梯", boss)).isInstanceOf(Outcome.Done.class);
    assertThat(desk.assign(number, version, qian, "离得近", boss)).isInstanceOf(Outcome.Stale.class);
    assertThat(desk.handOver(number, lin, "下班", doer(wu))).isInstanceOf(Outcome.Done.class);

    assertThat(told(number, "ticket-dispatched")).containsExactlyInAnyOrder(wu, lin);
    assertThat(find(number).owner()).contains(wu);
  }

  @Test
  void whoTakesOverFromOneWhoHadNoCrewHasADispatchedJobWithItsTasks() {
    String wu = member("engineering", false);
    String lin = member("engineering", false);
    TicketNumber number = open();
    Awaitility.await().until(() -> kinds(number).contains("not-assigned"));
    TicketChanges changes = application.getBean(TicketChanges.class);
    changes.apply(
        new TicketChanges.Wish(number, find(number).version(), Actor.user(wu), EstateScope.ALL),
        Verb.ACCEPT,
        "");
    desk.handOver(number, lin, "懂电梯", doer(wu));

    desk.accept(number, doer(lin));

    assertThat(find(number).state()).isEqualTo(State.DISPATCHED);
    assertThat(reason(number)).contains(wu + " 转交给 " + lin + "：懂电梯");
    assertThat(tasks.of(number)).extracting(Task::party).containsExactly("customer-service");
    assertThat(
            timeline.of(number).stream()
                .filter(event -> event.kind().equals("state-changed"))
                .map(event -> String.valueOf(event.details().get("verb"))))
        .containsExactly("accept", "dispatch");
  }

  @Test
  void aTaskIsDueByTheRuleOfItsTicketAndItsPeopleAreToldFirst() {
    member("engineering", true);
    String clerk = member("customer-service", true);
    String lead = leading("customer-service");
    TicketNumber number = open();
    owned(number);
    Task task = tasks.openFor(doer(clerk)).get(0);

    Instant due = Objects.requireNonNull(task.dueAt());
    assertThat(Duration.between(task.openedAt(), due)).isGreaterThanOrEqualTo(Duration.ofHours(24));
    assertThat(task.late(due)).isFalse();
    assertThat(task.late(due.plusMillis(1))).isTrue();
    assertThat(answerable.ofHelper(Role.OWNER, number, 1, estate)).containsExactly(lead);
    tasks.move(number, task.id(), TaskState.ACCEPTED, "", doer(clerk));
    assertThat(answerable.ofHelper(Role.OWNER, number, 1, estate)).containsExactly(clerk);
    assertThat(answerable.ofHelper(Role.DEPARTMENT_LEAD, number, 1, estate)).containsExactly(lead);
    assertThat(answerable.ofHelper(Role.PROJECT_MANAGER, number, 1, estate)).isEmpty();
    tasks.move(number, task.id(), TaskState.DONE, "已告知业主", doer(clerk));
    assertThat(clockState(number, "help")).isEqualTo("met");
  }

  @Test
  void whoSaysThatItIsSafeIsThereAndSaysItOnce() {
    String wu = member("engineering", true);
    TicketNumber number = open();
    owned(number);
    assertThat(why(desk.madeSafe(number, doer(wu)))).isEqualTo(Refusal.NOT_ACCEPTED);
    desk.accept(number, doer(wu));

    desk.madeSafe(number, doer(wu));
    desk.madeSafe(number, doer(wu));

    assertThat(find(number).state()).isEqualTo(State.IN_PROGRESS);
    assertThat(kinds(number)).filteredOn("arrived"::equals).hasSize(1);
    assertThat(kinds(number)).filteredOn("made-safe"::equals).hasSize(1);
    assertThat(jobs.live(number)).extracting(Assignment::safeAt).doesNotContainNull();
  }

  private String clockState(TicketNumber number, String target) {
    return jdbc.sql("SELECT state FROM ticket_clock WHERE ticket = ? AND target = ?")
        .params(number.value(), target)
        .query(String.class)
        .single();
  }

  @Test
  void theTaskOfAFinishedTicketStaysAsItIs() {
    String wu = member("engineering", true);
    String clerk = member("customer-service", true);
    TicketNumber number = open();
    owned(number);
    Task task = tasks.openFor(doer(clerk)).get(0);
    desk.accept(number, doer(wu));
    desk.done(number, "更换门机皮带", doer(wu));

    assertThat(why(tasks.move(number, task.id(), TaskState.DONE, "已告知", doer(clerk))))
        .isEqualTo(Refusal.FINISHED);
    assertThat(tasks.of(number)).extracting(Task::state).containsExactly(TaskState.OPEN);
  }

  @Test
  void refusedItGoesOnAndNeverToTheSameAgain() {
    String first = member("engineering", true);
    String second = member("engineering", true);
    TicketNumber number = open();
    String one = owned(number).owner().orElseThrow();
    String other = one.equals(first) ? second : first;

    assertThat(desk.refuse(number, " ", doer(one)))
        .isInstanceOfSatisfying(
            Outcome.Refused.class, no -> assertThat(no.why()).isEqualTo(Refusal.REASON_MISSING));
    assertThat(desk.refuse(number, "在另一栋楼救人", doer(one))).isInstanceOf(Outcome.Done.class);
    assertThat(find(number).owner()).contains(other);
    assertThat(desk.refuse(number, "没有工具", doer(other))).isInstanceOf(Outcome.Done.class);

    assertThat(find(number).owner()).isEmpty();
    assertThat(reason(number)).contains("都已拒绝");
    assertThat(kinds(number)).filteredOn("assigned"::equals).hasSize(2);
  }

  @Test
  void aJobIsDoneStepByStepAndWrongStepsSayWhatToDoInstead() {
    String wu = member("engineering", true);
    TicketNumber number = open();
    owned(number);

    assertThat(why(desk.arrived(number, doer(wu)))).isEqualTo(Refusal.NOT_ACCEPTED);
    desk.accept(number, doer(wu));
    assertThat(desk.accept(number, doer(wu))).isInstanceOf(Outcome.Done.class);
    desk.arrived(number, doer(wu));
    desk.arrived(number, doer(wu));
    assertThat(find(number).state()).isEqualTo(State.IN_PROGRESS);
    assertThat(why(desk.done(number, "", doer(wu)))).isEqualTo(Refusal.WORDS_MISSING);
    desk.done(number, "更换门机皮带", doer(wu));

    assertThat(find(number).state()).isEqualTo(State.SOLVED);
    assertThat(why(desk.accept(number, doer(wu)))).isEqualTo(Refusal.FINISHED);
    assertThat(kinds(number)).filteredOn("arrived"::equals).hasSize(1);
    assertThat(jobs.of(doer(wu))).isEmpty();
  }

  @Test
  void whoHasAcceptedStaysResponsibleUntilTheOtherTakesOver() {
    String wu = member("engineering", true);
    String lin = member("engineering", false);
    TicketNumber number = open();
    owned(number);
    desk.accept(number, doer(wu));

    assertThat(why(desk.handOver(number, lin, "下班", doer(lin)))).isEqualTo(Refusal.NOT_YOURS);
    assertThat(desk.handOver(number, lin, "下班", doer(wu))).isInstanceOf(Outcome.Done.class);
    assertThat(find(number).owner()).contains(wu);
    desk.refuse(number, "我也下班", doer(lin));
    assertThat(find(number).owner()).contains(wu);
    desk.handOver(number, lin, "下班", doer(wu));
    desk.accept(number, doer(lin));

    assertThat(find(number).owner()).contains(lin);
    assertThat(reasonable(number)).contains("assigned", "job-refused", "job-accepted");
    assertThat(why(desk.arrived(number, doer(wu)))).isEqualTo(Refusal.NOT_YOURS);
  }

  @Test
  void aDispatcherChoosesOtherwiseWithAReasonAndAnOldFormIsTold() {
    String wu = member("engineering", true);
    String lin = member("engineering", false);
    TicketNumber number = open();
    Ticket ticket = owned(number);
    Doer dispatcher = new Doer("boss", EstateScope.of(Set.of(estate)), true);

    assertThat(desk.assign(number, 0, lin, "懂这个型号", dispatcher)).isInstanceOf(Outcome.Stale.class);
    assertThat(why(desk.assign(number, ticket.version(), "nobody", "x", dispatcher)))
        .isEqualTo(Refusal.WORKER_UNKNOWN);
    assertThat(why(desk.assign(number, ticket.version(), lin, "x", doer(wu))))
        .isEqualTo(Refusal.NOT_DISPATCHER);
    desk.assign(number, ticket.version(), lin, "懂这个型号", dispatcher);

    assertThat(find(number).owner()).contains(lin);
    assertThat(reason(number)).contains("boss 指派给 " + lin + "：懂这个型号");
    assertThat(answerable.owner(number)).contains(lin);
    assertThat(answerable.departmentLeads(number)).isEmpty();
  }

  @Test
  void whatLiesInAnotherEstateDoesNotExist() {
    member("engineering", true);
    TicketNumber number = open();
    owned(number);
    Doer stranger =
        new Doer(
            "stranger", EstateScope.of(Set.of(SampleEstates.another(estates).requireId())), true);
    long task = tasks.of(number).get(0).id();

    assertThat(
            List.of(
                desk.accept(number, stranger),
                desk.refuse(number, "x", stranger),
                desk.arrived(number, stranger),
                desk.done(number, "x", stranger),
                desk.note(number, "x", stranger),
                desk.handOver(number, "x", "x", stranger),
                desk.assign(number, find(number).version(), "x", "x", stranger),
                tasks.move(number, task, TaskState.DONE, "x", stranger)))
        .allMatch(Outcome.Unknown.class::isInstance);
    assertThat(tasks.openFor(stranger)).isEmpty();
  }

  @Test
  void helpersMoveTheirTasksAndWrongMovesAreRefused() {
    member("engineering", true);
    String desk1 = member("customer-service", true);
    TicketNumber number = open();
    owned(number);
    Task task = tasks.openFor(doer(desk1)).get(0);

    assertThat(why(tasks.move(number, task.id(), TaskState.DONE, "", doer(desk1))))
        .isEqualTo(Refusal.WORDS_MISSING);
    assertThat(why(tasks.move(number, task.id(), TaskState.DONE, "x", doer("somebody"))))
        .isEqualTo(Refusal.TASK_NOT_YOURS);
    tasks.move(number, task.id(), TaskState.ACCEPTED, "", doer(desk1));
    tasks.move(number, task.id(), TaskState.DONE, "已告知业主", doer(desk1));
    assertThat(why(tasks.move(number, task.id(), TaskState.REFUSED, "x", doer(desk1))))
        .isEqualTo(Refusal.TASK_MOVED);

    assertThat(tasks.openFor(doer(desk1))).isEmpty();
  }

  @Test
  void twoNodesAtOnceGiveEachTicketToOnePersonOnce(@TempDir Path home) {
    member("engineering", true);
    member("engineering", true);
    try (ConfigurableApplicationContext second = secondNode(home)) {
      AutomaticDispatch there = second.getBean(AutomaticDispatch.class);
      List<TicketNumber> opened =
          Together.run(
                  8,
                  i -> {
                    List<TicketNumber> mine = new ArrayList<>();
                    for (int n = 0; n < 5; n++) {
                      mine.add(open());
                      (i % 2 == 0 ? dispatch : there).round();
                    }
                    return mine;
                  })
              .stream()
              .flatMap(List::stream)
              .toList();

      for (TicketNumber number : opened) {
        owned(number);
        assertThat(kinds(number)).filteredOn("assigned"::equals).as("%s", number).hasSize(1);
      }
      assertThat(
              jdbc.sql("SELECT COUNT(*) FROM assignment WHERE ticket IN (:tickets)")
                  .param("tickets", opened.stream().map(TicketNumber::value).toList())
                  .query(Long.class)
                  .single())
          .isEqualTo(opened.size());
    }
  }

  @Test
  void whatIsNotOpenedAfterAllIsNotInTheQueue() {
    member("engineering", true);
    TicketNumber number = open();
    owned(number);
    long before = jdbc.sql("SELECT COUNT(*) FROM dispatch_queue").query(Long.class).single();

    org.assertj.core.api.Assertions.assertThatThrownBy(
            () ->
                transactions.run(
                    () -> {
                      tickets.open(draft(), Actor.system("died"));
                      throw new IllegalStateException("killed");
                    }))
        .hasMessage("killed");

    assertThat(jdbc.sql("SELECT COUNT(*) FROM dispatch_queue").query(Long.class).single())
        .isEqualTo(before);
  }

  @Test
  void whatWasNotDoneAfterAllIsWithItsWorkerAgain() {
    String wu = member("engineering", true);
    TicketNumber number = open();
    owned(number);
    desk.accept(number, doer(wu));
    desk.done(number, "更换门机皮带", doer(wu));

    application
        .getBean(TicketChanges.class)
        .apply(
            new TicketChanges.Wish(number, find(number).version(), CALLER, EstateScope.ALL),
            Verb.REOPEN,
            "又坏了");

    assertThat(jobs.of(doer(wu))).extracting(mine -> mine.ticket().number()).contains(number);
    assertThat(desk.accept(number, doer(wu))).isInstanceOf(Outcome.Done.class);
    desk.arrived(number, doer(wu));
    assertThat(find(number).state()).isEqualTo(State.IN_PROGRESS);
  }

  @ParameterizedTest
  @CsvSource({"emergency, true", "general, false"})
  void anEmergencyDoesNotWaitForTheEndOfTheCall(String urgency, boolean atOnce) {
    DispatchQueue patient =
        new DispatchQueue(
            jdbc,
            crew,
            new DispatchProperties(
                true, Duration.ofHours(1), Duration.ofSeconds(5), Duration.ofMinutes(5)),
            clock);

    org.assertj.core.api.Assertions.assertThatThrownBy(
            () ->
                transactions.run(
                    () -> {
                      TicketNumber number = tickets.open(draft(), CALLER).ticket().number();
                      urgency(number, urgency);
                      patient.on(
                          new TicketHappened(
                              number, estate, CALLER, new Happening.Amended(List.of())));
                      assertThat(patient.due().contains(number)).isEqualTo(atOnce);
                      throw new IllegalStateException("seen");
                    }))
        .hasMessage("seen");
  }

  @Test
  void aThirdPartyHasItsTaskAndItsReserveTheOneItRefuses() {
    String one = "lift-" + UUID.randomUUID().toString().substring(0, 8);
    String other = "more-" + UUID.randomUUID().toString().substring(0, 8);
    PhoneNumber phone = new PhoneNumber("4000000001");
    settings.saveThirdParty(new ThirdParty(other, 0, "备用维保", phone, "", ""), true, "admin");
    settings.saveThirdParty(new ThirdParty(one, 0, "电梯维保", phone, "", other), true, "admin");
    assertThat(
            settings.saveThirdParty(
                new ThirdParty(other, 0, "备用维保", phone, "", one), false, "admin"))
        .containsOnlyKeys("reserve");
    assertThat(
            settings.saveRow(
                new MatrixRow(
                    0,
                    0,
                    new Responsibility(
                        "facilities", "lift", estate, "engineering", List.of(), one)),
                "admin"))
        .isEmpty();
    String wu = member("engineering", true);
    TicketNumber number = open();
    owned(number);
    Task task = tasks.of(number).get(0);

    assertThat(task.kind()).isEqualTo(PartyKind.THIRD_PARTY);
    assertThat(tasks.move(number, task.id(), TaskState.REFUSED, "人手不够", doer(wu)))
        .isInstanceOf(Outcome.Done.class);

    assertThat(tasks.of(number))
        .extracting(Task::party, Task::state)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(one, TaskState.REFUSED),
            org.assertj.core.groups.Tuple.tuple(other, TaskState.OPEN));
  }

  @Test
  void whoAnswersForATicketIsKnownUpwards() {
    String wu = member("engineering", true);
    String lead = leading("engineering");
    String manager = member("management", false);
    role(manager, "dispatcher");
    TicketNumber number = open();
    owned(number);

    assertThat(answerable.owner(number)).contains(wu);
    assertThat(answerable.departmentLeads(number)).containsExactly(lead);
    assertThat(answerable.projectManagers(estate)).containsExactly(manager);
    assertThat(answerable.headquarters(null)).doesNotContain(manager);
  }

  /** Somebody off duty who leads a department. */
  private String leading(String department) {
    String lead = member(department, false);
    CrewMember now = crew.find(lead).orElseThrow();
    settings.saveMember(
        new CrewMember(
            now.userId(),
            now.version(),
            lead,
            lead,
            true,
            department,
            true,
            Set.of(),
            List.of(),
            null),
        "admin");
    return lead;
  }

  private void onDuty(String login) {
    jdbc.sql(
            "UPDATE crew_member SET on_duty_until = :until WHERE user_id ="
                + " (SELECT id FROM app_user WHERE username = :login)")
        .param("until", Utc.column(clock.instant().plus(Duration.ofHours(1))))
        .param("login", login)
        .update();
  }

  private void urgency(TicketNumber number, String urgency) {
    jdbc.sql("UPDATE ticket SET urgency = ? WHERE number = ?")
        .params(urgency, number.value())
        .update();
  }

  private void dueNow(TicketNumber number) {
    jdbc.sql("UPDATE dispatch_queue SET due_at = :now WHERE ticket = :ticket")
        .param("now", Utc.column(clock.instant()))
        .param("ticket", number.value())
        .update();
  }

  private boolean queued(TicketNumber number) {
    return jdbc.sql("SELECT COUNT(*) FROM dispatch_queue WHERE ticket = ?")
            .param(number.value())
            .query(Long.class)
            .single()
        > 0;
  }

  /** How long the machine waits before it looks at a ticket. */
  private Duration dueIn(TicketNumber number) {
    return jdbc.sql("SELECT due_at FROM dispatch_queue WHERE ticket = ?")
        .param(number.value())
        .query((row, n) -> Duration.between(clock.instant(), Utc.instant(row, "due_at")))
        .single();
  }

  private List<String> told(TicketNumber number, String event) {
    return jdbc.sql("SELECT addressee FROM outgoing_message WHERE ticket = ? AND event = ?")
        .params(number.value(), event)
        .query(String.class)
        .list();
  }

  private void role(String login, String role) {
    jdbc.sql(
            "INSERT INTO app_user_role (user_id, role)"
                + " SELECT id, :role FROM app_user WHERE username = :login")
        .param("role", role)
        .param("login", login)
        .update();
  }

  @Test
  void settingsAreCheckedAndAudited() {
    String wu = member("engineering", true);
    CrewMember now = crew.find(wu).orElseThrow();

    assertThat(settings.saveMember(with(now, "no-such", Set.of()), "admin"))
        .containsOnlyKeys("department");
    assertThat(settings.saveMember(with(now, "engineering", Set.of("no-such")), "admin"))
        .containsOnlyKeys("skills");
    assertThat(settings.saveMember(with(now, "security", Set.of("lift")), "admin")).isEmpty();
    assertThat(settings.saveMember(with(now, "security", Set.of()), "admin"))
        .containsOnlyKeys("version");
    assertThat(
            jdbc.sql("SELECT COUNT(*) FROM audit_entry WHERE subject = ?")
                .param("crew:" + wu)
                .query(Long.class)
                .single())
        .isEqualTo(2);
  }

  private static CrewMember with(CrewMember now, String department, Set<String> skills) {
    return new CrewMember(
        now.userId(),
        now.version(),
        now.login(),
        now.name(),
        true,
        department,
        false,
        skills,
        List.of(),
        now.onDutyUntil());
  }

  private TicketNumber open() {
    return tickets.open(draft(), CALLER).ticket().number();
  }

  private cn.wuye.hotline.backend.ticket.NewTicket draft() {
    return SampleTickets.at(SampleTickets.draft(SampleTickets.newCall(), estate), clock.instant());
  }

  private Ticket owned(TicketNumber number) {
    Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> find(number).owner().isPresent());
    return find(number);
  }

  private Ticket find(TicketNumber number) {
    return tickets.find(number, EstateScope.ALL).orElseThrow();
  }

  private List<String> kinds(TicketNumber number) {
    return timeline.of(number).stream().map(TicketEvent::kind).toList();
  }

  private Set<String> reasonable(TicketNumber number) {
    return Set.copyOf(kinds(number));
  }

  private String reason(TicketNumber number) {
    Reason reason = Objects.requireNonNull(reasons.of(List.of(number)).get(number));
    return reason.sentence(Locale.CHINESE);
  }

  private static Refusal why(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    return ((Outcome.Refused) outcome).why();
  }

  private Doer doer(String login) {
    return new Doer(login, EstateScope.of(Set.of(estate)), false);
  }

  /** Somebody new in a department who sees the estate of this test. */
  private String member(String department, boolean onDuty) {
    String login = "w" + UUID.randomUUID().toString().substring(0, 8);
    GeneratedKeyHolder key = new GeneratedKeyHolder();
    jdbc.sql(
            "INSERT INTO app_user (username, display_name, password_hash, created_at)"
                + " VALUES (:name, :name, '', '2026-01-01')")
        .param("name", login)
        .update(key, "id");
    long id = Objects.requireNonNull(key.getKey()).longValue();
    jdbc.sql("INSERT INTO app_user_estate (user_id, estate_id) VALUES (:id, :estate)")
        .param("id", id)
        .param("estate", estate.value())
        .update();
    Instant until = onDuty ? clock.instant().plus(Duration.ofHours(1)) : null;
    assertThat(
            settings.saveMember(
                new CrewMember(
                    id, 0, login, login, true, department, false, Set.of(), List.of(), until),
                "admin"))
        .isEmpty();
    return login;
  }

  private ConfigurableApplicationContext secondNode(Path home) {
    return new SpringApplicationBuilder(HotlineApplication.class)
        .run(
            "--spring.datasource.url=" + property("url"),
            "--spring.datasource.username=" + property("username"),
            "--spring.datasource.password=" + property("password"),
            "--server.port=0",
            "--hotline.node-id=node-2",
            "--hotline.home=" + home,
            "--hotline.dispatch.automatic=true",
            "--hotline.dispatch.patience=0s",
            "--hotline.telephony.enabled=false");
  }

  private String property(String name) {
    return String.valueOf(application.getEnvironment().getProperty("spring.datasource." + name));
  }
}
