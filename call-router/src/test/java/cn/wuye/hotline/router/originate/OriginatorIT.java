package cn.wuye.hotline.router.originate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.wuye.hotline.router.RealAsterisk;
import cn.wuye.hotline.router.ami.AmiConnection;
import cn.wuye.hotline.router.ami.AmiStatus.State;
import cn.wuye.hotline.router.channel.LiveChannel;
import cn.wuye.hotline.router.channel.LiveChannels;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.asteriskjava.manager.action.DbPutAction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Against a real Asterisk, whose own loop over SIP is the phone that is rung. */
class OriginatorIT {
  private static final ScheduledExecutorService TIMER =
      Executors.newSingleThreadScheduledExecutor();
  private static final LiveChannels CHANNELS = new LiveChannels(Clock.systemUTC());
  private static RealAsterisk asterisk;
  private static AmiConnection application;
  private static AmiConnection tester;
  private static Originator originator;

  @BeforeAll
  static void begin() throws IOException {
    asterisk = new RealAsterisk();
    application = asterisk.connection("hotline", "HOTLINE_AMI_PASSWORD");
    tester = asterisk.connection("test-caller", "HOTLINE_CALLER_AMI_PASSWORD");
    originator = new Originator(application, TIMER);
    application.addListener(originator);
    application.addListener(CHANNELS);
    application.start();
    tester.start();
    await().until(() -> application.connected() && tester.connected());
  }

  @AfterAll
  static void end() throws IOException {
    application.close();
    tester.close();
    TIMER.shutdownNow();
    asterisk.close();
  }

  private static Ring ring(String number, String how, int seconds) {
    if (!how.isEmpty()) {
      assertThat(tester.send(new DbPutAction("test-phone", number, how)))
          .succeedsWithin(Duration.ofSeconds(2));
    }
    return originator.originate(
        new OriginateRequest(
            "Local/" + number + "@hotline-outbound/n",
            "hotline-duty",
            "s",
            "4001234567",
            Duration.ofSeconds(seconds),
            Map.of("HOTLINE_ROOM", "room-" + number)));
  }

  private static void endsAs(Ring ring, RingOutcome outcome, int seconds) {
    assertThat(ring.outcome()).succeedsWithin(Duration.ofSeconds(seconds)).isEqualTo(outcome);
  }

  @Test
  void busy() {
    endsAs(ring("13900000011", "busy", 10), RingOutcome.BUSY, 4);
  }

  @Test
  void rejected() {
    endsAs(ring("13900000012", "rejected", 10), RingOutcome.REJECTED, 4);
  }

  @Test
  void noAnswer() {
    endsAs(ring("13900000013", "no-answer", 2), RingOutcome.NO_ANSWER, 4);
  }

  @Test
  void noSuchNumber() {
    endsAs(ring("13900000014", "unknown", 10), RingOutcome.UNREACHABLE, 4);
  }

  @Test
  void noWayOut() {
    endsAs(ring("13900000019", "", 10), RingOutcome.CONGESTED, 4);
  }

  @Test
  void noSuchTrunk() {
    Ring ring =
        originator.originate(
            new OriginateRequest(
                "PJSIP/1@nowhere", "hotline-duty", "s", "", Duration.ofSeconds(10), Map.of()));
    endsAs(ring, RingOutcome.UNAVAILABLE, 4);
  }

  @Test
  void cancelledWhileItRings() {
    Ring ring = ring("13900000015", "no-answer", 30);
    await().until(() -> CHANNELS.find(ring.channelId()).isPresent());
    ring.cancel();
    endsAs(ring, RingOutcome.NO_ANSWER, 1);
    await().until(() -> CHANNELS.find(ring.channelId()).isEmpty());
  }

  @Test
  void answered() throws IOException {
    // Somebody listens: after an AudioSocket that could not connect, Asterisk 22.10 was seen to
    // lose
    // the timer of the next channel ("timerfd_gettime: Bad file descriptor").
    try (ServerSocket phone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Ring ring = ring("13900000016", "127.0.0.1:" + phone.getLocalPort(), 10);
      endsAs(ring, RingOutcome.ANSWERED, 4);
    }
  }

  @Test
  void takesTheStateAnewAfterTheManagerCutUsOff() throws IOException {
    Ring ring = ring("13900000017", "no-answer", 20);
    await().until(() -> CHANNELS.find(ring.channelId()).isPresent());
    int before = application.status().blindSpans().size();
    asterisk.cutManager();
    await()
        .untilAsserted(
            () -> assertThat(application.status().blindSpans()).hasSizeGreaterThan(before));
    await().until(CHANNELS::current);
    assertThat(CHANNELS.find(ring.channelId())).map(LiveChannel::caller).isPresent();
    ring.cancel();
    await().until(() -> CHANNELS.find(ring.channelId()).isEmpty());
  }

  @Test
  void survivesARestartOfAsterisk() throws IOException {
    Ring ring = ring("13900000018", "no-answer", 3);
    await().until(() -> CHANNELS.find(ring.channelId()).isPresent());
    asterisk.stop();
    await().until(() -> application.status().state() == State.DOWN);
    assertThat(originator.originate(request()).outcome())
        .isCompletedWithValue(RingOutcome.UNAVAILABLE);
    asterisk.start();
    await()
        .atMost(Duration.ofSeconds(15))
        .until(() -> application.connected() && CHANNELS.current());
    assertThat(CHANNELS.find(ring.channelId())).isEmpty();
    assertThat(ring.outcome()).succeedsWithin(Duration.ofSeconds(5));
    await().until(tester::connected);
    endsAs(ring("13900000011", "busy", 10), RingOutcome.BUSY, 4);
  }

  private static OriginateRequest request() {
    return new OriginateRequest(
        "Local/1@hotline-outbound/n", "hotline-duty", "s", "", Duration.ofSeconds(5), Map.of());
  }
}
