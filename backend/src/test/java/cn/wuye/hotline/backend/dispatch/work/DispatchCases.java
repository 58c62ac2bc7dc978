package cn.wuye.hotline.backend.dispatch.work;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.backend.Together;
import cn.wuye.hotline.backend.dispatch.ShippedMatrix;
import cn.wuye.hotline.backend.dispatch.staff.CrewMember;
import cn.wuye.hotline.backend.dispatch.staff.MatrixRow;
import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.estate.SampleEstates;
import cn.wuye.hotline.backend.ticket.Actor;
import cn.wuye.hotline.backend.ticket.Contents;
import cn.wuye.hotline.backend.ticket.State;
import cn.wuye.hotline.backend.ticket.Ticket;
import cn.wuye.hotline.backend.ticket.TicketChanges;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import cn.wuye.hotline.backend.ticket.TicketPlace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Who gets tickets and what becomes of them, on every database, with real workers: these cases and
 * those it extends.
 */
abstract class DispatchCases extends WaitingCases {
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
                          null,
                          "")))
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
}
