package cn.wuye.hotline.backend.dispatch.work;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.backend.Together;
import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.ticket.Happening;
import cn.wuye.hotline.backend.ticket.TicketHappened;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import cn.wuye.hotline.backend.ticket.TicketWork;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of tickets that nobody could do, and in which order they are looked at. */
abstract class WaitingCases extends JobCases {
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
  void whereNobodyLeadsAndNobodyManagesTheProjectHeadquartersFindSomebody() {
    String boss = member("management", false);
    role(boss, "manager");

    assertThat(answerable.aboveTheOwner(estate, "engineering")).containsExactly(boss);

    String lead = leading("engineering");
    assertThat(answerable.aboveTheOwner(estate, "engineering")).containsExactly(lead);
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
                              tickets.find(number, EstateScope.ALL).orElseThrow(),
                              CALLER,
                              new Happening.Amended(List.of())));
                      assertThat(patient.due().contains(number)).isEqualTo(atOnce);
                      throw new IllegalStateException("seen");
                    }))
        .hasMessage("seen");
  }
}
