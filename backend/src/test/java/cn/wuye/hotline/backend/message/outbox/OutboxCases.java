package cn.wuye.hotline.backend.message.outbox;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.wuye.hotline.backend.HotlineApplication;
import cn.wuye.hotline.backend.Together;
import cn.wuye.hotline.backend.api.Http;
import cn.wuye.hotline.backend.api.TestUsers;
import cn.wuye.hotline.backend.database.SettableClock;
import cn.wuye.hotline.backend.estate.Estate;
import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.estate.Estates;
import cn.wuye.hotline.backend.estate.SampleEstates;
import cn.wuye.hotline.backend.message.Addressee;
import cn.wuye.hotline.backend.message.Links;
import cn.wuye.hotline.backend.message.Notice;
import cn.wuye.hotline.backend.message.Outbox;
import cn.wuye.hotline.backend.message.channel.Channels;
import cn.wuye.hotline.backend.message.channel.OutgoingText;
import cn.wuye.hotline.backend.message.channel.TwilioSignature;
import cn.wuye.hotline.backend.message.channel.WebhookChannel;
import cn.wuye.hotline.backend.message.contact.ResidentContact;
import cn.wuye.hotline.backend.message.contact.ResidentContacts;
import cn.wuye.hotline.backend.message.contact.StaffContact;
import cn.wuye.hotline.backend.message.contact.StaffContacts;
import cn.wuye.hotline.backend.message.template.Language;
import cn.wuye.hotline.backend.message.template.Medium;
import cn.wuye.hotline.backend.message.template.MessageEvent;
import cn.wuye.hotline.backend.message.template.MessageTemplate;
import cn.wuye.hotline.backend.message.template.TemplateDesk;
import cn.wuye.hotline.backend.message.template.Templates;
import cn.wuye.hotline.backend.message.voice.FakeTelephone;
import cn.wuye.hotline.backend.message.voice.VoiceProperties;
import cn.wuye.hotline.backend.persistence.Transactions;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.related.incident.Announcement;
import cn.wuye.hotline.backend.related.incident.IncidentResult;
import cn.wuye.hotline.backend.related.incident.Incidents;
import cn.wuye.hotline.backend.resident.Resident;
import cn.wuye.hotline.backend.resident.Residents;
import cn.wuye.hotline.backend.ticket.Actor;
import cn.wuye.hotline.backend.ticket.Addition;
import cn.wuye.hotline.backend.ticket.Additions;
import cn.wuye.hotline.backend.ticket.Contents;
import cn.wuye.hotline.backend.ticket.DutyReason;
import cn.wuye.hotline.backend.ticket.NewTicket;
import cn.wuye.hotline.backend.ticket.Reporter;
import cn.wuye.hotline.backend.ticket.SampleTickets;
import cn.wuye.hotline.backend.ticket.Subject;
import cn.wuye.hotline.backend.ticket.Ticket;
import cn.wuye.hotline.backend.ticket.TicketChanges;
import cn.wuye.hotline.backend.ticket.Tickets;
import cn.wuye.hotline.backend.ticket.Urgency;
import cn.wuye.hotline.backend.ticket.Verb;
import cn.wuye.hotline.backend.user.Role;
import cn.wuye.hotline.backend.user.SignedInUser;
import cn.wuye.hotline.backend.user.Staff;
import cn.wuye.hotline.ivr.conversation.CallId;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import tools.jackson.databind.json.JsonMapper;

/** What people are told, and when, on every database; time is travelled. */
@SpringBootTest(classes = HotlineApplication.class)
@AutoConfigureMockMvc
@Import(OutboxCases.Time.class)
@SuppressWarnings("NullAway.Init")
abstract class OutboxCases {
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  static final SettableClock CLOCK = new SettableClock(Instant.parse("2026-03-02T02:00:00Z"));
  static final WireMockServer PROVIDER = new WireMockServer(options().dynamicPort());

  @TestConfiguration(proxyBeanMethods = false)
  static class Time {
    @Bean
    @Primary
    SettableClock settableClock() {
      return CLOCK;
    }

    @Bean
    FakeTelephone fakeTelephone() {
      return new FakeTelephone();
    }
  }

  static void properties(DynamicPropertyRegistry registry) {
    PROVIDER.start();
    registry.add("hotline.home", () -> "target/outbox-home");
    registry.add("hotline.telephony.enabled", () -> false);
    registry.add("hotline.telephony.name", () -> "幸福物业");
    registry.add("hotline.message.workers", () -> 0);
    registry.add("hotline.voice.enabled", () -> true);
    registry.add("hotline.voice.calls", () -> 0);
    registry.add("hotline.sms.provider", () -> "http");
    registry.add("hotline.sms.http.url", () -> PROVIDER.baseUrl() + "/send");
    registry.add("hotline.sms.http.id-field", () -> "/id");
    registry.add("hotline.sms.twilio.token", () -> "12345");
    registry.add("hotline.sms.twilio.public-url", () -> "https://hotline.example.cn");
  }

  @Autowired ApplicationContext application;
  @Autowired MockMvc mvc;
  @Autowired JdbcClient jdbc;
  @Autowired JsonMapper json;
  @Autowired PasswordEncoder encoder;
  @Autowired Transactions transactions;
  @Autowired Estates estates;
  @Autowired Residents residents;
  @Autowired Tickets tickets;
  @Autowired TicketChanges changes;
  @Autowired Additions additions;
  @Autowired Incidents incidents;
  @Autowired Outbox outbox;
  @Autowired OutboxRows rows;
  @Autowired OutboxDesk desk;
  @Autowired OutboxProperties settings;
  @Autowired Sender sender;
  @Autowired Recipients recipients;
  @Autowired Templates templates;
  @Autowired TemplateDesk templateDesk;
  @Autowired Words words;
  @Autowired Channels channels;
  @Autowired Pace pace;
  @Autowired DeliveryReports reports;
  @Autowired StaffContacts staff;
  @Autowired ResidentContacts wishes;
  @Autowired MessagesHealth health;

  Estate estate;
  SignedInUser admin;

  @BeforeEach
  void emptyOutboxInTheMorning() {
    goTo(LocalTime.of(10, 0));
    jdbc.sql("DELETE FROM outgoing_message").update();
    jdbc.sql("DELETE FROM message_pace").update();
    PROVIDER.resetAll();
    provider(aResponse().withStatus(200).withBody("{\"id\":\"p-1\"}"));
    estate = SampleEstates.another(estates);
    admin = Staff.signedIn(application, "outbox-admin", Role.ADMIN);
    Staff.add(application, "wang", Role.CREW);
    staff.save("wang", new StaffContact("13900000002", "", Language.CHINESE), admin);
  }

  @AfterAll
  static void close() {
    PROVIDER.stop();
  }

  static void goTo(LocalTime time) {
    ZonedDateTime here = CLOCK.instant().atZone(SHANGHAI);
    ZonedDateTime then = here.with(time);
    CLOCK.pass(Duration.between(here, then.isAfter(here) ? then : then.plusDays(1)));
  }

  private static void provider(ResponseDefinitionBuilder answer) {
    PROVIDER.stubFor(post(anyUrl()).willReturn(answer));
  }

  static List<LoggedRequest> requests() {
    return PROVIDER.findAll(postRequestedFor(anyUrl()));
  }

  final Notice notice(Addressee to, boolean emergency) {
    return new Notice(
        "deadline-warning",
        to,
        null,
        Map.of("clock", "到场", "percent", "80", "due", "10:30", "number", "1", "place", "3号楼"),
        emergency,
        UUID.randomUUID().toString());
  }

  final Notice toStaff() {
    return notice(new Addressee.Staff("wang"), false);
  }

  final void sendAll() {
    while (sender.sendNext()) {
      assertThat(PROVIDER.isRunning()).isTrue();
    }
  }

  final OutboxMessage only() {
    List<OutboxMessage> all =
        desk.list(new OutboxDesk.Query(null, null, Long.MAX_VALUE, 10), EstateScope.ALL);
    assertThat(all).hasSize(1);
    return all.get(0);
  }

  final NewTicket draft(Reporter reporter) {
    NewTicket draft = SampleTickets.draft(SampleTickets.newCall(), estate.requireId());
    Contents c = draft.contents();
    return SampleTickets.at(
        SampleTickets.with(
            draft, new Contents(c.subject(), c.place(), reporter, c.text(), false, false)),
        CLOCK.instant());
  }

  static PhoneNumber mobile() {
    return new PhoneNumber("138" + ThreadLocalRandom.current().nextInt(10_000_000, 99_999_999));
  }

  /** A ticket whose opening was told already. */
  final Ticket ticketOf(Reporter reporter) {
    Ticket ticket = tickets.open(draft(reporter), Actor.system("test")).ticket();
    jdbc.sql("DELETE FROM outgoing_message").update();
    return ticket;
  }

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

  @Test
  void aForeignEstatesMessagesAreNotThere() {
    Ticket ticket = ticketOf(new Reporter(null, "", mobile()));
    Notice notice = notice(new Addressee.Staff("nobody"), false);
    outbox.tell(
        new Notice(notice.event(), notice.to(), ticket.number(), Map.of(), false, notice.once()));
    outbox.tell(toStaff());
    sendAll();
    Long own = desk.list(query(), EstateScope.of(Set.of(estate.requireId()))).get(0).id();
    Estate other = SampleEstates.another(estates);
    SignedInUser stranger = Staff.signedIn(Role.AGENT, other.requireId().value());
    SignedInUser agent = Staff.signedIn(Role.AGENT, estate.requireId().value());
    Http here = new Http(mvc, TestUsers.agentOf(jdbc, encoder, estate.requireId()));
    Http elsewhere = new Http(mvc, TestUsers.agentOf(jdbc, encoder, other.requireId()));

    assertThat(desk.list(query(), stranger.scope())).isEmpty();
    assertThat(desk.countsUpTo(100, stranger.scope())).containsEntry(MessageState.UNSENDABLE, 0);
    assertThat(desk.resend(own, stranger)).isEqualTo(OutboxDesk.Change.UNKNOWN);
    assertThat(elsewhere.get("/api/v1/messages").<List<?>>at("$.messages")).isEmpty();
    assertThat(elsewhere.get("/api/v1/messages/" + own).status()).isEqualTo(404);

    Http.Reply list = here.get("/api/v1/messages?state=unsendable&ticket=" + ticket.number());
    assertThat(list.status()).as(list.body()).isEqualTo(200);
    assertThat(list.<List<String>>at("$.messages[*].reason")).containsExactly("nobody");
    assertThat(here.get("/api/v1/messages/" + own).status()).isEqualTo(200);
    assertThat(here.get("/api/v1/messages?state=lost").status()).isEqualTo(400);
    assertThat(desk.resend(own, agent)).isEqualTo(OutboxDesk.Change.DONE);
    assertThatThrownBy(() -> desk.resend(own, Staff.signedIn(Role.QUALITY)))
        .isInstanceOf(AccessDeniedException.class);
  }

  private static OutboxDesk.Query query() {
    return new OutboxDesk.Query(null, null, Long.MAX_VALUE, 10);
  }

  @Test
  void theProviderTellsWhatBecameOfIt() {
    outbox.tell(toStaff());
    sendAll();
    long id = only().id();

    assertThat(callBack(id, 1, "delivered", "").status()).isEqualTo(204);
    assertThat(only().state()).isEqualTo(MessageState.DELIVERED);
    // Late and out of order: no news.
    assertThat(callBack(id, 1, "sent", "").status()).isEqualTo(204);
    assertThat(callBack(id, 1, "failed", "30003").status()).isEqualTo(204);
    assertThat(only().state()).isEqualTo(MessageState.DELIVERED);
    assertThat(only().delivery()).isEqualTo("delivered");
  }

  @Test
  void whatDidNotArriveIsADeadLetterUnlessItIsOfAnEarlierAttempt() {
    outbox.tell(toStaff());
    sendAll();
    long id = only().id();
    callBack(id, 1, "undelivered", "30006");
    assertThat(only().reason()).isEqualTo(Reason.UNDELIVERED);
    assertThat(only().error()).isEqualTo("30006");

    desk.resend(id, admin);
    sendAll();
    callBack(id, 1, "failed", "30006");
    assertThat(only().state()).isEqualTo(MessageState.SENT);
  }

  @Test
  void aCallBackWithoutASignatureChangesNothing() {
    outbox.tell(toStaff());
    sendAll();

    Http.Reply reply =
        new Http(mvc, new HttpHeaders())
            .send(
                MockMvcRequestBuilders.post(
                        "/callbacks/sms/twilio?message=" + only().id() + "&attempt=1")
                    .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                    .content("MessageStatus=failed"));

    assertThat(reply.status()).isEqualTo(403);
    assertThat(only().state()).isEqualTo(MessageState.SENT);
  }

  private Http.Reply callBack(long id, int attempt, String status, String error) {
    String path = "/callbacks/sms/twilio?message=" + id + "&attempt=" + attempt;
    Map<String, String> form =
        Map.of("MessageSid", "SM1", "MessageStatus", status, "ErrorCode", error);
    var request =
        MockMvcRequestBuilders.post(java.net.URI.create(path))
            .contentType(MediaType.APPLICATION_FORM_URLENCODED)
            .header(
                "X-Twilio-Signature",
                TwilioSignature.of("12345", "https://hotline.example.cn" + path, form));
    form.forEach(request::param);
    return new Http(mvc, new HttpHeaders()).send(request);
  }

  @Test
  void aTemplateIsCheckedKeptAndUsedAtOnce() {
    MessageTemplate.Key key =
        new MessageTemplate.Key(MessageEvent.DEADLINE_WARNING, Medium.SMS, Language.CHINESE);
    long version = templates.find(key).orElseThrow().version();

    assertThat(templateDesk.save(key, version, "", "{clock}快到了，{dou}", admin))
        .hasEntrySatisfying(
            "body",
            wrong -> {
              assertThat(wrong.message()).isEqualTo("templates.error.unknown");
              assertThat(wrong.arguments()[0]).isEqualTo("dou");
              assertThat(wrong.arguments()[1].toString()).contains("{due}").contains("{number}");
            });
    assertThat(templateDesk.save(key, version, "", "{clock}快到了，[{due}", admin)).containsKey("body");
    assertThat(templateDesk.save(key, version, "", "{clock}快到了，{due}前", admin)).isEmpty();
    assertThat(templateDesk.save(key, version, "", "别的", admin)).containsKey("version");
    assertThat(templates.history(key).get(0).by()).isEqualTo("outbox-admin");
    assertThat(templates.history(key)).hasSizeGreaterThanOrEqualTo(2);

    outbox.tell(toStaff());
    sendAll();
    assertThat(requests().get(0).getBodyAsString()).contains("到场快到了，10:30前");
    templateDesk.save(key, version + 1, "", templates.history(key).get(1).body(), admin);
  }

  @Test
  void twoWhoWriteATemplateAtOnceDoNotOverwriteEachOther() {
    MessageTemplate.Key key =
        new MessageTemplate.Key(MessageEvent.REOPENED, Medium.EMAIL, Language.ENGLISH);
    long version = templates.find(key).orElseThrow().version();

    List<Boolean> kept =
        Together.run(4, i -> templateDesk.save(key, version, "s", "writer " + i, admin).isEmpty());

    assertThat(kept).containsOnlyOnce(true);
    assertThat(templates.find(key).orElseThrow().version()).isEqualTo(version + 1);
  }
}
