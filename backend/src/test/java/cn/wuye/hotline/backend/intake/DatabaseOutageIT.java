package cn.wuye.hotline.backend.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.wuye.hotline.backend.HotlineApplication;
import cn.wuye.hotline.backend.database.DatabaseGate;
import cn.wuye.hotline.backend.database.RealDatabase;
import cn.wuye.hotline.backend.estate.Estate;
import cn.wuye.hotline.backend.estate.Estates;
import cn.wuye.hotline.backend.ticket.Origin;
import cn.wuye.hotline.backend.ticket.Ticket;
import cn.wuye.hotline.backend.ticket.Tickets;
import cn.wuye.hotline.ivr.conversation.CallId;
import cn.wuye.hotline.ivr.conversation.Turn;
import cn.wuye.hotline.ivr.port.CallLog;
import cn.wuye.hotline.ivr.port.Directory;
import cn.wuye.hotline.ivr.port.TicketDesk;
import cn.wuye.hotline.ivr.port.TicketDraft;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.DataAccessException;

/** The real application, and a real database that goes away. */
class DatabaseOutageIT {
  private static final RealDatabase DATABASE = RealDatabase.of(RealDatabase.Kind.MARIADB);

  /** Makes the application ask its database for a session. */
  private static final String SOME_SESSION =
      Base64.getEncoder()
          .encodeToString(UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8));

  @AfterAll
  static void backForTheOthers() {
    DATABASE.goUp();
  }

  @Test
  void startsAndTakesCallsWithoutDatabaseAndEntersThemWhenItIsBack(@TempDir Path home)
      throws Exception {
    RealDatabase.Schema schema = DATABASE.emptySchema(DatabaseOutageIT.class);
    String before = runOnceWithDatabase(home, schema);
    DATABASE.goDown();

    try (ConfigurableApplicationContext app = start(home, schema)) {
      assertThat(app.getBean(DatabaseGate.class).isOpen()).isFalse();
      assertThat(app.getBean(Directory.class).estates())
          .extracting(Directory.Estate::name)
          .containsExactly("幸福里");

      assertThat(statusOf(app, "/console")).isEqualTo(503);

      CallId call = new CallId("node-1-1763800000.2");
      Instant from = Instant.now();
      String told = held(app, call, "四号楼水管爆了");
      assertThat(Duration.between(from, Instant.now())).isLessThan(Duration.ofSeconds(2));
      assertThat(told).matches("[0-9]{7}").isNotEqualTo(before);

      DATABASE.goUp();
      assertThat(entered(app, call).number()).hasToString(told);
      assertThat(entered(app, call).contents().text()).isEqualTo("四号楼水管爆了");

      // In the middle of work: nobody waits long, and nothing is entered twice.
      DATABASE.goDown();
      CallId second = new CallId("node-1-1763800000.3");
      from = Instant.now();
      String toldSecond = held(app, second, "楼道灯坏了");
      assertThat(Duration.between(from, Instant.now())).isLessThan(Duration.ofSeconds(3));
      DATABASE.goUp();
      assertThat(entered(app, second).number()).hasToString(toldSecond);
    }
  }

  /** The first start: schema, an estate, a stock of numbers. */
  private static String runOnceWithDatabase(Path home, RealDatabase.Schema schema) {
    try (ConfigurableApplicationContext app = start(home, schema)) {
      app.getBean(Estates.class).save(Estate.named("幸福里", List.of(), 1, List.of("3号楼")));
      await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> !app.getBean(Directory.class).estates().isEmpty());
      CallId call = new CallId("node-1-1763800000.1");
      String told = held(app, call, "三号楼的电梯又坏了");
      assertThat(entered(app, call).number()).hasToString(told);
      return told;
    }
  }

  private static String held(ConfigurableApplicationContext app, CallId call, String words) {
    CallLog log = app.getBean(CallLog.class);
    log.started(Node.call(call));
    log.turn(call, Node.heard(Turn.Kind.WORDS, words));
    String told =
        app.getBean(TicketDesk.class)
            .put(call, Node.draft(words, TicketDraft.Completeness.COMPLETE))
            .number();
    log.ended(call);
    return told;
  }

  /** The call's ticket, as soon as it stands in the database, which may still be on its way up. */
  private static Ticket entered(ConfigurableApplicationContext app, CallId call) {
    return await()
        .atMost(Duration.ofSeconds(60))
        .ignoreExceptionsInstanceOf(DataAccessException.class)
        .until(() -> app.getBean(Tickets.class).find(Origin.call(call)), Optional::isPresent)
        .orElseThrow();
  }

  private static int statusOf(ConfigurableApplicationContext app, String path) throws Exception {
    String port = app.getEnvironment().getRequiredProperty("local.server.port");
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .header("Accept", "text/html")
            .header("Cookie", "HOTLINE_SESSION=" + SOME_SESSION)
            .build();
    return HttpClient.newHttpClient()
        .send(request, HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }

  private static ConfigurableApplicationContext start(Path home, RealDatabase.Schema schema) {
    return new SpringApplicationBuilder(HotlineApplication.class)
        .run(
            "--server.port=0",
            "--hotline.home=" + home,
            "--hotline.intake.round=200ms",
            "--hotline.directory.refresh=300ms",
            "--hotline.database.pause=500ms",
            "--spring.datasource.url=" + schema.url(),
            "--spring.datasource.username=" + schema.user(),
            "--spring.datasource.password=" + schema.password());
  }
}
