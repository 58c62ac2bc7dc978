package cn.wuye.hotline.backend.message.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.related.incident.Announcement;
import cn.wuye.hotline.backend.related.incident.IncidentResult;
import cn.wuye.hotline.backend.ticket.Actor;
import cn.wuye.hotline.backend.ticket.Addition;
import cn.wuye.hotline.backend.ticket.DutyReason;
import cn.wuye.hotline.backend.ticket.Reporter;
import cn.wuye.hotline.backend.ticket.SampleTickets;
import cn.wuye.hotline.backend.ticket.Ticket;
import cn.wuye.hotline.backend.ticket.TicketChanges;
import cn.wuye.hotline.backend.ticket.Verb;
import cn.wuye.hotline.backend.user.Role;
import cn.wuye.hotline.backend.user.SignedInUser;
import cn.wuye.hotline.backend.user.Staff;
import cn.wuye.hotline.ivr.conversation.CallId;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which residents and staff are told of which events, on every database. */
abstract class NoticeCases extends SendingCases {
  @Test
  void whoReportsATicketIsToldOfItAndOfItsEnd() {
    PhoneNumber number = mobile();
    Ticket ticket =
        tickets.open(draft(new Reporter(null, "", number)), Actor.system("test")).ticket();
    sendAll();
    assertThat(requests().get(0).getBodyAsString())
        .contains(number.digits())
        .contains("电梯故障问题已受理，工单号" + ticket.number());

    changes.apply(wish(ticket, 0), Verb.ACCEPT, "");
    assertThatThrownBy(
            () ->
                transactions.run(
                    () -> {
                      changes.apply(wish(ticket, 1), Verb.SOLVE, "");
                      throw new IllegalStateException("rolled back");
                    }))
        .hasMessage("rolled back");
    changes.apply(wish(ticket, 1), Verb.SOLVE, "更换门机皮带");
    CLOCK.pass(Duration.ofHours(1));
    sendAll();

    assertThat(requests()).hasSize(2);
    assertThat(requests().get(1).getBodyAsString()).contains("已处理：更换门机皮带，处理人测试wang。如未解决");
    assertThat(
            desk.list(
                new OutboxDesk.Query(MessageState.SENT, ticket.number(), Long.MAX_VALUE, 10),
                EstateScope.of(Set.of(estate.requireId()))))
        .extracting(OutboxMessage::event)
        .containsExactly("ticket-solved", "ticket-opened");
  }

  @Test
  void everyResidentWhoReportedIsToldOfAMergeAndOfTheEnd() {
    Ticket first = ticketOf(new Reporter(null, "", mobile()));
    Ticket second = ticketOf(new Reporter(null, "", mobile()));
    Ticket third = ticketOf(new Reporter(null, "", mobile()));
    changes.markDuplicate(wish(third, 0), second.number(), "同一部电梯");
    changes.markDuplicate(wish(second, 0), first.number(), "同一部电梯");

    assertThat(eventsOf(third)).containsExactly("ticket-merged", "ticket-merged");
    assertThat(eventsOf(second)).containsExactly("ticket-merged");
    assertThat(eventsOf(first)).isEmpty();
    changes.apply(wish(first, 0), Verb.ACCEPT, "");
    changes.apply(wish(first, 1), Verb.SOLVE, "更换门机皮带");
    assertThat(eventsOf(first)).contains("ticket-solved");
    assertThat(eventsOf(second)).contains("ticket-solved");
    assertThat(eventsOf(third)).contains("ticket-solved");
  }

  @Test
  void allWhoReportedAnIncidentOrCalledAboutItAreToldThatItIsOver() {
    SignedInUser boss = Staff.signedIn(Role.DISPATCHER);
    Ticket head = ticketOf(new Reporter(null, "", mobile()));
    Ticket member = ticketOf(new Reporter(null, "", mobile()));
    assertThat(
            incidents.declare(head.number(), new Announcement("3号楼停电", List.of("3号楼"), null), boss))
        .isInstanceOf(IncidentResult.Done.class);
    changes.markDuplicate(wish(member, 0), head.number(), "");
    CallId call = new CallId(SampleTickets.newCall());
    PhoneNumber caller = mobile();
    additions.keep(member.number(), new Addition(call, "要求恢复后通知", false, false, CLOCK.instant()));
    jdbc.sql(
            "INSERT INTO call_record (call_id, caller, node, answered_at)"
                + " VALUES (:call, :caller, 'node-1', '2026-03-02')")
        .param("call", call.value())
        .param("caller", caller.digits())
        .update();

    changes.apply(wish(head, 0), Verb.ACCEPT, "");
    changes.apply(wish(head, 1), Verb.SOLVE, "线路已修复");

    assertThat(eventsOf(head)).contains("incident-over").doesNotContain("ticket-solved");
    assertThat(eventsOf(member)).contains("incident-over");
    CLOCK.pass(Duration.ofHours(2));
    sendAll();
    assertThat(requests())
        .extracting(LoggedRequest::getBodyAsString)
        .anyMatch(body -> body.contains(caller.digits()) && body.contains("3号楼停电"));
  }

  @Test
  void whoIsResponsibleIsToldThatATicketIsOpenAgain() {
    Ticket ticket = ticketOf(new Reporter(null, "", mobile()));
    changes.apply(wish(ticket, 0), Verb.ACCEPT, "");
    changes.apply(wish(ticket, 1), Verb.SOLVE, "修好了");
    TicketChanges.Wish agents =
        new TicketChanges.Wish(ticket.number(), 2, Actor.user("agent"), EstateScope.ALL);

    changes.apply(agents, Verb.REOPEN, "住户说门还是关不上");

    assertThat(eventsOf(ticket)).contains("reopened");
    CLOCK.pass(Duration.ofHours(1));
    sendAll();
    assertThat(requests())
        .extracting(LoggedRequest::getBodyAsString)
        .anyMatch(body -> body.contains("13900000002") && body.contains("住户说门还是关不上"));
  }

  private List<String> eventsOf(Ticket ticket) {
    return desk
        .list(new OutboxDesk.Query(null, ticket.number(), Long.MAX_VALUE, 50), EstateScope.ALL)
        .stream()
        .map(OutboxMessage::event)
        .toList();
  }

  @Test
  void whatIsNotOurDutyIsExplainedByItsRuleAndAPaidRepairIsOffered() {
    Ticket ticket =
        tickets.open(draft(new Reporter(null, "", mobile())), Actor.system("test")).ticket();
    sendAll();
    changes.decline(wish(ticket, 0), DutyReason.PRIVATE_PART, "室内水管");
    CLOCK.pass(Duration.ofHours(1));
    sendAll();

    assertThat(requests().get(1).getBodyAsString())
        .contains("民法典第二百七十二条", "我们可以提供有偿维修", ticket.number().toString())
        .doesNotContain("室内水管");
  }

  private static TicketChanges.Wish wish(Ticket ticket, long version) {
    return new TicketChanges.Wish(ticket.number(), version, Actor.user("wang"), EstateScope.ALL);
  }

  @Test
  void whoHasNoMobileOrReportedLongAgoIsNotTold() {
    tickets.open(draft(new Reporter(null, "", new PhoneNumber("02812345678"))), Actor.system("t"));
    tickets.open(
        SampleTickets.at(
            draft(new Reporter(null, "", mobile())), CLOCK.instant().minus(Duration.ofDays(2))),
        Actor.system("t"));

    assertThat(desk.countsUpTo(100, EstateScope.ALL)).containsEntry(MessageState.WAITING, 0);
  }
}
