package cn.wuye.hotline.backend.message.outbox;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.wuye.hotline.backend.Together;
import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.message.Addressee;
import cn.wuye.hotline.backend.message.Links;
import cn.wuye.hotline.backend.message.Notice;
import cn.wuye.hotline.backend.message.channel.Channels;
import cn.wuye.hotline.backend.message.channel.OutgoingText;
import cn.wuye.hotline.backend.message.channel.WebhookChannel;
import cn.wuye.hotline.backend.message.contact.ResidentContact;
import cn.wuye.hotline.backend.message.contact.StaffContact;
import cn.wuye.hotline.backend.message.template.Language;
import cn.wuye.hotline.backend.message.template.Medium;
import cn.wuye.hotline.backend.message.template.MessageEvent;
import cn.wuye.hotline.backend.message.template.MessageTemplate;
import cn.wuye.hotline.backend.message.voice.VoiceProperties;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.resident.Resident;
import cn.wuye.hotline.backend.ticket.Actor;
import cn.wuye.hotline.backend.ticket.Contents;
import cn.wuye.hotline.backend.ticket.NewTicket;
import cn.wuye.hotline.backend.ticket.Reporter;
import cn.wuye.hotline.backend.ticket.SampleTickets;
import cn.wuye.hotline.backend.ticket.Subject;
import cn.wuye.hotline.backend.ticket.Ticket;
import cn.wuye.hotline.backend.ticket.Urgency;
import cn.wuye.hotline.backend.user.Role;
import cn.wuye.hotline.backend.user.SignedInUser;
import cn.wuye.hotline.backend.user.Staff;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.security.access.AccessDeniedException;

/** What is sent, when, how often, and what becomes of it, on every database. */
abstract class SendingCases extends OutboxWorld {
  @Test
  void aNoticeGoesWithItsChangeOrNotAtAll() {
    assertThatThrownBy(
            () ->
                transactions.run(
                    () -> {
                      outbox.tell(toStaff());
                      throw new IllegalStateException("rolled back");
                    }))
        .hasMessage("rolled back");
    sendAll();
    assertThat(requests()).isEmpty();

    Notice notice = toStaff();
    assertThat(outbox.tell(notice)).isTrue();
    assertThat(outbox.tell(notice)).isFalse();
    sendAll();

    assertThat(requests()).hasSize(1);
    assertThat(requests().get(0).getBodyAsString())
        .contains("13900000002")
        .contains("【幸福物业】")
        .contains("已用80%");
    OutboxMessage sent = only();
    assertThat(sent.state()).isEqualTo(MessageState.SENT);
    assertThat(sent.attempts()).isEqualTo(1);
    assertThat(sent.address()).doesNotContain("13900000002").endsWith("0002");
  }

  @Test
  void whoIsOnDutyHasAnAlarmBySms() {
    jdbc.sql(
            "INSERT INTO duty_entry (estate_id, role, position, name, number)"
                + " VALUES (?, 'on-duty', 0, '值班', '13700000007')")
        .param(estate.requireId().value())
        .update();
    outbox.write(
        new Notice(
            "floor-alarm",
            new Addressee.OnDuty(estate.requireId()),
            null,
            Map.of("alarm", "nobody", "queue", "粤语组", "dialect", "yue", "since", "09:30"),
            true,
            UUID.randomUUID().toString()));
    sendAll();

    assertThat(requests()).hasSize(1);
    assertThat(requests().get(0).getBodyAsString())
        .contains("13700000007")
        .contains("【幸福物业】热线报警：粤语组，没有人能接（粤语），09:30起。请马上安排。");
  }

  @Test
  void manyWhoTellTheSameAtOnceTellItOnce() {
    Notice notice = toStaff();

    List<Boolean> told = Together.run(8, i -> outbox.tell(notice));

    assertThat(told).containsOnlyOnce(true);
    sendAll();
    assertThat(requests()).hasSize(1);
  }

  @Test
  void severalWorkersSendEachMessageOnce() {
    for (int i = 0; i < 40; i++) {
      outbox.tell(toStaff());
    }

    Together.run(
        4,
        i -> {
          // Who finds all candidates taken by the others rests, as a round of a worker would.
          for (int idle = 0; idle < 20; ) {
            idle = sender.sendNext() ? 0 : idle + 1;
          }
          return true;
        });

    assertThat(requests()).hasSize(40);
    assertThat(requests().stream().map(LoggedRequest::getBodyAsString).distinct()).hasSize(40);
    assertThat(desk.countsUpTo(100, EstateScope.ALL)).containsEntry(MessageState.SENT, 40);
  }

  @Test
  void whatADeadWorkerHadIsSentByAnotherWithTheSameKey() {
    outbox.tell(toStaff());
    Claimed dead = rows.claim(settings.lease()).orElseThrow();
    assertThat(sender.sendNext()).isFalse();
    // It died after the provider had taken the message, and before it could note that.
    rows.attempt(dead, Medium.SMS, "…0002", "", "text");
    channels
        .of(Medium.SMS)
        .orElseThrow()
        .send(new OutgoingText(dead.id(), dead.claim(), "+8613900000002", "", "text"));

    CLOCK.pass(settings.lease());
    sendAll();

    assertThat(requests()).hasSize(2);
    String key = "hotline-" + dead.id();
    assertThat(requests()).allMatch(request -> request.getBodyAsString().contains(key));
    assertThat(only().state()).isEqualTo(MessageState.SENT);
    // Should it not be dead but slow, then what it says does not count any more.
    rows.settle(dead, MessageState.DEAD, Reason.REFUSED, "late", "");
    assertThat(only().state()).isEqualTo(MessageState.SENT);
    assertThat(rows.attempt(dead, Medium.SMS, "", "", "")).isFalse();
  }

  @Test
  void aCallBackSparesTheSecondSending() {
    outbox.tell(toStaff());
    Claimed dead = rows.claim(settings.lease()).orElseThrow();

    assertThat(reports.told(dead.id(), dead.claim(), "sent", "")).isTrue();
    CLOCK.pass(settings.lease());
    sendAll();

    assertThat(requests()).isEmpty();
    assertThat(only().state()).isEqualTo(MessageState.SENT);
  }

  @Test
  void retryAfterIsHonoured() {
    provider(aResponse().withStatus(429).withHeader("Retry-After", "600"));
    outbox.tell(toStaff());
    sendAll();

    OutboxMessage waiting = only();
    assertThat(waiting.state()).isEqualTo(MessageState.WAITING);
    assertThat(waiting.reason()).isEqualTo(Reason.FAILED);
    assertThat(waiting.nextAttemptAt()).isEqualTo(CLOCK.instant().plusSeconds(600));
    CLOCK.pass(Duration.ofSeconds(599));
    assertThat(sender.sendNext()).isFalse();
    provider(aResponse().withStatus(200).withBody("{\"id\":\"p-2\"}"));
    CLOCK.pass(Duration.ofSeconds(1));
    assertThat(sender.sendNext()).isTrue();
    assertThat(only().state()).isEqualTo(MessageState.SENT);
    assertThat(only().attempts()).isEqualTo(2);
  }

  @Test
  void afterTheLastAttemptAPersonSeesItAndSendsItAgain() {
    provider(aResponse().withStatus(500).withBody("broken for 13900000002"));
    outbox.tell(toStaff());
    for (int i = 0; i < settings.attempts(); i++) {
      sendAll();
      CLOCK.pass(Duration.ofHours(3));
    }
    sendAll();

    OutboxMessage dead = only();
    assertThat(requests()).hasSize(settings.attempts());
    assertThat(dead.state()).isEqualTo(MessageState.DEAD);
    assertThat(dead.reason()).isEqualTo(Reason.EXHAUSTED);
    assertThat(dead.error()).contains("500").doesNotContain("13900000002");
    assertThat(health.health().getDetails()).containsEntry("state", "dead");

    assertThat(desk.putAside(dead.id(), "打过电话", Staff.signedIn(Role.AGENT)))
        .isEqualTo(OutboxDesk.Change.DONE);
    assertThat(desk.putAside(dead.id(), "又打", admin)).isEqualTo(OutboxDesk.Change.NOT_NOW);
    assertThat(only().asideNote()).isEqualTo("打过电话");
    assertThat(only().trouble()).isFalse();
    assertThat(health.health().getDetails()).containsEntry("state", "ok");

    provider(aResponse().withStatus(200).withBody("{\"id\":\"p-3\"}"));
    assertThat(desk.resend(dead.id(), admin)).isEqualTo(OutboxDesk.Change.DONE);
    assertThat(desk.resend(dead.id(), admin)).isEqualTo(OutboxDesk.Change.NOT_NOW);
    sendAll();
    assertThat(only().state()).isEqualTo(MessageState.SENT);
    assertThat(health.health().getDetails()).containsEntry("state", "ok");
    assertThat(
            jdbc.sql(
                    "SELECT COUNT(*) FROM audit_entry WHERE action = 'message.resent' AND subject = ?")
                .param("message:" + dead.id())
                .query(Long.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  void whatTheProviderRefusesIsNotTriedAgain() {
    provider(aResponse().withStatus(400).withBody("blacklisted"));
    outbox.tell(toStaff());
    sendAll();
    CLOCK.pass(Duration.ofDays(1));
    sendAll();

    assertThat(requests()).hasSize(1);
    assertThat(only().reason()).isEqualTo(Reason.REFUSED);
  }

  @Test
  void residentsSleepAndStaffAndEmergenciesDoNotWait() {
    Ticket ticket = ticketOf(new Reporter(null, "", mobile()));
    Addressee reporter = new Addressee.Reporter(ticket.number());
    goTo(LocalTime.of(22, 0));
    outbox.tell(notice(reporter, false));
    sendAll();
    assertThat(only().reason()).isEqualTo(Reason.QUIET_HOURS);
    assertThat(only().nextAttemptAt())
        .isEqualTo(
            CLOCK.instant().atZone(SHANGHAI).plusDays(1).with(LocalTime.of(8, 0)).toInstant());

    outbox.tell(toStaff());
    outbox.tell(notice(reporter, true));
    sendAll();
    assertThat(requests()).hasSize(2);

    goTo(LocalTime.of(8, 0));
    sendAll();
    assertThat(requests()).hasSize(3);
  }

  @Test
  void whoReportsAnEmergencyAtNightIsToldAtOnce() {
    goTo(LocalTime.of(23, 0));
    tickets.open(draft(new Reporter(null, "", mobile())), Actor.system("t"));
    NewTicket calm = draft(new Reporter(null, "", mobile()));
    Contents c = calm.contents();
    Subject lift =
        new Subject(
            c.subject().kind(),
            c.subject().category(),
            c.subject().subcategory(),
            Urgency.EMERGENCY);
    tickets.open(
        SampleTickets.with(
            calm, new Contents(lift, c.place(), c.reporter(), c.text(), false, false)),
        Actor.system("t"));
    sendAll();

    assertThat(requests()).hasSize(1);
    assertThat(desk.countsUpTo(100, EstateScope.ALL)).containsEntry(MessageState.WAITING, 1);
  }

  @Test
  void aResidentGetsOneOrdinaryMessageAnHour() {
    Ticket ticket = ticketOf(new Reporter(null, "", mobile()));
    Ticket other = ticketOf(new Reporter(null, "", mobile()));
    for (int i = 0; i < 2; i++) {
      outbox.tell(notice(new Addressee.Reporter(ticket.number()), false));
    }
    outbox.tell(notice(new Addressee.Reporter(other.number()), false));
    sendAll();
    assertThat(requests()).hasSize(2);
    outbox.tell(notice(new Addressee.Reporter(ticket.number()), true));
    sendAll();
    assertThat(requests()).hasSize(3);

    CLOCK.pass(Duration.ofMinutes(59));
    sendAll();
    assertThat(requests()).hasSize(3);
    CLOCK.pass(Duration.ofMinutes(1));
    sendAll();
    assertThat(requests()).hasSize(4);
  }

  @Test
  void anAttemptThatIsRepeatedDoesNotWaitForItself() {
    provider(aResponse().withStatus(500));
    Ticket ticket = ticketOf(new Reporter(null, "", mobile()));
    outbox.tell(notice(new Addressee.Reporter(ticket.number()), false));
    sendAll();
    CLOCK.pass(Duration.ofSeconds(30));
    sendAll();

    assertThat(requests()).hasSize(2);
    assertThat(only().reason()).isEqualTo(Reason.FAILED);
  }

  @Test
  void whoWantsNoMessagesGetsEmergenciesOnlyByWhateverNumberIsHers() {
    PhoneNumber number = mobile();
    Resident resident =
        residents.save(
            Resident.named(
                "王秀英",
                "cmn",
                List.of(number),
                List.of(new Resident.Dwelling(estate.requireId(), "3号楼", "", "502"))));
    long id = Objects.requireNonNull(resident.id());
    Ticket known = ticketOf(new Reporter(id, "", number));
    Ticket byNumber = ticketOf(new Reporter(null, "", new PhoneNumber("0" + number.digits())));
    wishes.save(id, new ResidentContact("", Language.ENGLISH, true, false));
    for (Ticket ticket : List.of(known, byNumber)) {
      outbox.tell(notice(new Addressee.Reporter(ticket.number()), false));
    }
    sendAll();
    assertThat(requests()).isEmpty();
    assertThat(desk.countsUpTo(100, EstateScope.ALL)).containsEntry(MessageState.UNWANTED, 2);

    outbox.tell(notice(new Addressee.Reporter(known.number()), true));
    sendAll();
    assertThat(requests()).hasSize(1);
    assertThat(requests().get(0).getBodyAsString()).contains("80% of the time");
  }

  @Test
  void whatCannotBeSentIsKeptWithTheReason() {
    outbox.tell(notice(new Addressee.Staff("nobody"), false));
    outbox.tell(notice(new Addressee.ThirdParty("lift-co"), false));
    Staff.add(application, "without-number", Role.CREW);
    outbox.tell(notice(new Addressee.Staff("without-number"), false));
    Notice unheardOf = toStaff();
    outbox.tell(new Notice("unheard-of", unheardOf.to(), null, Map.of(), false, unheardOf.once()));
    sendAll();

    assertThat(desk.list(new OutboxDesk.Query(null, null, Long.MAX_VALUE, 10), EstateScope.ALL))
        .extracting(OutboxMessage::reason)
        .containsExactly(Reason.NO_TEMPLATE, Reason.NO_ADDRESS, Reason.NOBODY, Reason.NOBODY);
    assertThat(desk.countsUpTo(100, EstateScope.ALL)).containsEntry(MessageState.UNSENDABLE, 4);
    assertThat(health.health().getDetails()).containsEntry("state", "ok");
  }

  @Test
  void oneThatDiedADayAgoNoLongerWorriesAnybody() {
    provider(aResponse().withStatus(422));
    outbox.tell(toStaff());
    sendAll();
    assertThat(health.health().getDetails()).containsEntry("state", "dead");
    assertThatThrownBy(() -> desk.putAside(only().id(), "", admin))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> desk.putAside(only().id(), "x", Staff.signedIn(Role.QUALITY)))
        .isInstanceOf(AccessDeniedException.class);

    CLOCK.pass(Duration.ofHours(25));

    assertThat(health.health().getDetails()).containsEntry("state", "ok");
    assertThat(only().trouble()).isTrue();
  }

  @Test
  void whatHasItsTermBehindItIsRemovedUnlessItWaits() {
    for (int i = 0; i < 3; i++) {
      outbox.tell(toStaff());
    }
    sendAll();
    Instant term = CLOCK.instant().minus(settings.keep());
    jdbc.sql("UPDATE outgoing_message SET created_at = :at, changed_at = :at")
        .param("at", Utc.column(term))
        .update();
    jdbc.sql(
            "UPDATE outgoing_message SET state = 'waiting', next_attempt_at = '2099-01-01' LIMIT 1")
        .update();
    outbox.tell(toStaff());
    sendAll();
    OldMessages old = new OldMessages(rows, settings, CLOCK);
    old.run(() -> false);
    assertThat(desk.list(query(), EstateScope.ALL)).hasSize(4);

    jdbc.sql(
            "UPDATE outgoing_message SET created_at = :at, changed_at = :at WHERE changed_at = :now")
        .param("at", Utc.column(term.minusMillis(1)))
        .param("now", Utc.column(term))
        .update();
    old.run(() -> true);
    assertThat(desk.list(query(), EstateScope.ALL)).hasSize(4);
    old.run(() -> false);

    assertThat(desk.list(query(), EstateScope.ALL))
        .extracting(OutboxMessage::state)
        .containsExactly(MessageState.SENT, MessageState.WAITING);
  }

  @Test
  void theNamesOfClocksAndRolesAreInTheReadersLanguage() {
    staff.save("wang", new StaffContact("13900000002", "", Language.ENGLISH), admin);
    outbox.tell(
        new Notice(
            "deadline-warning",
            new Addressee.Staff("wang"),
            null,
            Map.of("clock", "on-site", "percent", "80", "due", "10:30"),
            false,
            UUID.randomUUID().toString()));
    sendAll();

    assertThat(requests().get(0).getBodyAsString())
        .contains("80% of the time for")
        .doesNotContain("on-site ", "到场");
    assertThat(only().body()).doesNotContainPattern("\\p{IsHan}");
  }

  @Test
  void countsGoNoFurtherThanTheCap() {
    for (int i = 0; i < 3; i++) {
      outbox.tell(toStaff());
    }

    assertThat(desk.countsUpTo(2, EstateScope.ALL)).containsEntry(MessageState.WAITING, 2);
  }

  @Test
  void anAdministratorOfSomeEstatesChangesNothingOfTheCompany() {
    SignedInUser local = Staff.signedIn(Role.ADMIN, estate.requireId().value());
    MessageTemplate.Key key =
        new MessageTemplate.Key(MessageEvent.REOPENED, Medium.SMS, Language.CHINESE);

    assertThatThrownBy(() -> templateDesk.save(key, 0, "", "重办", local))
        .isInstanceOf(AccessDeniedException.class);
    assertThatThrownBy(() -> staff.save("wang", StaffContact.UNKNOWN, local))
        .isInstanceOf(AccessDeniedException.class);
  }

  @Test
  void withoutAChannelNothingIsLost() {
    outbox.tell(toStaff());
    new Sender(
            rows,
            recipients,
            templates,
            words,
            new Channels(List.of()),
            application.getBean(WebhookChannel.class),
            application.getBeanProvider(Links.class),
            pace,
            settings,
            application.getBean(VoiceProperties.class),
            CLOCK)
        .sendNext();
    assertThat(only().state()).isEqualTo(MessageState.UNSENDABLE);
    assertThat(only().reason()).isEqualTo(Reason.NO_CHANNEL);

    assertThat(desk.resend(only().id(), admin)).isEqualTo(OutboxDesk.Change.DONE);
    sendAll();
    assertThat(only().state()).isEqualTo(MessageState.SENT);
  }
}
