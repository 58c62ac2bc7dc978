package cn.wuye.hotline.backend.console;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.wuye.hotline.backend.ForkFolder;
import cn.wuye.hotline.backend.database.RealDatabase;
import cn.wuye.hotline.backend.database.TravelledClock;
import cn.wuye.hotline.backend.dispatch.staff.CrewMember;
import cn.wuye.hotline.backend.dispatch.staff.DispatchSettings;
import cn.wuye.hotline.backend.estate.Estate;
import cn.wuye.hotline.backend.estate.Estates;
import cn.wuye.hotline.backend.floor.Floor;
import cn.wuye.hotline.backend.floor.FloorNow.PlacedMachineCaller;
import cn.wuye.hotline.backend.floor.MachineCaller;
import cn.wuye.hotline.backend.message.contact.StaffContact;
import cn.wuye.hotline.backend.message.contact.StaffContacts;
import cn.wuye.hotline.backend.message.template.Language;
import cn.wuye.hotline.backend.resident.Resident;
import cn.wuye.hotline.backend.resident.Residents;
import cn.wuye.hotline.backend.telephony.RealAsterisk;
import cn.wuye.hotline.backend.telephony.TestPhone;
import cn.wuye.hotline.backend.telephony.TestPhones;
import cn.wuye.hotline.backend.ticket.TicketEvent;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import cn.wuye.hotline.backend.ticket.Timeline;
import cn.wuye.hotline.backend.user.Role;
import cn.wuye.hotline.backend.user.Staff;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import cn.wuye.hotline.ivr.port.Directory;
import cn.wuye.hotline.ivr.prompt.EspeakPrompts;
import cn.wuye.hotline.ivr.prompt.Prompt;
import cn.wuye.hotline.router.ami.AmiConnection;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * From a call to a solved emergency, by real parts: Asterisk, SIP, speech, Chromium, a provider of
 * SMS. Time is travelled.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(DayInTheLifeIT.Time.class)
@DirtiesContext
@SuppressWarnings("NullAway.Init")
class DayInTheLifeIT {
  private static final String RESIDENT = "13800000001";
  private static final String AN = "13900000076";
  private static final String ZHAO = "13900000077";
  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final TravelledClock CLOCK = new TravelledClock();
  private static final WireMockServer TWILIO = new WireMockServer(options().dynamicPort());
  private static @Nullable RealAsterisk asterisk;

  @TestConfiguration(proxyBeanMethods = false)
  static class Time {
    @Bean
    @Primary
    TravelledClock travelledClock() {
      return CLOCK;
    }
  }

  @DynamicPropertySource
  static void properties(DynamicPropertyRegistry registry) throws IOException {
    RealDatabase.of(RealDatabase.Kind.MARIADB).emptySchema(DayInTheLifeIT.class).register(registry);
    RealAsterisk started = new RealAsterisk(ForkFolder.of("day-home"));
    asterisk = started;
    started.register(registry);
    model().ifPresent(folder -> registry.add("hotline.speech.model", folder::toString));
    TWILIO.start();
    TWILIO.stubFor(
        post(anyUrl())
            .willReturn(
                aResponse()
                    .withStatus(201)
                    .withHeader("Content-Type", "application/json")
                    .withBody("{\"sid\":\"SM01\",\"status\":\"queued\"}")));
    registry.add("hotline.sms.provider", () -> "twilio");
    registry.add("hotline.sms.twilio.account", () -> "AC01");
    registry.add("hotline.sms.twilio.token", () -> "12345");
    registry.add("hotline.sms.twilio.from", () -> "+12025550100");
    registry.add("hotline.sms.twilio.url", TWILIO::baseUrl);
    registry.add("hotline.message.pause", () -> "200ms");
    // It may be night where the test runs.
    registry.add("hotline.message.quiet-from", () -> "00:00");
    registry.add("hotline.message.quiet-until", () -> "00:00");
    registry.add("hotline.dispatch.automatic", () -> true);
    registry.add("hotline.dispatch.poll", () -> "500ms");
    registry.add("hotline.directory.refresh", () -> "300ms");
  }

  /** A Mandarin model, where there is one beside the clone. */
  private static Optional<Path> model() {
    Path shared = Path.of(System.getenv().getOrDefault("HOTLINE_SHARED", "../../shared"));
    return Optional.of(shared.resolve("models/vosk-model-test-cn-8k").toAbsolutePath().normalize())
        .filter(Files::isDirectory);
  }

  @Autowired ApplicationContext application;
  @Autowired AmiConnection ami;
  @Autowired Directory directory;
  @Autowired EspeakPrompts voice;
  @Autowired Estates estates;
  @Autowired Residents residents;
  @Autowired DispatchSettings dispatch;
  @Autowired StaffContacts contacts;
  @Autowired Timeline timeline;
  @Autowired Floor floor;
  @Autowired JdbcClient jdbc;
  @LocalServerPort int port;

  @AfterAll
  static void end() throws IOException {
    TWILIO.stop();
    if (asterisk != null) {
      asterisk.close();
    }
  }

  @Test
  void somebodyIsTrappedInTheLift() throws Exception {
    Estate estate = estates.save(Estate.named("阳光花园", List.of("阳光"), 1, List.of("1号楼", "3号楼")));
    long place = estate.requireId().value();
    residents.save(
        Resident.named(
            "王秀英",
            "cmn",
            List.of(new PhoneNumber(RESIDENT)),
            List.of(new Resident.Dwelling(estate.requireId(), "3号楼", "2单元", "502"))));
    engineer("an", AN, place);
    engineer("zhao", ZHAO, place);
    Staff.add(application, "boss", Role.DISPATCHER, place);
    await("AMI").atMost(PATIENCE).until(ami::connected);
    await("the directory")
        .atMost(PATIENCE)
        .until(() -> directory.caller(new PhoneNumber(RESIDENT)).isPresent());

    try (TestPhones phones = new TestPhones(Objects.requireNonNull(asterisk))) {
      phones.busy(AN);
      CompletableFuture<TestPhone> zhaosPhone = phones.answering(ZHAO);
      TicketNumber ticket = reported(phones);

      // The first on duty is busy; the next hears it and presses the key.
      TestPhone zhao = zhaosPhone.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      await("the message").atMost(PATIENCE).until(zhao::spokenTo);
      phones.press(ZHAO, '1');
      await("accepted").atMost(PATIENCE).until(() -> kinds(ticket).contains("job-accepted"));
      await("good-bye").atMost(PATIENCE).until(zhao::ended);

      CLOCK.pass(Duration.ofMinutes(8));
      doTheWork(ticket);
      check(ticket);
    }
  }

  /** She calls, and says it; where nobody understands her she presses the key of emergencies. */
  private TicketNumber reported(TestPhones phones) throws Exception {
    TestPhone resident = phones.dial(RESIDENT);
    await("the greeting").atMost(PATIENCE).until(resident::spokenTo);
    await("the supervisor sees her")
        .atMost(PATIENCE)
        .until(() -> onFloor(caller -> !caller.prompt().isEmpty()));
    if (model().isPresent()) {
      resident.says(voice.pcm(new Prompt("", List.of(new Prompt.Spoken("电梯里有人被困住了")))));
    } else {
      phones.pressAsCaller('1');
    }
    await("the supervisor sees what it is about")
        .atMost(PATIENCE)
        .until(() -> onFloor(MachineCaller::emergency));
    await("the ticket")
        .atMost(PATIENCE)
        .until(
            () ->
                jdbc.sql("SELECT COUNT(*) FROM ticket WHERE urgency = 'emergency'")
                        .query(Long.class)
                        .single()
                    == 1);
    return new TicketNumber(jdbc.sql("SELECT number FROM ticket").query(Long.class).single());
  }

  /** Whether the resident talks with the machine, as the live page has it. */
  private boolean onFloor(Predicate<MachineCaller> how) {
    return floor.now(CLOCK.instant()).machine().stream()
        .map(PlacedMachineCaller::caller)
        .anyMatch(caller -> caller.phone().equals("138****0001") && how.test(caller));
  }

  private void engineer(String login, String mobile, long estate) {
    Staff.add(application, login, Role.CREW, estate);
    contacts.save(
        login,
        new StaffContact(mobile, "", Language.CHINESE),
        Staff.signedIn(application, "admin-day", Role.ADMIN));
    long id =
        jdbc.sql("SELECT id FROM app_user WHERE username = ?")
            .param(login)
            .query(Long.class)
            .single();
    assertThat(
            dispatch.saveMember(
                new CrewMember(
                    id,
                    0,
                    login,
                    login,
                    true,
                    "engineering",
                    false,
                    Set.of(),
                    List.of(),
                    CLOCK.instant().plus(Duration.ofHours(12))),
                "admin-day"))
        .isEmpty();
  }

  /** On the crew's page, on a phone. */
  private void doTheWork(TicketNumber ticket) {
    try (BrowserContext browser =
        Browsers.chromium()
            .newContext(
                new Browser.NewContextOptions()
                    .setBaseURL("http://127.0.0.1:" + port)
                    .setLocale("zh-CN")
                    .setViewportSize(360, 740))) {
      browser.setDefaultTimeout(15_000);
      Page page = browser.newPage();
      page.navigate("/login");
      ConsoleCase.signIn(page, "zhao", Staff.PASSWORD);
      page.waitForURL("**/crew");
      page.waitForLoadState();
      Locator job = page.locator("[data-ticket='" + ticket + "']");
      job.locator("text=我到了").click();
      assertThat(job).containsText("已到场");

      CLOCK.pass(Duration.ofMinutes(30));
      job.locator("textarea").fill("人已救出，更换门锁继电器，试运行正常");
      job.locator("text=完成").last().click();
      assertThat(job).hasCount(0);
    }
  }

  private void check(TicketNumber ticket) {
    await("the resident is told")
        .atMost(PATIENCE)
        .until(() -> texts(RESIDENT).stream().anyMatch(text -> text.contains("已处理：人已救出")));
    assertThat(texts(RESIDENT)).hasSize(2).first().asString().contains("已受理，工单号" + ticket);
    // In writing as well; the one who was busy, too.
    assertThat(texts(AN)).hasSize(1).first().asString().contains("派给您");

    assertThat(kinds(ticket))
        .containsSubsequence(
            "opened", "assigned", "phoned", "phoned", "job-accepted", "arrived", "state-changed");
    assertThat(
            timeline.of(ticket).stream()
                .filter(event -> event.kind().equals("phoned"))
                .map(event -> event.details().get("login") + " " + event.details().get("outcome")))
        .containsExactly("an busy", "zhao confirmed");
    assertThat(
            jdbc.sql("SELECT CONCAT(state, ' ', owner) FROM ticket").query(String.class).single())
        .isEqualTo("solved zhao");
    Map<String, Duration> taken = taken(ticket);
    assertThat(taken.get("accept")).isLessThan(Duration.ofMinutes(2));
    assertThat(taken.get("dispatch")).isLessThan(Duration.ofMinutes(2));
    assertThat(taken.get("on-site")).isBetween(Duration.ofMinutes(8), Duration.ofMinutes(11));
    assertThat(taken.get("solve")).isBetween(Duration.ofMinutes(38), Duration.ofMinutes(42));
  }

  /** How long each clock ran that was met. */
  private Map<String, Duration> taken(TicketNumber ticket) {
    return jdbc
        .sql(
            "SELECT target, TIMESTAMPDIFF(SECOND, started_at, stopped_at) AS seconds"
                + " FROM ticket_clock WHERE ticket = ? AND state = 'met'")
        .param(ticket.value())
        .query((row, n) -> Map.entry(row.getString(1), Duration.ofSeconds(row.getLong(2))))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private List<String> kinds(TicketNumber ticket) {
    return timeline.of(ticket).stream().map(TicketEvent::kind).toList();
  }

  /** What Twilio was given for a number, in order. */
  private static List<String> texts(String number) {
    return TWILIO.findAll(postRequestedFor(anyUrl())).stream()
        .map(LoggedRequest::getBodyAsString)
        .map(body -> URLDecoder.decode(body, StandardCharsets.UTF_8))
        .filter(body -> body.contains("+86" + number))
        .toList();
  }
}
