package cn.wuye.hotline.backend.dispatch.work;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.backend.deadline.escalation.Role;
import cn.wuye.hotline.backend.dispatch.Responsibility;
import cn.wuye.hotline.backend.dispatch.staff.MatrixRow;
import cn.wuye.hotline.backend.dispatch.staff.ThirdParty;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What helpers have to do. */
abstract class TaskCases extends PlaceCases {
  @Test
  void helpersMoveTheirTasksAndWrongMovesAreRefused() {
    member("engineering", true);
    String desk1 = member("customer-service", true);
    TicketNumber number = open();
    owned(number);
    Task task = tasks.openFor(doer(desk1)).get(0);
    assertThat(told(number, "help-asked")).containsExactly(desk1);

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
    assertThat(told(number, "help-away")).as("he has said so himself").isEmpty();

    assertThat(tasks.of(number))
        .extracting(Task::party, Task::state)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(one, TaskState.REFUSED),
            org.assertj.core.groups.Tuple.tuple(other, TaskState.OPEN));
    tasks.moveByParty(tasks.of(number).get(1).id(), TaskState.REFUSED, "人手不够");
    assertThat(told(number, "help-away")).as("nobody comes").containsExactly(wu);
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
    assertThat(told(number, "help-asked")).as("who works now").containsExactly(clerk);
    tasks.move(number, task.id(), TaskState.ACCEPTED, "", doer(clerk));
    assertThat(answerable.ofHelper(Role.OWNER, number, 1, estate)).containsExactly(clerk);
    assertThat(answerable.ofHelper(Role.DEPARTMENT_LEAD, number, 1, estate)).containsExactly(lead);
    assertThat(answerable.ofHelper(Role.PROJECT_MANAGER, number, 1, estate)).isEmpty();
    tasks.move(number, task.id(), TaskState.DONE, "已告知业主", doer(clerk));
    assertThat(clockState(number, "help")).isEqualTo("met");
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
}
