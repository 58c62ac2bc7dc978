package cn.wuye.hotline.backend.message.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.wuye.hotline.backend.Together;
import cn.wuye.hotline.backend.dispatch.staff.Crew;
import cn.wuye.hotline.backend.dispatch.staff.CrewMember;
import cn.wuye.hotline.backend.dispatch.staff.DispatchSettings;
import cn.wuye.hotline.backend.dispatch.work.Doer;
import cn.wuye.hotline.backend.dispatch.work.JobDesk;
import cn.wuye.hotline.backend.dispatch.work.Outcome;
import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.message.Addressee;
import cn.wuye.hotline.backend.message.Links;
import cn.wuye.hotline.backend.message.Notice;
import cn.wuye.hotline.backend.message.PhoneList;
import cn.wuye.hotline.backend.message.channel.WebhookChannel;
import cn.wuye.hotline.backend.message.contact.ResidentContact;
import cn.wuye.hotline.backend.message.contact.StaffContact;
import cn.wuye.hotline.backend.message.template.Language;
import cn.wuye.hotline.backend.message.template.Medium;
import cn.wuye.hotline.backend.message.voice.CallEnd;
import cn.wuye.hotline.backend.message.voice.FakeTelephone;
import cn.wuye.hotline.backend.message.voice.VoiceProperties;
import cn.wuye.hotline.backend.outbound.NumberCalls;
import cn.wuye.hotline.backend.outbound.PhoneUse;
import cn.wuye.hotline.backend.outbound.PhonesInUse;
import cn.wuye.hotline.backend.resident.Resident;
import cn.wuye.hotline.backend.ticket.Actor;
import cn.wuye.hotline.backend.ticket.Contents;
import cn.wuye.hotline.backend.ticket.NewTicket;
import cn.wuye.hotline.backend.ticket.Reporter;
import cn.wuye.hotline.backend.ticket.SampleTickets;
import cn.wuye.hotline.backend.ticket.Subject;
import cn.wuye.hotline.backend.ticket.Ticket;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import cn.wuye.hotline.backend.ticket.Timeline;
import cn.wuye.hotline.backend.ticket.Urgency;
import cn.wuye.hotline.backend.user.Role;
import cn.wuye.hotline.backend.user.Staff;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import cn.wuye.hotline.ivr.port.SpokenMessage.Ask;
import cn.wuye.hotline.ivr.port.SpokenMessage.Reply;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who is phoned, when, and what becomes of it; time is travelled. */
abstract class CallCases extends ReplyCases {
  private static final String WANG = "13900000002";
  private static final String LI = "13900000003";
  private static final String LEAD = "13900000004";
  private static final String MANAGER = "13900000005";
  private static final String BOSS = "13900000006";

  @Autowired FakeTelephone telephone;
  @Autowired Phoning phoning;
  @Autowired PhonesInUse phones;
  @Autowired NumberCalls calls;
  @Autowired CallEnds ends;
  @Autowired VoiceProperties voice;
  @Autowired PhoneList phonedJobs;
  @Autowired PhoneList phonedCare;
  @Autowired JobDesk jobs;
  @Autowired DispatchSettings crew;
  @Autowired Crew members;
  @Autowired Timeline timeline;

  @BeforeEach
  void quietTelephone() {
    telephone.reset();
    jdbc.sql("DELETE FROM phone_in_use").update();
    jdbc.sql("DELETE FROM number_call").update();
    jdbc.sql("DELETE FROM crew_member").update();
  }

  private void phoneAll() {
    while (phoning.phoneNext(false)) {
      assertThat(telephone.calls()).hasSizeLessThan(50);
    }
  }

  private OutboxMessage call(String addressee) {
    return desk
        .list(new OutboxDesk.Query(null, null, Long.MAX_VALUE, 100), EstateScope.ALL)
        .stream()
        .filter(message -> message.addressee().equals(addressee))
        .filter(message -> !message.medium().equals(Medium.SMS.code()))
        .findFirst()
        .orElseThrow();
  }

  private Notice warning() {
    return notice(new Addressee.Staff("wang"), true);
  }

  @Test
  void inAnEmergencyStaffArePhonedAndHaveItInWriting() {
    telephone.thenConfirms();
    outbox.tell(warning());
    sendAll();
    phoneAll();

    assertThat(requests()).hasSize(1);
    assertThat(telephone.numbers()).containsExactly(WANG);
    assertThat(telephone.calls().get(0).words()).contains("到场的时限快到了").doesNotContain("【");
    assertThat(call("wang").state()).isEqualTo(MessageState.DELIVERED);
    assertThat(call("wang").reason()).isEqualTo(Reason.CONFIRMED);
    assertThat(call("wang").address()).doesNotContain(WANG).endsWith("0002");
  }

  @Test
  void whoIsNotReachedIsPhonedAgainAndInTheEndAPersonSeesIt() {
    outbox.tell(warning());
    for (int i = 0; i < voice.tries(); i++) {
      phoneAll();
      assertThat(phoning.phoneNext(false)).isFalse();
      CLOCK.pass(voice.staffPause());
    }
    phoneAll();

    assertThat(telephone.calls()).hasSize(voice.tries());
    OutboxMessage dead = call("wang");
    assertThat(dead.state()).isEqualTo(MessageState.DEAD);
    assertThat(dead.error()).isEqualTo(CallEnd.NO_ANSWER.code());

    telephone.thenConfirms();
    assertThat(desk.resend(dead.id(), Staff.signedIn(Role.ADMIN)))
        .isEqualTo(OutboxDesk.Change.DONE);
    phoneAll();
    assertThat(call("wang").state()).isEqualTo(MessageState.DELIVERED);
  }

  @Test
  void withoutItsAsteriskANodeLeavesCallsToTheOthersThenTriesAndInTheEndAPersonSeesIt() {
    telephone.ready(false);
    outbox.tell(warning());
    assertThat(phoning.phoneNext(false)).isFalse();

    for (int i = 0; i < settings.attempts(); i++) {
      CLOCK.pass(Duration.ofHours(3));
      phoneAll();
    }

    assertThat(telephone.calls()).isEmpty();
    assertThat(call("wang").state()).isEqualTo(MessageState.DEAD);
    assertThat(call("wang").reason()).isEqualTo(Reason.EXHAUSTED);
    assertThat(call("wang").error()).isEqualTo(CallEnd.UNAVAILABLE.code());
  }

  @Test
  void aNodeThatDiesInMidCallIsFollowedByAnother() {
    outbox.tell(warning());
    Claimed dead = rows.claimCall(Phoning.LEASE, Duration.ZERO, false).orElseThrow();
    PhoneUse use = PhoneUse.message(dead.id(), dead.claim());
    Instant begun = CLOCK.instant();
    phones.take(new PhoneNumber(WANG), use, begun, begun.plus(Phoning.LEASE));
    rows.attempt(dead, Medium.VOICE, "…", "", "words");
    assertThat(phoning.phoneNext(false)).isFalse();

    CLOCK.pass(Phoning.LEASE);
    telephone.thenConfirms();
    phoneAll();

    assertThat(telephone.numbers()).containsExactly(WANG);
    assertThat(call("wang").state()).isEqualTo(MessageState.DELIVERED);
    // Should it not be dead but slow, then what it says does not count any more.
    phones.release(new PhoneNumber(WANG), use);
    rows.settle(dead, MessageState.DEAD, Reason.UNCONFIRMED, "", "");
    assertThat(call("wang").state()).isEqualTo(MessageState.DELIVERED);
  }

  @Test
  void twoCallsNeverRingOnePhoneAtOnce() {
    outbox.tell(warning());
    outbox.tell(warning());
    telephone.then(
        first -> {
          // Another worker meanwhile; it finds the other message, and the phone in use.
          assertThat(phoning.phoneNext(false)).isTrue();
          assertThat(telephone.calls()).hasSize(1);
          return first.key().get() == Reply.NOTED ? CallEnd.CONFIRMED : CallEnd.HEARD;
        });
    phoneAll();
    assertThat(telephone.calls()).hasSize(1);

    CLOCK.pass(Duration.ofSeconds(15));
    telephone.thenConfirms();
    phoneAll();
    assertThat(telephone.calls()).hasSize(2);
  }

  @Test
  void ofManyWorkersOneTakesAPhone() {
    outbox.tell(warning());
    Claimed message = rows.claimCall(Phoning.LEASE, Duration.ZERO, false).orElseThrow();

    List<Boolean> taken =
        Together.run(
            6,
            i ->
                phones.take(
                    new PhoneNumber(WANG),
                    PhoneUse.message(message.id(), message.claim()),
                    CLOCK.instant(),
                    CLOCK.instant().plus(Phoning.LEASE)));

    assertThat(taken).containsOnlyOnce(true);
  }

  @Test
  void whoPrefersItIsPhonedByDayAndAfterThreeCallsInVainItIsWritten() {
    Ticket ticket = ticketOf(resident(true));
    goTo(LocalTime.of(22, 0));
    outbox.tell(notice(new Addressee.Reporter(ticket.number()), false));
    sendAll();
    phoneAll();
    assertThat(telephone.calls()).isEmpty();
    assertThat(only().reason()).isEqualTo(Reason.QUIET_HOURS);

    goTo(LocalTime.of(8, 0));
    telephone.then(CallEnd.BUSY).then(CallEnd.NOT_HEARD).then(CallEnd.NO_ANSWER);
    for (int i = 0; i < voice.tries(); i++) {
      phoneAll();
      CLOCK.pass(voice.residentPause());
    }
    assertThat(telephone.calls()).hasSize(voice.tries());
    assertThat(requests()).isEmpty();

    CLOCK.pass(Duration.ofHours(1));
    sendAll();
    assertThat(requests()).hasSize(1);
    assertThat(only().state()).isEqualTo(MessageState.SENT);
  }

  @Test
  void aResidentsNumberHasFiveCallsADayWhateverForButEmergenciesAreNeverHeldBack() {
    Reporter she = resident(true);
    PhoneNumber number = Objects.requireNonNull(she.phone());
    Ticket ticket = ticketOf(she);
    for (int i = 1; i <= 5; i++) {
      calls.called(
          number, PhoneUse.survey(i, 1), CLOCK.instant().minus(Duration.ofMinutes(10L * i)));
    }
    outbox.tell(notice(new Addressee.Reporter(ticket.number()), false));
    sendAll();
    phoneAll();
    assertThat(telephone.calls()).isEmpty();
    assertThat(only().reason()).isEqualTo(Reason.CALLED_OFTEN);

    telephone.then(CallEnd.HEARD);
    outbox.tell(notice(new Addressee.Reporter(ticket.number()), true));
    sendAll();
    phoneAll();
    assertThat(telephone.calls()).hasSize(1);
    assertThat(calls.of(number, CLOCK.instant())).hasSize(6);

    goTo(LocalTime.of(8, 0));
    phoneAll();
    assertThat(telephone.calls()).hasSize(2);
  }

  @Test
  void aCallThatFailsOnOurSideIsNotCounted() {
    telephone.then(CallEnd.UNAVAILABLE);
    outbox.tell(warning());
    phoneAll();

    assertThat(calls.of(new PhoneNumber(WANG), CLOCK.instant())).isEmpty();
  }

  @Test
  void whoHasHeardItToTheEndHasHeardIt() {
    Ticket ticket = ticketOf(resident(true));
    telephone.then(CallEnd.HEARD);
    outbox.tell(
        new Notice(
            "ticket-solved",
            new Addressee.Reporter(ticket.number()),
            ticket.number(),
            Map.of("done", "更换皮带", "who", "王师傅"),
            false,
            "solved/" + ticket.number()));
    sendAll();
    phoneAll();

    assertThat(only().state()).isEqualTo(MessageState.DELIVERED);
    assertThat(only().reason()).isEqualTo(Reason.HEARD);
    assertThat(requests()).isEmpty();
    assertThat(kinds(ticket.number())).contains("phoned");
  }

  @Test
  void whoIsKeptForEmergenciesPhonesNobodyElse() {
    Ticket ticket = ticketOf(resident(true));
    outbox.tell(notice(new Addressee.Reporter(ticket.number()), false));
    sendAll();
    assertThat(phoning.phoneNext(true)).isFalse();

    outbox.tell(warning());
    assertThat(phoning.phoneNext(true)).isTrue();
    assertThat(telephone.numbers()).containsExactly(WANG);
  }

  @Test
  void whoPrefersNothingIsNotPhoned() {
    Ticket ticket = ticketOf(resident(false));
    outbox.tell(notice(new Addressee.Reporter(ticket.number()), false));
    phoneAll();
    sendAll();

    assertThat(telephone.calls()).isEmpty();
    assertThat(requests()).hasSize(1);
  }

  @Test
  void anEmergencyGoesDownTheListUntilSomebodyPressesTheKey() {
    TicketNumber number = emergencyGivenTo("wang");
    telephone
        .then(CallEnd.BUSY)
        .then(CallEnd.HEARD)
        .then(
            call -> {
              assertThat(call.ask()).isEqualTo(Ask.JOB);
              assertThat(call.words()).contains("工单号" + number).contains("电梯故障");
              return call.key().get() == Reply.YOURS ? CallEnd.CONFIRMED : CallEnd.HEARD;
            });
    phoneAll();

    assertThat(telephone.numbers()).containsExactly(WANG, LI, LEAD);
    assertThat(call("wang").state()).isEqualTo(MessageState.PASSED_ON);
    assertThat(call("li").state()).isEqualTo(MessageState.PASSED_ON);
    assertThat(call("lead").reason()).isEqualTo(Reason.CONFIRMED);
    assertThat(tickets.find(number, EstateScope.ALL).orElseThrow().owner()).contains("lead");
    assertThat(kinds(number))
        .containsSubsequence("phoned", "phoned", "phoned", "assigned", "job-accepted");
    assertThat(
            timeline.of(number).stream()
                .filter(event -> event.kind().equals("job-accepted"))
                .map(event -> event.details().get("by")))
        .containsExactly("phone");
    phoneAll();
    assertThat(telephone.calls()).hasSize(3);
  }

  @Test
  void whenNobodyInTheListConfirmsAPersonSeesIt() {
    TicketNumber number = emergencyGivenTo("wang");
    phoneAll();

    assertThat(telephone.numbers()).containsExactly(WANG, LI, LEAD, MANAGER);
    assertThat(call("manager").state()).isEqualTo(MessageState.DEAD);
    assertThat(call("manager").reason()).isEqualTo(Reason.UNCONFIRMED);
    assertThat(tickets.find(number, EstateScope.ALL).orElseThrow().owner()).contains("wang");
  }

  @Test
  void whoHasNoNumberIsPassedOverAndWithoutAnyNumberNothingIsCalledInVain() {
    TicketNumber number = emergencyGivenTo("wang");
    for (String login : List.of("wang", "li", "lead", "manager")) {
      staff.save(login, new StaffContact("", login + "@example.cn", Language.CHINESE), admin);
    }
    phoneAll();

    assertThat(telephone.calls()).isEmpty();
    assertThat(call("wang").state()).isEqualTo(MessageState.PASSED_ON);
    assertThat(call("manager").state()).isEqualTo(MessageState.UNSENDABLE);
    assertThat(call("manager").reason()).isEqualTo(Reason.NO_ADDRESS);
    assertThat(kinds(number)).doesNotContain("phoned");
  }

  @Test
  void whoeverIsPassedOverIsFollowedInTheSameTransaction() {
    TicketNumber number = emergencyGivenTo("wang");
    Claimed message = rows.claimCall(Phoning.LEASE, Duration.ZERO, true).orElseThrow();
    CallEnds dying =
        new CallEnds(
            rows,
            application.getBeanProvider(PhoneList.class),
            tickets,
            voice,
            settings,
            transactions,
            told -> {
              throw new IllegalStateException("killed");
            },
            CLOCK);
    Recipient wang = recipients.of(message.to()).orElseThrow();

    // As if the node were killed before it has committed who follows him.
    assertThatThrownBy(() -> dying.impossible(message, wang, Reason.NO_ADDRESS))
        .isInstanceOf(IllegalStateException.class);

    assertThat(call("wang").state()).isEqualTo(MessageState.WAITING);
    CLOCK.pass(Phoning.LEASE);
    telephone.thenConfirms();
    phoneAll();
    assertThat(telephone.numbers()).containsExactly(WANG);
    assertThat(tickets.find(number, EstateScope.ALL).orElseThrow().owner()).contains("wang");
  }

  @Test
  void whatIsBrokenDoesNotEndTheListOfAnEmergency() {
    emergencyGivenTo("wang");
    telephone
        .then(
            call -> {
              throw new IllegalStateException("broken");
            })
        .thenConfirms();
    phoneAll();

    assertThat(telephone.numbers()).containsExactly(WANG, LI);
    assertThat(call("wang").state()).isEqualTo(MessageState.PASSED_ON);
    assertThat(call("li").reason()).isEqualTo(Reason.CONFIRMED);
  }

  @Test
  void whereNobodyIsPhonedAnyMoreResidentsHaveItInWriting() {
    Ticket ticket = ticketOf(resident(true));
    outbox.tell(notice(new Addressee.Reporter(ticket.number()), false));
    sendAll();
    outbox.tell(warning());
    assertThat(requests()).isEmpty();
    Sender without =
        new Sender(
            rows,
            recipients,
            templates,
            words,
            channels,
            application.getBean(WebhookChannel.class),
            application.getBeanProvider(Links.class),
            pace,
            settings,
            new VoiceProperties(
                false,
                0,
                voice.ring(),
                voice.tries(),
                voice.residentPause(),
                voice.staffPause(),
                voice.othersFirst()),
            CLOCK);

    while (without.sendNext()) {
      assertThat(requests()).hasSizeLessThan(5);
    }
    // Another node may phone: it has the first go.
    assertThat(call("wang").state()).isEqualTo(MessageState.WAITING);
    CLOCK.pass(Sender.UNCALLED);
    while (without.sendNext()) {
      assertThat(requests()).hasSizeLessThan(5);
    }

    // Hers, and wang's own; the call to him is left for a person to see.
    assertThat(requests()).hasSize(2);
    assertThat(call("wang").state()).isEqualTo(MessageState.UNSENDABLE);
    assertThat(call("wang").reason()).isEqualTo(Reason.NO_CHANNEL);
  }

  @Test
  void whoAcceptedOnHisPageIsNotPhonedAndNobodyAfterHim() {
    TicketNumber number = emergencyGivenTo("wang");
    telephone.then(
        call -> {
          // While it rings.
          assertThat(jobs.accept(number, new Doer("wang", EstateScope.ALL, false)))
              .isInstanceOf(Outcome.Done.class);
          return CallEnd.NO_ANSWER;
        });
    phoneAll();

    assertThat(telephone.numbers()).containsExactly(WANG);
    TicketNumber other = emergencyGivenTo("li");
    jobs.accept(other, new Doer("li", EstateScope.ALL, false));
    phoneAll();
    assertThat(telephone.numbers()).containsExactly(WANG);
    assertThat(call("li").reason()).isEqualTo(Reason.NOT_NEEDED);
  }

  @Test
  void theFirstKeyWins() {
    TicketNumber number = emergencyGivenTo("wang");

    List<Reply> replies =
        Together.run(
            3,
            i ->
                transactions.run(
                    () -> phonedJobs.confirm(number, List.of("wang", "li", "lead").get(i))));

    assertThat(replies).containsOnlyOnce(Reply.YOURS);
    assertThat(replies).filteredOn(Reply.TAKEN::equals).hasSize(2);
    assertThat(kinds(number)).filteredOn("job-accepted"::equals).hasSize(1);
  }

  @Test
  void anEmergencyThatNobodyWasFoundForGoesUpwardsUntilSomebodyFindsSomebody() {
    TicketNumber number = emergencyWithNobody();
    assertThat(
            jdbc.sql(
                    "SELECT addressee FROM outgoing_message WHERE event = 'ticket-not-assigned'"
                        + " AND way = '' ORDER BY id")
                .query(String.class)
                .list())
        .containsExactly("lead", "manager");
    telephone
        .then(CallEnd.BUSY)
        .then(CallEnd.HEARD)
        .then(
            call -> {
              assertThat(call.ask()).isEqualTo(Ask.CARE);
              assertThat(call.words()).contains("工单号" + number).contains("还没有人处理");
              return call.key().get() == Reply.CARE ? CallEnd.CONFIRMED : CallEnd.HEARD;
            });
    phoneAll();

    assertThat(telephone.numbers()).containsExactly(LEAD, MANAGER, BOSS);
    assertThat(call("lead").state()).isEqualTo(MessageState.PASSED_ON);
    assertThat(call("boss").reason()).isEqualTo(Reason.CONFIRMED);
    assertThat(kinds(number)).endsWith("phoned", "phoned", "phoned", "care-taken");
    assertThat(tickets.find(number, EstateScope.ALL).orElseThrow().owner()).isEmpty();
    phoneAll();
    assertThat(telephone.calls()).hasSize(3);
  }

  @Test
  void whenNobodyFindsSomebodyAPersonSeesIt() {
    emergencyWithNobody();
    phoneAll();

    assertThat(telephone.numbers()).containsExactly(LEAD, MANAGER, BOSS);
    assertThat(call("boss").state()).isEqualTo(MessageState.DEAD);
    assertThat(call("boss").reason()).isEqualTo(Reason.UNCONFIRMED);
  }

  @Test
  void whenSomebodyHasItMeanwhileNobodyElseIsPhonedToFindOne() {
    TicketNumber number = emergencyWithNobody();
    telephone.then(
        call -> {
          // While it rings.
          assertThat(jobs.accept(number, new Doer("li", EstateScope.ALL, false)))
              .isInstanceOf(Outcome.Done.class);
          return CallEnd.NO_ANSWER;
        });
    phoneAll();

    assertThat(telephone.numbers()).containsExactly(LEAD);
    assertThat(call("lead").reason()).isEqualTo(Reason.NOT_NEEDED);
  }

  @Test
  void oneFindsSomebodyAndIsNotPhonedAgainForTheSame() {
    TicketNumber number = emergencyWithNobody();

    List<Reply> replies =
        Together.run(
            3,
            i ->
                transactions.run(
                    () -> phonedCare.confirm(number, List.of("lead", "manager", "boss").get(i))));

    assertThat(replies).containsOnlyOnce(Reply.CARE);
    assertThat(replies).filteredOn(Reply.TAKEN::equals).hasSize(2);
    assertThat(kinds(number)).filteredOn("care-taken"::equals).hasSize(1);
    phoneAll();
    assertThat(telephone.calls()).isEmpty();
  }

  /** The only one to whom it was given has refused it. */
  private TicketNumber emergencyWithNobody() {
    TicketNumber number = emergencyGivenTo("wang");
    jdbc.sql("DELETE FROM outgoing_message").update();
    assertThat(jobs.refuse(number, "没有工具", new Doer("wang", EstateScope.ALL, false)))
        .isInstanceOf(Outcome.Done.class);
    return number;
  }

  private List<String> kinds(TicketNumber number) {
    return timeline.of(number).stream().map(event -> event.kind()).toList();
  }

  private Reporter resident(boolean byPhone) {
    PhoneNumber number = mobile();
    Resident resident =
        residents.save(
            Resident.named(
                "王秀英",
                "cmn",
                List.of(number),
                List.of(new Resident.Dwelling(estate.requireId(), "3号楼", "", "502"))));
    long id = Objects.requireNonNull(resident.id());
    wishes.save(id, new ResidentContact("", Language.CHINESE, false, byPhone));
    return new Reporter(id, "", number);
  }

  /** A lift emergency that a dispatcher has given to somebody; three others could be phoned. */
  private TicketNumber emergencyGivenTo(String worker) {
    worker("wang", Role.CREW, WANG, false);
    worker("li", Role.CREW, LI, false);
    worker("lead", Role.CREW, LEAD, true);
    Staff.add(application, "manager", Role.DISPATCHER);
    staff.save("manager", new StaffContact(MANAGER, "", Language.CHINESE), admin);
    Staff.add(application, "boss", Role.MANAGER);
    staff.save("boss", new StaffContact(BOSS, "", Language.CHINESE), admin);
    jdbc.sql(
            "UPDATE app_user SET enabled = FALSE WHERE username NOT IN"
                + " ('wang', 'li', 'lead', 'manager', 'boss', 'outbox-admin')")
        .update();
    NewTicket calm = draft(new Reporter(null, "", null));
    Contents c = calm.contents();
    Ticket ticket =
        tickets
            .open(
                SampleTickets.with(
                    calm,
                    new Contents(
                        new Subject(c.subject().kind(), "facilities", "lift", Urgency.EMERGENCY),
                        c.place(),
                        c.reporter(),
                        c.text(),
                        false,
                        false)),
                Actor.system("test"))
            .ticket();
    jdbc.sql("DELETE FROM outgoing_message").update();
    Outcome given =
        jobs.assign(
            ticket.number(),
            ticket.version(),
            worker,
            "在附近",
            new Doer("manager", EstateScope.ALL, true));
    assertThat(given).isInstanceOf(Outcome.Done.class);
    return ticket.number();
  }

  private void worker(String login, Role role, String mobile, boolean leads) {
    Staff.add(application, login, role);
    staff.save(login, new StaffContact(mobile, "", Language.CHINESE), admin);
    if (members.find(login).isPresent()) {
      return;
    }
    long id =
        jdbc.sql("SELECT id FROM app_user WHERE username = ?")
            .param(login)
            .query(Long.class)
            .single();
    assertThat(
            crew.saveMember(
                new CrewMember(
                    id,
                    0,
                    login,
                    login,
                    true,
                    "engineering",
                    leads,
                    Set.of(),
                    List.of(),
                    leads ? null : CLOCK.instant().plus(Duration.ofHours(12))),
                "admin"))
        .isEmpty();
  }
}
