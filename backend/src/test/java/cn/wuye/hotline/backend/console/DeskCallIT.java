package cn.wuye.hotline.backend.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cn.wuye.hotline.backend.ForkFolder;
import cn.wuye.hotline.backend.database.RealDatabase;
import cn.wuye.hotline.backend.desk.AgentDesk;
import cn.wuye.hotline.backend.desk.DeskOutcome;
import cn.wuye.hotline.backend.recording.Recording;
import cn.wuye.hotline.backend.recording.RecordingKind;
import cn.wuye.hotline.backend.recording.RecordingStore;
import cn.wuye.hotline.backend.recording.Recordings;
import cn.wuye.hotline.backend.telephony.RealAsterisk;
import cn.wuye.hotline.backend.telephony.TestPhone;
import cn.wuye.hotline.backend.telephony.TestPhones;
import cn.wuye.hotline.backend.user.Role;
import cn.wuye.hotline.backend.user.SignedInUser;
import cn.wuye.hotline.backend.user.Staff;
import cn.wuye.hotline.ivr.conversation.CallId;
import cn.wuye.hotline.ivr.prompt.EspeakPrompts;
import cn.wuye.hotline.ivr.prompt.Prompt;
import cn.wuye.hotline.router.ami.AmiConnection;
import cn.wuye.hotline.router.channel.LiveChannel;
import cn.wuye.hotline.router.channel.LiveChannels;
import cn.wuye.hotline.router.control.CallControl;
import cn.wuye.hotline.router.control.CallControl.Place;
import cn.wuye.hotline.router.live.LiveQueues;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.SelectOption;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * Real calls: a resident over SIP, an agent whose phone is Chromium with a file as its microphone,
 * and a colleague with a SIP phone that gives back what it hears.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DirtiesContext
@SuppressWarnings("NullAway.Init")
class DeskCallIT {
  private static final String RESIDENT = "13800000001";
  private static final String WEB = "1011";
  private static final String DESK = "1001";
  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final Duration ASSERTION = Duration.ofSeconds(5);
  private static final Path SIPP = Path.of("/usr/bin/sipp");
  private static final int AUDIBLE = 6;

  /** The loudest that the page's sound is within three seconds, 0–128. */
  private static final String LOUDEST =
      """
      () => new Promise((resolve) => {
        const context = new AudioContext();
        const source = context.createMediaStreamSource(document.getElementById('web-sound').srcObject);
        const meter = context.createAnalyser();
        source.connect(meter);
        const samples = new Uint8Array(meter.fftSize);
        let loudest = 0;
        const timer = setInterval(() => {
          meter.getByteTimeDomainData(samples);
          samples.forEach((s) => { loudest = Math.max(loudest, Math.abs(s - 128)); });
        }, 50);
        setTimeout(() => { clearInterval(timer); context.close(); resolve(loudest); }, 3000);
      })
      """;

  private static @Nullable RealAsterisk asterisk;

  @Autowired ApplicationContext application;
  @Autowired AgentDesk desk;
  @Autowired AmiConnection ami;
  @Autowired LiveChannels channels;
  @Autowired LiveQueues queues;
  @Autowired Recordings recordings;
  @Autowired RecordingStore store;
  @Autowired EspeakPrompts voice;
  @Autowired JdbcClient jdbc;
  @LocalServerPort int port;

  private final List<Process> started = new ArrayList<>();
  private Playwright playwright;
  private Browser browser;
  private TestPhones phones;
  private byte[] speech;
  private SignedInUser agent;
  private SignedInUser colleague;

  @DynamicPropertySource
  static void properties(DynamicPropertyRegistry registry) throws IOException {
    RealDatabase.of(RealDatabase.Kind.MARIADB).emptySchema(DeskCallIT.class).register(registry);
    RealAsterisk running = new RealAsterisk(ForkFolder.of("desk-home"));
    asterisk = running;
    running.register(registry);
  }

  /** A phone rings when the sentence before it is said. */
  @BeforeAll
  static void patience() {
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE.toMillis());
  }

  @AfterAll
  static void stop() throws IOException {
    PlaywrightAssertions.setDefaultAssertionTimeout(ASSERTION.toMillis());
    if (asterisk != null) {
      asterisk.close();
    }
  }

  @BeforeEach
  void begin() throws IOException {
    await("AMI").atMost(PATIENCE).until(ami::connected);
    await("the queue").atMost(PATIENCE).until(() -> queues.now().queue("q-general").isPresent());
    speech = voice.pcm(new Prompt("", List.of(new Prompt.Spoken("您好，我是客服，请问有什么可以帮您"))));
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(
                        Path.of(
                            System.getenv().getOrDefault("HOTLINE_CHROMIUM", "/usr/bin/chromium")))
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--autoplay-policy=no-user-gesture-required",
                            "--use-fake-ui-for-media-stream",
                            "--use-fake-device-for-media-stream",
                            "--use-file-for-fake-audio-capture=" + microphone(),
                            "--allow-loopback-in-peer-connection")));
    phones = new TestPhones(Objects.requireNonNull(asterisk));
    agent = Staff.signedIn(application, "web-agent", Role.AGENT);
    colleague = Staff.signedIn(application, "desk-agent", Role.AGENT);
  }

  /** Whoever leaves the queues has no wrap-up left: the next test's call rings at once. */
  @AfterEach
  void end() {
    phones.close();
    playwright.close();
    started.forEach(Process::destroyForcibly);
    try {
      await("out of the queues")
          .atMost(PATIENCE)
          .until(() -> desk.signOut(agent) != DeskOutcome.IN_A_CALL);
      desk.signOut(colleague);
    } finally {
      jdbc.sql("DELETE FROM desk_seat").update();
    }
  }

  @Test
  void anAgentInTheBrowserTalksHoldsAsksAndHandsOn() throws Exception {
    assumeTrue(Files.isExecutable(SIPP), "sipp is the colleague's phone");
    telephoneOnTheDesk();
    Page page = agentsPage();
    TestPhone resident = phones.dial(RESIDENT);
    CallId call = toTheQueue(resident);

    // The screen-pop comes with the first ring.
    assertThat(page.locator("#web-answer")).isVisible();
    assertThat(page.locator("#desk-line")).containsText("138****0001");
    assertThat(page.locator("#desk-line")).containsText("来电");
    page.keyboard().press("Alt+a");
    assertThat(page.locator("#desk-line")).containsText("通话中");
    hears(resident);
    resident.says(speech);
    assertThat(((Number) page.evaluate(LOUDEST)).intValue()).isGreaterThan(AUDIBLE);

    page.keyboard().press("Alt+h");
    assertThat(page.locator("#desk-line")).containsText("保持中");
    page.keyboard().press("Alt+h");
    assertThat(page.locator("#desk-line")).containsText("通话中");
    hears(resident);

    // The colleague is free now, and can be asked.
    await("the colleague's seat")
        .atMost(PATIENCE)
        .until(() -> desk.signIn(colleague, DESK) == DeskOutcome.DONE);
    // In this thread: a page belongs to the one that has opened it.
    for (int n = 0; n < 40 && page.locator("#target option").count() == 0; n++) {
      page.locator("#desk-line").evaluate("it => window.htmx && htmx.trigger(it, 'refresh')");
      page.waitForTimeout(500);
    }
    assertThat(page.locator("#target option").first()).hasText(Pattern.compile("测试desk-agent"));
    page.selectOption("#target", new SelectOption().setIndex(0));
    page.click("text=先咨询");
    assertThat(page.locator("#desk-line")).containsText("咨询中");
    await("the colleague answers")
        .atMost(PATIENCE)
        .until(
            () ->
                channels.snapshot().stream()
                    .anyMatch(
                        channel ->
                            channel.name().startsWith("PJSIP/" + DESK + "-")
                                && channel.state() == LiveChannel.State.UP));
    // The page knows a little later than Asterisk that there is somebody to hand her on to.
    assertThat(page.locator("#b-complete")).isVisible();
    page.keyboard().press("Alt+o");
    assertThat(page.locator("#desk-line")).containsText("已转出");

    // She talks with the colleague, whose phone gives back what she says.
    resident.listensAnew();
    resident.says(speech);
    await("the colleague's echo").atMost(PATIENCE).until(resident::spokenTo);
    assertThat(resident.ended()).isFalse();
    resident.hangsUp();
    recorded(call);
  }

  @Test
  void aPageThatIsLoadedAnewHasItsCallBack() throws Exception {
    Page page = agentsPage();
    TestPhone resident = phones.dial("13800000002");
    toTheQueue(resident);
    assertThat(page.locator("#web-answer")).isVisible();
    answers(page);
    hears(resident);

    page.reload();

    assertThat(page.locator("#web-status")).hasText("通话中");
    assertThat(page.locator("#desk-line")).containsText("通话中");
    hears(resident);
    page.keyboard().press("Alt+x");
    await("she hangs up").atMost(PATIENCE).until(resident::ended);
  }

  @Test
  void aPageThatIsClosedLeavesItsCallerToTheOthers() throws Exception {
    Page page = agentsPage();
    TestPhone resident = phones.dial("13800000003");
    CallId call = toTheQueue(resident);
    assertThat(page.locator("#web-answer")).isVisible();
    answers(page);
    hears(resident);

    page.close();

    await("nobody has it any more")
        .atMost(PATIENCE)
        .until(
            () ->
                jdbc.sql("SELECT stage FROM desk_call WHERE call_id = ?")
                    .param(call.value())
                    .query(String.class)
                    .single()
                    .equals("over"));
    assertThat(resident.ended()).isFalse();
    resident.hangsUp();
  }

  private Page agentsPage() {
    BrowserContext context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setBaseURL("http://127.0.0.1:" + port)
                .setLocale("zh-CN")
                .setViewportSize(1440, 900)
                .setPermissions(List.of("microphone")));
    context.setDefaultTimeout(PATIENCE.toMillis());
    Page page = context.newPage();
    // Leaving in a call is asked about: yes.
    page.onDialog(dialog -> dialog.accept());
    page.navigate("/login");
    page.fill("#username", "web-agent");
    page.fill("#password", Staff.PASSWORD);
    page.click("main button[type=submit]");
    page.waitForURL("**/console/tickets**");
    page.navigate("/console/desk");
    page.selectOption("#phone-choice", WEB);
    page.click("#b-sit");
    assertThat(page.locator("#web-status")).hasText("话机已就绪");
    assertThat(page.locator("#desk-state")).containsText("空闲");
    return page;
  }

  /** What the dialog does with a caller who wants a person, here by hand. */
  private CallId toTheQueue(TestPhone resident) throws Exception {
    await("the greeting").atMost(PATIENCE).until(resident::spokenTo);
    LiveChannel hotline =
        channels.snapshot().stream()
            .filter(channel -> channel.context().equals("hotline-loop"))
            // Its other end, on the way out, has none.
            .filter(channel -> channel.extension().equals("4001234567"))
            .filter(channel -> channel.state() == LiveChannel.State.UP)
            .findFirst()
            .orElseThrow();
    new CallControl(ami)
        .send(hotline.id(), new Place("hotline-queue-alone", "s"))
        .get(5, TimeUnit.SECONDS);
    return new CallId(hotline.id());
  }

  /** What the resident hears before is the ring tone. */
  private static void answers(Page page) {
    page.click("#web-answer");
    assertThat(page.locator("#web-status")).hasText("通话中");
    assertThat(page.locator("#desk-line")).containsText("通话中");
  }

  private static void hears(TestPhone phone) {
    phone.listensAnew();
    await("the agent's voice").atMost(PATIENCE).until(phone::spokenTo);
  }

  /** Within a minute the talk is in the store, the agent left and the caller right. */
  private void recorded(CallId call) throws IOException {
    await("the recording of the talk")
        .atMost(Duration.ofMinutes(1))
        .until(() -> talk(call).isPresent());
    RecordingStore.Sound sound = store.find(talk(call).orElseThrow().key()).orElseThrow();
    int left = 0;
    int right = 0;
    try (InputStream in = sound.open(44)) {
      ByteBuffer samples = ByteBuffer.wrap(in.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
      while (samples.remaining() >= 4) {
        left = Math.max(left, Math.abs(samples.getShort()));
        right = Math.max(right, Math.abs(samples.getShort()));
      }
    }
    assertThat(left).as("the agent").isGreaterThan(500);
    assertThat(right).as("the resident").isGreaterThan(500);
  }

  private Optional<Recording> talk(CallId call) {
    return recordings.of(call).stream()
        .filter(recording -> recording.kind() == RecordingKind.TALK)
        .findFirst();
  }

  private void telephoneOnTheDesk() throws Exception {
    RealAsterisk real = Objects.requireNonNull(asterisk);
    String there = "127.0.0.1:" + real.sipPort();
    String here = String.valueOf(real.sipPort() + 9);
    Process registering =
        sipp(
            "-sf",
            scenario("register"),
            "-s",
            DESK,
            "-ap",
            real.agentPassword(DESK),
            "-au",
            DESK,
            "-i",
            "127.0.0.1",
            "-p",
            here,
            "-m",
            "1",
            there);
    assertThat(registering.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(registering.exitValue()).isZero();
    started.add(sipp("-sf", scenario("answering"), "-rtp_echo", "-i", "127.0.0.1", "-p", here));
  }

  private static Process sipp(String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(SIPP.toString(), "-nostdin"));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static String scenario(String name) {
    return Path.of("src/test/resources/desk/" + name + ".sip.xml").toAbsolutePath().toString();
  }

  /** What Chromium's fake microphone says, again and again. */
  private String microphone() throws IOException {
    Path file = ForkFolder.of("desk-home").resolve("microphone.wav");
    AudioFormat format = new AudioFormat(8000, 16, 1, true, false);
    try (AudioInputStream sound =
        new AudioInputStream(new ByteArrayInputStream(speech), format, speech.length / 2)) {
      AudioSystem.write(sound, AudioFileFormat.Type.WAVE, file.toFile());
    }
    return file.toAbsolutePath().toString();
  }
}
