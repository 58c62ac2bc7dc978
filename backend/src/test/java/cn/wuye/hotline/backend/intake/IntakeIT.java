package cn.wuye.hotline.backend.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.wuye.hotline.backend.HotlineApplication;
import cn.wuye.hotline.backend.call.CallRecord;
import cn.wuye.hotline.backend.call.Calls;
import cn.wuye.hotline.backend.database.RealDatabase;
import cn.wuye.hotline.backend.recording.Recording;
import cn.wuye.hotline.backend.recording.RecordingKind;
import cn.wuye.hotline.backend.recording.RecordingStore;
import cn.wuye.hotline.backend.recording.Recordings;
import cn.wuye.hotline.backend.recording.Transcript;
import cn.wuye.hotline.backend.recording.Transcripts;
import cn.wuye.hotline.backend.recording.Utterance;
import cn.wuye.hotline.backend.ticket.Origin;
import cn.wuye.hotline.backend.ticket.Ticket;
import cn.wuye.hotline.backend.ticket.Tickets;
import cn.wuye.hotline.backend.token.AccessTokens;
import cn.wuye.hotline.backend.token.NewToken;
import cn.wuye.hotline.backend.token.Scope;
import cn.wuye.hotline.backend.user.CurrentStaff;
import cn.wuye.hotline.backend.user.Role;
import cn.wuye.hotline.backend.user.SignedInUser;
import cn.wuye.hotline.backend.user.Staff;
import cn.wuye.hotline.ivr.conversation.Call;
import cn.wuye.hotline.ivr.conversation.CallId;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import cn.wuye.hotline.ivr.conversation.Turn;
import cn.wuye.hotline.ivr.port.CallLog;
import cn.wuye.hotline.ivr.port.TicketDesk;
import cn.wuye.hotline.ivr.port.TicketDraft;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Calls from journal and spool into a real database and a real store. */
class IntakeIT {
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final Optional<Path> SHARED = Shared.folder();
  private static ConfigurableApplicationContext app;
  private static Path home;

  @BeforeAll
  static void start(@TempDir Path folder) {
    home = folder;
    RealDatabase.Schema schema =
        RealDatabase.of(RealDatabase.Kind.MARIADB).emptySchema(IntakeIT.class);
    app =
        new SpringApplicationBuilder(HotlineApplication.class)
            .run(
                "--server.port=0",
                "--hotline.home=" + home,
                "--hotline.intake.round=200ms",
                "--hotline.transcription.second-opinion=true",
                "--hotline.speech.model="
                    + SHARED
                        .map(s -> s.resolve("models/vosk-model-test-cn-8k"))
                        .orElse(Path.of("")),
                "--spring.datasource.url=" + schema.url(),
                "--spring.datasource.username=" + schema.user(),
                "--spring.datasource.password=" + schema.password());
  }

  @AfterAll
  static void stop() {
    app.close();
  }

  @Test
  void aCallOfTheApplicationWithSoundToListenToBeforeItsEnd() throws IOException {
    CallId call = new CallId("node-1-1763800001.1");
    SpoolFiles files = new SpoolFiles(home, call, Instant.now());
    files.sheet("13800000001").unclosed(".wav").unclosed("-caller.wav");
    CallLog log = app.getBean(CallLog.class);
    Call any = Node.call(call);
    log.started(new Call(call, any.caller(), any.dialled(), Instant.now(), any.sipCallId()));
    log.turn(call, Node.heard(Turn.Kind.WORDS, "三号楼的电梯又坏了"));
    String told =
        app.getBean(TicketDesk.class)
            .put(call, Node.draft("三号楼的电梯又坏了", TicketDraft.Completeness.COMPLETE))
            .number();

    await().atMost(SOON).until(() -> recordings(call).size() == 1);
    assertThat(ticket(call).orElseThrow().number()).hasToString(told);
    assertThat(app.getBean(Calls.class).find(call)).isEmpty();

    log.ended(call);
    files.ended();
    await().atMost(SOON).until(() -> recordings(call).size() == 2);
    await()
        .atMost(SOON)
        .until(() -> Files.list(home.resolve("spool")).allMatch(Files::isDirectory));
    CallRecord record = app.getBean(Calls.class).find(call).orElseThrow();
    assertThat(record.caller()).contains(new PhoneNumber("13800000001"));
    assertThat(record.endedAt()).isPresent();
    assertThat(app.getBean(Calls.class).turns(call)).hasSize(1);
    assertThat(sound(call, RecordingKind.CALLER)).isEqualTo(SpoolFiles.SPEECH.wav());
    assertThat(count("SELECT COUNT(*) FROM ticket WHERE call_id = '" + call + "'")).isEqualTo(1);
    if (SHARED.isPresent()) {
      await().atMost(SOON).until(() -> transcripts(call) == 1);
      assertThat(ticket(call).orElseThrow().contents().text())
          .as("a second opinion changes no words of the call")
          .isEqualTo("三号楼的电梯又坏了");
    }
    assertThat(scrape())
        .contains("hotline_calls_total{end=\"completed\",node=\"node-1\"} 1.0")
        .contains("hotline_turns_total{kind=\"words\",node=\"node-1\"} 1.0")
        .contains("hotline_database_open{node=\"node-1\"} 1.0")
        .containsPattern("hotline_speech_available\\{node=\"node-1\"} [01]\\.0")
        .containsPattern("hotline_tickets_opened_total\\{channel=\"phone\",[^}]*} 1\\.0")
        .contains("hotline_answer_gap_seconds_bucket")
        .contains("disk_free_bytes");
  }

  /** What a monitoring system with an administrator's token reads. */
  private static String scrape() {
    Staff.add(app, "monitoring", Role.ADMIN);
    SignedInUser boss =
        app.getBean(CurrentStaff.class)
            .mayWork(count("SELECT id FROM app_user WHERE username = 'monitoring'"))
            .orElseThrow();
    AccessTokens.Result made =
        app.getBean(AccessTokens.class)
            .make(new NewToken("monitoring", Set.of(Scope.METRICS), 1), boss);
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(
                    "http://127.0.0.1:"
                        + app.getEnvironment().getProperty("local.server.port")
                        + "/actuator/prometheus"))
            .header("Authorization", "Bearer " + ((AccessTokens.Made) made).secret())
            .build();
    return HttpClient.newHttpClient()
        .sendAsync(request, HttpResponse.BodyHandlers.ofString())
        .join()
        .body();
  }

  @Test
  void aMessageLeftWithAsteriskAloneIsUnderstoodAfterTheCall() throws IOException {
    if (SHARED.isEmpty()) {
      System.out.println(
          "NOT RUN: transcription after the call, the folder 'shared' with model and clips is missing");
    }
    CallId call = new CallId("node-1-1763800001.2");
    SpoolFiles files = new SpoolFiles(home, call, Instant.now());
    files.sheet("13900000002", "entered", "recorded");
    files.write("-message.wav", SHARED.isEmpty() ? SpoolFiles.SPEECH.wav() : Shared.liftClip());
    files.ended();

    await().atMost(SOON).until(() -> ticket(call).isPresent());
    if (SHARED.isEmpty()) {
      assertThat(ticket(call).orElseThrow().contents().needsTranscript()).isTrue();
      return;
    }
    await()
        .atMost(Duration.ofSeconds(90))
        .until(() -> !ticket(call).orElseThrow().contents().needsTranscript());
    Ticket ticket = ticket(call).orElseThrow();
    assertThat(ticket.contents().text()).contains("电梯").contains("录音听写");
    assertThat(ticket.contents().subject().category())
        .as("category of %s", ticket.contents())
        .isEqualTo("facilities");
    assertThat(ticket.contents().subject().subcategory()).isEqualTo("lift");
    assertThat(transcripts(call)).isEqualTo(1);
  }

  @Test
  void aTalkIsWrittenDownByBothSidesAndTakesNobodysPlace() throws Exception {
    if (SHARED.isEmpty()) {
      System.out.println("NOT RUN: transcripts of talks, the folder 'shared' is missing");
      return;
    }
    CallId call = new CallId("node-1-1763800001.3");
    SpoolFiles files = new SpoolFiles(home, call, Instant.now());
    files.sheet("13900000003", "entered", "recorded");
    files.write("-message.wav", Shared.liftClip());
    TestSound agent =
        TestSound.silence(Duration.ofMillis(500))
            .clip(Shared.clip("今天天气真好"))
            .pause(Duration.ofSeconds(8))
            .clip(Shared.clip("他说他不来了"));
    TestSound caller =
        TestSound.silence(Duration.ofSeconds(5))
            .clip(Shared.liftClip())
            .pause(Duration.ofSeconds(8));
    files.write("-talk.raw", agent.beside(caller));
    files.ended();

    await().atMost(Duration.ofSeconds(90)).until(() -> transcripts(call) == 2);
    Transcript talk =
        app.getBean(Transcripts.class).of(call).stream()
            .filter(text -> !text.utterances().isEmpty())
            .findFirst()
            .orElseThrow();
    assertThat(talk.utterances())
        .extracting(Utterance::side)
        .containsExactly(Utterance.Side.AGENT, Utterance.Side.CALLER, Utterance.Side.AGENT);
    Utterance hers = talk.utterances().get(1);
    assertThat(hers.text()).contains("电梯");
    assertThat(hers.fromMs()).isBetween(4_000L, 5_500L);
    assertThat(hers.toMs()).isBetween(6_500L, 8_500L);
    assertThat(talk.text()).contains("来电人：" + hers.text());
    assertThat(ticket(call).orElseThrow().contents())
        .as("the ticket has its words from the message, whichever came first")
        .matches(contents -> !contents.needsTranscript() && contents.text().contains("录音听写"));
  }

  private static int transcripts(CallId call) {
    return count(
        "SELECT COUNT(*) FROM transcript x JOIN recording r ON r.id = x.recording_id"
            + " WHERE r.call_id = '%s'".formatted(call));
  }

  private static java.util.List<Recording> recordings(CallId call) {
    return app.getBean(Recordings.class).of(call);
  }

  private static byte[] sound(CallId call, RecordingKind kind) throws IOException {
    Recording recording =
        recordings(call).stream().filter(r -> r.kind() == kind).findFirst().orElseThrow();
    RecordingStore.Sound sound =
        app.getBean(RecordingStore.class).find(recording.key()).orElseThrow();
    try (InputStream in = sound.open(0)) {
      return in.readAllBytes();
    }
  }

  private static Optional<Ticket> ticket(CallId call) {
    return app.getBean(Tickets.class).find(Origin.call(call));
  }

  private static int count(String sql) {
    return app.getBean(JdbcClient.class).sql(sql).query(Integer.class).single();
  }
}
