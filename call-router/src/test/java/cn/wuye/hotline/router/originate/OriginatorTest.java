package cn.wuye.hotline.router.originate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import cn.wuye.hotline.router.ami.AmiConnection;
import cn.wuye.hotline.router.ami.Captured;
import cn.wuye.hotline.router.ami.FakeAmi;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OriginatorTest {
  private FakeAmi asterisk;
  private AmiConnection connection;
  private Originator originator;
  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

  @BeforeEach
  void begin() throws IOException {
    asterisk = new FakeAmi();
    connection = new AmiConnection(asterisk.settings(), Clock.systemUTC());
    originator = new Originator(connection, timer);
    connection.addListener(originator);
  }

  @AfterEach
  void end() throws IOException {
    connection.close();
    asterisk.close();
    timer.shutdownNow();
  }

  private Ring ring() {
    connection.start();
    await().until(connection::connected);
    Ring ring =
        originator.originate(
            new OriginateRequest(
                "PJSIP/100",
                "hotline-duty",
                "s",
                "4001234567",
                Duration.ofSeconds(1),
                Map.of("HOTLINE_ROOM", "node-1-1.1")));
    await().until(() -> !asterisk.actions("Originate").isEmpty());
    return ring;
  }

  private String actionId() {
    return Objects.requireNonNull(asterisk.actions("Originate").get(0).get("ActionID"));
  }

  @Test
  void isAsynchronousAndCarriesItsOwnIds() {
    Ring ring = ring();
    assertThat(asterisk.actions("Originate").get(0))
        .containsEntry("async", "true")
        .containsEntry("channelid", ring.channelId())
        .containsEntry("timeout", "1000")
        .containsEntry("variable", "HOTLINE_ROOM=node-1-1.1");
  }

  @Test
  void aCallIsKnownByTheNameThatItWasGiven() {
    connection.start();
    await().until(connection::connected);
    OriginateRequest request =
        new OriginateRequest(
            "PJSIP/100", "hotline-survey", "s", "4001234567", Duration.ofSeconds(1), Map.of());

    Ring ring = originator.originate("survey-17-2", request);

    await().until(() -> !asterisk.actions("Originate").isEmpty());
    assertThat(ring.channelId()).isEqualTo("survey-17-2");
    assertThat(actionId()).as("behind the library's own number").endsWith("#survey-17-2");
    assertThat(asterisk.actions("Originate").get(0)).containsEntry("channelid", "survey-17-2");
    assertThatIllegalArgumentException()
        .as("the same name for two calls would mix them up")
        .isThrownBy(() -> originator.originate("survey-17-2", request));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> originator.originate("survey 17", request));
  }

  @Test
  void isAnsweredWhenAsteriskSaysSo() {
    Ring ring = ring();
    asterisk.say(Captured.newChannel(ring.channelId()));
    asterisk.say(Captured.originateResponse(actionId(), ring.channelId(), "Success", 4));
    assertThat(ring.outcome())
        .succeedsWithin(Duration.ofSeconds(1))
        .isEqualTo(RingOutcome.ANSWERED);
  }

  @Test
  void knowsTheFailureThoughAsteriskKnowsNoUniqueid() {
    Ring ring = ring();
    asterisk.say(Captured.originateResponse(actionId(), "<unknown>", "Failure", 5));
    assertThat(ring.outcome()).succeedsWithin(Duration.ofSeconds(1)).isEqualTo(RingOutcome.BUSY);
  }

  @Test
  void takesTheReasonFromAHangupThatComesAfterTheFailure() {
    Ring ring = ring();
    asterisk.say(Captured.newChannel(ring.channelId()));
    asterisk.say(Captured.originateResponse(actionId(), "<unknown>", "Failure", 1));
    asterisk.say(Captured.hangup(ring.channelId(), 21));
    assertThat(ring.outcome())
        .succeedsWithin(Duration.ofSeconds(1))
        .isEqualTo(RingOutcome.REJECTED);
  }

  @Test
  void doesNotWaitForeverForThatHangup() {
    Ring ring = ring();
    asterisk.say(Captured.newChannel(ring.channelId()));
    asterisk.say(Captured.originateResponse(actionId(), "<unknown>", "Failure", 3));
    assertThat(ring.outcome())
        .succeedsWithin(Duration.ofSeconds(1))
        .isEqualTo(RingOutcome.NO_ANSWER);
  }

  @Test
  void isUnavailableAtOnceWithoutConnection() {
    Ring ring =
        originator.originate(
            new OriginateRequest(
                "PJSIP/100", "hotline-duty", "s", "", Duration.ofSeconds(20), Map.of()));
    assertThat(ring.outcome()).isCompletedWithValue(RingOutcome.UNAVAILABLE);
  }

  @Test
  void isUnavailableWhenAsteriskRefuses() {
    asterisk.on(
        "Originate", a -> "Response: Error\nActionID: %ID%\nMessage: Permission denied\n\n");
    assertThat(ring().outcome())
        .succeedsWithin(Duration.ofSeconds(1))
        .isEqualTo(RingOutcome.UNAVAILABLE);
  }

  @Test
  void neverWaitsBeyondItsTimeAndHangsUp() {
    Ring ring = ring();
    assertThat(ring.outcome())
        .succeedsWithin(Duration.ofSeconds(3))
        .isEqualTo(RingOutcome.NO_ANSWER);
    await()
        .untilAsserted(
            () ->
                assertThat(asterisk.actions("Hangup"))
                    .anySatisfy(a -> assertThat(a).containsEntry("channel", ring.channelId())));
  }

  @Test
  void cancelReachesAChannelThatComesLater() {
    Ring ring = ring();
    asterisk.on("Hangup", a -> "Response: Error\nActionID: %ID%\nMessage: No such channel\n\n");
    ring.cancel();
    await().until(() -> asterisk.actions("Hangup").size() == 1);
    assertThat(ring.outcome()).isCompletedWithValue(RingOutcome.NO_ANSWER);
    asterisk.say(Captured.newChannel(ring.channelId()));
    await().until(() -> asterisk.actions("Hangup").size() == 2);
  }

  @Test
  void findsOutAfterACutThatItWasAnswered() throws IOException {
    Ring ring = ring();
    asterisk.channels(Captured.shown(ring.channelId(), 6));
    asterisk.cut();
    assertThat(ring.outcome())
        .succeedsWithin(Duration.ofSeconds(1))
        .isEqualTo(RingOutcome.ANSWERED);
  }

  @Test
  void findsOutAfterACutThatItIsGone() throws IOException {
    Ring ring = ring();
    asterisk.cut();
    assertThat(ring.outcome())
        .succeedsWithin(Duration.ofSeconds(1))
        .isEqualTo(RingOutcome.NO_ANSWER);
  }

  @Test
  void letsNoLineBreakIntoTheProtocol() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new OriginateRequest(
                    "PJSIP/100\r\nApplication: System",
                    "c",
                    "s",
                    "",
                    Duration.ofSeconds(5),
                    Map.of()))
        .withMessageContaining("channel holds a line break");
  }
}
