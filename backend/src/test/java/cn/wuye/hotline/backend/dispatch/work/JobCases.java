package cn.wuye.hotline.backend.dispatch.work;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.estate.SampleEstates;
import cn.wuye.hotline.backend.ticket.Actor;
import cn.wuye.hotline.backend.ticket.State;
import cn.wuye.hotline.backend.ticket.Ticket;
import cn.wuye.hotline.backend.ticket.TicketChanges;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import cn.wuye.hotline.backend.ticket.Verb;
import java.util.List;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What people do about jobs. */
abstract class JobCases extends TaskCases {
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
  void aDepartmentIsLeftAJobUntilOneOfItsCrewTakesIt() {
    String wu = member("engineering", true);
    String guard = member("security", false);
    TicketNumber number = open();
    Ticket offered = owned(number);
    Doer dispatcher = new Doer("boss", EstateScope.of(Set.of(estate)), true);

    assertThat(
            why(
                desk.assignToDepartment(
                    number, offered.version(), "customer-service", "x", dispatcher)))
        .as("nobody of it works here")
        .isEqualTo(Refusal.DEPARTMENT_UNKNOWN);
    assertThat(why(desk.assignToDepartment(number, offered.version(), "security", "x", doer(wu))))
        .isEqualTo(Refusal.NOT_DISPATCHER);
    assertThat(desk.foreseenForDepartment(number, "security", "先去看守", dispatcher))
        .isInstanceOf(Outcome.Done.class);
    assertThat(find(number).version()).isEqualTo(offered.version());
    desk.assignToDepartment(number, offered.version(), "security", "先去看守", dispatcher);

    assertThat(find(number).owner()).isEmpty();
    assertThat(find(number).department()).contains("security");
    assertThat(reason(number)).contains("boss 派给本部门", "先去看守");
    assertThat(queued(number)).as("the machine gives it to nobody else").isFalse();
    assertThat(desk.assignToDepartment(number, offered.version(), "engineering", "x", dispatcher))
        .isInstanceOf(Outcome.Stale.class);
    assertThat(why(desk.foreseenForDepartment(number, "security", "x", dispatcher)))
        .isEqualTo(Refusal.ALREADY_THERE);
    assertThat(why(desk.accept(number, doer(wu)))).isEqualTo(Refusal.OTHER_DEPARTMENT);
    desk.accept(number, doer(guard));
    assertThat(find(number).owner()).contains(guard);
    assertThat(why(desk.foreseenForDepartment(number, "engineering", "x", dispatcher)))
        .isEqualTo(Refusal.ACCEPTED);
    assertThat(why(desk.foreseen(number, guard, "x", dispatcher))).isEqualTo(Refusal.ALREADY_HIS);
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
}
