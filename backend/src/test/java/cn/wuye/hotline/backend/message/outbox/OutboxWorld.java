package cn.wuye.hotline.backend.message.outbox;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.backend.ForkFolder;
import cn.wuye.hotline.backend.HotlineApplication;
import cn.wuye.hotline.backend.database.SettableClock;
import cn.wuye.hotline.backend.estate.Estate;
import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.estate.Estates;
import cn.wuye.hotline.backend.estate.SampleEstates;
import cn.wuye.hotline.backend.message.Addressee;
import cn.wuye.hotline.backend.message.Notice;
import cn.wuye.hotline.backend.message.Outbox;
import cn.wuye.hotline.backend.message.channel.Channels;
import cn.wuye.hotline.backend.message.contact.ResidentContacts;
import cn.wuye.hotline.backend.message.contact.StaffContact;
import cn.wuye.hotline.backend.message.contact.StaffContacts;
import cn.wuye.hotline.backend.message.template.Language;
import cn.wuye.hotline.backend.message.template.TemplateDesk;
import cn.wuye.hotline.backend.message.template.Templates;
import cn.wuye.hotline.backend.message.voice.FakeTelephone;
import cn.wuye.hotline.backend.persistence.Transactions;
import cn.wuye.hotline.backend.related.incident.Incidents;
import cn.wuye.hotline.backend.resident.Residents;
import cn.wuye.hotline.backend.ticket.Actor;
import cn.wuye.hotline.backend.ticket.Additions;
import cn.wuye.hotline.backend.ticket.Contents;
import cn.wuye.hotline.backend.ticket.NewTicket;
import cn.wuye.hotline.backend.ticket.Reporter;
import cn.wuye.hotline.backend.ticket.SampleTickets;
import cn.wuye.hotline.backend.ticket.Ticket;
import cn.wuye.hotline.backend.ticket.TicketChanges;
import cn.wuye.hotline.backend.ticket.Tickets;
import cn.wuye.hotline.backend.user.Role;
import cn.wuye.hotline.backend.user.SignedInUser;
import cn.wuye.hotline.backend.user.Staff;
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
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.json.JsonMapper;

/** What all cases of the outbox begin with; time is travelled. */
@SpringBootTest(classes = HotlineApplication.class)
@AutoConfigureMockMvc
@Import(OutboxWorld.Time.class)
@SuppressWarnings("NullAway.Init")
abstract class OutboxWorld {
  static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
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
    registry.add("hotline.home", ForkFolder.of("outbox-home")::toString);
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

  static void provider(ResponseDefinitionBuilder answer) {
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

  static OutboxDesk.Query query() {
    return new OutboxDesk.Query(null, null, Long.MAX_VALUE, 10);
  }
}
