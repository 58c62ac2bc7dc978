package cn.wuye.hotline.backend.intake;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.backend.HotlineApplication;
import cn.wuye.hotline.backend.NodeProcess;
import cn.wuye.hotline.backend.Together;
import cn.wuye.hotline.backend.database.RealDatabase;
import cn.wuye.hotline.backend.dispatch.staff.CrewMember;
import cn.wuye.hotline.backend.dispatch.staff.DispatchSettings;
import cn.wuye.hotline.backend.estate.Estate;
import cn.wuye.hotline.backend.estate.Estates;
import cn.wuye.hotline.backend.estate.SampleEstates;
import cn.wuye.hotline.backend.intake.journal.Journal;
import cn.wuye.hotline.backend.intake.journal.JournalLine;
import cn.wuye.hotline.backend.token.AccessTokens;
import cn.wuye.hotline.backend.token.NewToken;
import cn.wuye.hotline.backend.token.Scope;
import cn.wuye.hotline.backend.user.Role;
import cn.wuye.hotline.backend.user.SignedInUser;
import cn.wuye.hotline.backend.user.Staff;
import cn.wuye.hotline.ivr.conversation.Call;
import cn.wuye.hotline.ivr.conversation.CallId;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import cn.wuye.hotline.ivr.intent.Intent;
import cn.wuye.hotline.ivr.intent.Place;
import cn.wuye.hotline.ivr.port.CallLog;
import cn.wuye.hotline.ivr.port.TicketDesk;
import cn.wuye.hotline.ivr.port.TicketDraft;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.jayway.jsonpath.JsonPath;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * 300 tickets at once over API, phone journal and console on two nodes, one of which is killed in
 * the middle and started again.
 */
@SuppressWarnings("NullAway.Init")
class ThreeHundredAtOnceIT {
  private static final int API = 200;
  private static final int CONSOLE = 50;
  private static final int PHONE = 50;
  private static final int ALL = API + CONSOLE + PHONE;
  private static final int KILLED_AT = 100;
  private static final int CLIENTS = 8;
  private static final int WORKERS = 20;
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final AtomicInteger nextApi = new AtomicInteger();
  private final AtomicInteger nextForm = new AtomicInteger();
  private final AtomicInteger nextCall = new AtomicInteger();
  private final AtomicBoolean killed = new AtomicBoolean();
  private ConfigurableApplicationContext app;
  private JdbcClient jdbc;
  private Estate estate;
  private Path homeOfB;
  private URI a;
  private URI b;

  @Test
  void eachIsThereOnceWithOneDispatchAndNoUpdateIsLost(@TempDir Path folder) throws Exception {
    WireMockServer provider =
        new WireMockServer(WireMockConfiguration.options().bindAddress("127.0.0.1").dynamicPort());
    provider.start();
    provider.stubFor(any(anyUrl()).willReturn(ok()));
    RealDatabase.Schema schema =
        RealDatabase.of(RealDatabase.Kind.MARIADB).emptySchema(ThreeHundredAtOnceIT.class);
    String[] options = options(provider);
    List<String> ofA = new ArrayList<>(List.of(options));
    ofA.addAll(
        List.of(
            "--server.port=0",
            "--hotline.node-id=node-1",
            "--hotline.home=" + folder.resolve("a"),
            "--spring.datasource.url=" + schema.url(),
            "--spring.datasource.username=" + schema.user(),
            "--spring.datasource.password=" + schema.password()));
    homeOfB = folder.resolve("b");
    NodeProcess nodeB = null;
    NodeProcess again = null;
    app = new SpringApplicationBuilder(HotlineApplication.class).run(ofA.toArray(String[]::new));
    try {
      jdbc = app.getBean(JdbcClient.class);
      nodeB = NodeProcess.start("node-2", homeOfB, app.getEnvironment(), options);
      staff();
      a = URI.create("http://127.0.0.1:" + app.getEnvironment().getProperty("local.server.port"));
      b = nodeB.address();
      String token = token();

      NodeProcess victim = nodeB;
      Together.run(CLIENTS + 1, client -> client == CLIENTS ? kill(victim) : work(client, token));
      assertThat(killed).as("killed in the middle").isTrue();
      again = NodeProcess.start("node-2", homeOfB, app.getEnvironment(), options);
      Awaitility.await()
          .atMost(PATIENCE)
          .pollInterval(Duration.ofSeconds(1))
          .until(() -> tickets() >= ALL && waiting() == 0);
      eachOnce();
      toldOnce(provider);
    } finally {
      provider.stop();
      app.close();
      if (nodeB != null) {
        nodeB.close();
      }
      if (again != null) {
        again.close();
      }
    }
  }

  private static String[] options(WireMockServer provider) {
    return new String[] {
      "--hotline.telephony.enabled=false",
      "--hotline.intake.round=200ms",
      "--hotline.dispatch.automatic=true",
      "--hotline.dispatch.patience=0s",
      "--hotline.dispatch.poll=1s",
      "--hotline.sms.provider=http",
      "--hotline.sms.http.url=" + provider.baseUrl() + "/sms",
      // All come from one address and one user, faster than anybody may.
      "--hotline.api.rate.per-user=1000000",
      "--hotline.api.rate.per-address=1000000",
      // What the dead node had in hand is free again after that.
      "--hotline.message.lease=1m",
      "--hotline.message.quiet-from=03:00",
      "--hotline.message.quiet-until=03:00"
    };
  }

  /** As many workers on shift as are enough for all, and who sends the tickets. */
  private void staff() {
    estate = SampleEstates.another(app.getBean(Estates.class));
    Long id = estate.requireId().value();
    Staff.add(app, "boss", Role.DISPATCHER);
    for (int i = 0; i < WORKERS; i++) {
      String login = "worker-" + i;
      Staff.add(app, login, Role.CREW, id);
      CrewMember member =
          new CrewMember(
              jdbc.sql("SELECT id FROM app_user WHERE username = ?")
                  .param(login)
                  .query(Long.class)
                  .single(),
              0,
              login,
              login,
              true,
              "engineering",
              false,
              Set.of(),
              List.of(),
              Instant.now().plus(Duration.ofHours(1)));
      assertThat(app.getBean(DispatchSettings.class).saveMember(member, "boss")).isEmpty();
    }
  }

  private String token() {
    SignedInUser boss = Staff.signedIn(app, "boss", Role.DISPATCHER);
    AccessTokens.Result made =
        app.getBean(AccessTokens.class)
            .make(new NewToken("many", Set.of(Scope.TICKETS_READ, Scope.TICKETS_WRITE), 1), boss);
    return ((AccessTokens.Made) made).secret();
  }

  private boolean kill(NodeProcess node) {
    Awaitility.await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(20))
        .until(() -> tickets() >= KILLED_AT);
    node.kill();
    return killed.compareAndSet(false, tickets() < ALL);
  }

  /** One client: whatever is next, turn by turn by each channel and node. */
  private boolean work(int client, String token) {
    Remote.Api api = new Remote.Api(token, a, b);
    Remote.Form form = new Remote.Form(client % 2 == 0 ? a : b, a);
    form.signIn("boss", Staff.PASSWORD);
    boolean more = true;
    while (more) {
      more = byApi(api);
      more |= byForm(form);
      more |= byPhone();
    }
    return true;
  }

  private boolean byApi(Remote.Api api) {
    int i = nextApi.getAndIncrement();
    if (i >= API) {
      return false;
    }
    String body =
        """
        {"category":"facilities","subcategory":"lift","text":"电梯坏了 api-%d",
         "place":{"estateId":"%s","building":"3号楼","room":"%d"},
         "reporter":{"phone":"139%08d"}}"""
            .formatted(i, estate.requireId(), i, i);
    String path = api.open(i % 2, body);
    // Two change it at once, each another field, over one node each.
    List<Runnable> changes =
        List.of(
            () -> api.amend(0, path, "\"urgency\":\"urgent\"", "$.urgency", "urgent"),
            () -> api.amend(1, path, "\"text\":\"改过 api-" + i + "\"", "$.text", "改过 api-" + i));
    Together.run(
        2,
        which -> {
          changes.get(which).run();
          return true;
        });
    return true;
  }

  private boolean byForm(Remote.Form form) {
    int i = nextForm.getAndIncrement();
    if (i >= CONSOLE) {
      return false;
    }
    form.open(
        Map.of(
            "text",
            "电梯坏了 form-" + i,
            "kind",
            "complaint",
            "category",
            "facilities/lift",
            "urgency",
            "general",
            "estate",
            estate.requireId().toString(),
            "building",
            "3号楼",
            "room",
            "5" + i,
            "phone",
            "137%08d".formatted(i)));
    return true;
  }

  /** Every other call is on the node that dies: its journal is all that is left of it. */
  private boolean byPhone() {
    int i = nextCall.getAndIncrement();
    if (i >= PHONE) {
      return false;
    }
    PhoneNumber caller = new PhoneNumber("136%08d".formatted(i));
    TicketDraft draft =
        new TicketDraft(
            new Intent("complaint", "facilities", "lift", "general", 0.9),
            new Place(estate.requireId().toString(), "3号楼", "", "6" + i, "三号楼"),
            "电梯坏了 call-" + i,
            TicketDraft.Completeness.COMPLETE,
            false);
    if (i % 2 == 0) {
      CallId call = new CallId("node-1-1763800000." + i);
      CallLog log = app.getBean(CallLog.class);
      log.started(
          new Call(call, java.util.Optional.of(caller), "4001234567", Instant.now(), "sip-" + i));
      app.getBean(TicketDesk.class).put(call, draft);
      log.ended(call);
    } else {
      CallId call = new CallId("node-2-1763800000." + i);
      Instant now = Instant.now();
      try (Journal journal = new Journal(homeOfB.resolve("journal"))) {
        journal.append(
            call,
            new JournalLine.Started(now, caller.digits(), "4001234567", now, "sip-" + i, false));
        journal.append(
            call,
            new JournalLine.Drafted(
                now, app.getBean(StockedNumbers.class).next(), 1, false, draft));
        journal.append(call, new JournalLine.Ended(now));
      }
    }
    return true;
  }

  private void eachOnce() {
    assertThat(tickets()).isEqualTo(ALL);
    assertThat(
            jdbc.sql("SELECT DISTINCT TRIM(SUBSTRING_INDEX(text, ' ', -1)) FROM ticket")
                .query(String.class)
                .list())
        .as("each of them")
        .hasSize(ALL);
    assertThat(
            rows(
                "SELECT t.number, t.owner, t.state FROM ticket t WHERE t.owner IS NULL"
                    + " OR t.state <> 'dispatched'"
                    + " OR (SELECT COUNT(*) FROM assignment s WHERE s.ticket = t.number) <> 1"
                    + " OR (SELECT COUNT(*) FROM ticket_event e WHERE e.ticket = t.number"
                    + " AND e.kind = 'assigned') <> 1"))
        .as("exactly one dispatch")
        .isEmpty();
    assertThat(rows("SELECT owner, COUNT(*) AS held FROM ticket GROUP BY owner HAVING held > 25"))
        .as("nobody has more than the rule allows")
        .isEmpty();
    assertThat(
            rows(
                "SELECT number, urgency, text FROM ticket WHERE text LIKE '%api-%'"
                    + " AND (urgency <> 'urgent' OR text NOT LIKE '改过%')"))
        .as("no update is lost")
        .isEmpty();
  }

  private void toldOnce(WireMockServer provider) {
    assertThat(
            rows(
                "SELECT event, addressee_kind, addressee, ticket, COUNT(*) AS n"
                    + " FROM outgoing_message GROUP BY event, addressee_kind, addressee, ticket"
                    + " HAVING n > 1"))
        .as("no message twice")
        .isEmpty();
    Map<String, Integer> requests = new TreeMap<>();
    provider
        .getAllServeEvents()
        .forEach(
            event ->
                requests.merge(
                    JsonPath.read(event.getRequest().getBodyAsString(), "$.requestId"),
                    1,
                    Integer::sum));
    long sent = count("SELECT COUNT(*) FROM outgoing_message WHERE state = 'sent'");
    assertThat(requests).hasSize((int) sent).hasSizeGreaterThanOrEqualTo(ALL);
    // What the dead node had in hand may have gone out; it goes again under the same name.
    assertThat(requests.values().stream().filter(times -> times > 1).count())
        .isLessThanOrEqualTo(2);
  }

  private long tickets() {
    return count("SELECT COUNT(*) FROM ticket");
  }

  private long waiting() {
    return count("SELECT COUNT(*) FROM dispatch_queue")
        + count("SELECT COUNT(*) FROM outgoing_message WHERE state = 'waiting'");
  }

  private long count(String sql) {
    return jdbc.sql(sql).query(Long.class).single();
  }

  private List<Map<String, Object>> rows(String sql) {
    return jdbc.sql(sql).query().listOfRows();
  }
}
