package cn.wuye.hotline.router.ami;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cn.wuye.hotline.router.ami.AmiStatus.State;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.asteriskjava.manager.action.PingAction;
import org.asteriskjava.manager.event.CoreShowChannelEvent;
import org.asteriskjava.manager.event.HangupEvent;
import org.asteriskjava.manager.event.ManagerEvent;
import org.asteriskjava.manager.event.NewChannelEvent;
import org.asteriskjava.manager.event.ResponseEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AmiConnectionTest {
  private FakeAmi asterisk;
  private AmiConnection connection;
  private final List<String> told = new CopyOnWriteArrayList<>();

  @BeforeEach
  void begin() throws IOException {
    asterisk = new FakeAmi();
    connection = new AmiConnection(asterisk.settings(), Clock.systemUTC());
    connection.addListener(new Recorder());
  }

  @AfterEach
  void end() throws IOException {
    connection.close();
    asterisk.close();
  }

  @Test
  void logsInAndHandsOverTheStateBeforeAnyEvent() {
    asterisk.channels(Captured.shown("1.1", 6));
    asterisk.on(
        "Login",
        action ->
            "Response: Success\nActionID: %ID%\nMessage: Authentication accepted\n\n"
                + Captured.newChannel("2.2")
                + "\n");
    connection.start();
    await().until(() -> told.contains("new 2.2"));
    assertThat(told.indexOf("synchronised [1.1]")).isBetween(0, told.indexOf("new 2.2"));
    assertThat(connection.connected()).isTrue();
  }

  @Test
  void everyListenerKnowsTheChannelsBeforeAnyIsToldTheQueues() {
    connection.addListener(new Recorder());
    connection.start();
    await().until(() -> told.size() >= 4);
    assertThat(told).containsExactly("synchronised []", "synchronised []", "queues", "queues");
  }

  @Test
  void connectsWhenAsteriskStartsLater() throws IOException {
    int port = asterisk.port();
    asterisk.close();
    connection.start();
    await().until(() -> connection.status().description().contains("no connection"));
    asterisk = new FakeAmi(port);
    await().until(connection::connected);
    assertThat(connection.status().blindSpans()).isEmpty();
  }

  @Test
  void comesBackAfterACutAndKeepsTheBlindSpan() throws IOException {
    connection.start();
    await().until(connection::connected);
    asterisk.channels(Captured.shown("9.9", 6));
    asterisk.cut();
    await().until(() -> told.contains("synchronised [9.9] after blindness"));
    assertThat(connection.status().blindSpans())
        .singleElement()
        .satisfies(span -> assertThat(span.to()).isAfterOrEqualTo(span.from()));
  }

  @Test
  void saysThatThePasswordIsWrongAndDoesNotHammer() {
    asterisk.refusing(true);
    connection.start();
    await().until(() -> connection.status().state() == State.REFUSED);
    assertThat(connection.status().description())
        .contains("refused the AMI user 'hotline'", "Authentication failed")
        .doesNotContain("secret");
    int before = asterisk.connections();
    await().pollDelay(Duration.ofMillis(250)).until(() -> asterisk.connections() - before <= 1);
    asterisk.refusing(false);
    await().until(connection::connected);
  }

  @Test
  void comesBackSoonWhenAStoppingAsteriskRefusesForAMoment() throws IOException {
    connection.start();
    await().until(connection::connected);
    asterisk.refusing(true);
    int before = asterisk.connections();
    asterisk.cut();
    await().atMost(Duration.ofMillis(290)).until(() -> asterisk.connections() >= before + 2);
    asterisk.refusing(false);
    await().until(connection::connected);
  }

  @Test
  void givesUpAServerThatSaysNothing() {
    asterisk.silent(true);
    connection.start();
    await().until(() -> asterisk.connections() >= 2);
    assertThat(connection.connected()).isFalse();
    assertThat(connection.status().description()).contains("did not greet as AMI");
  }

  @Test
  void survivesGarbageInsteadOfAGreeting() {
    asterisk.garbage(true);
    connection.start();
    await().until(() -> asterisk.connections() >= 2);
    asterisk.garbage(false);
    await().until(connection::connected);
  }

  @Test
  void noticesAConnectionThatIsDeadWithoutBeingClosed() {
    connection.start();
    await().until(connection::connected);
    asterisk.ignoringActions(true);
    await().until(() -> !connection.connected());
    asterisk.ignoringActions(false);
    await().until(connection::connected);
    assertThat(connection.status().blindSpans()).isNotEmpty();
  }

  @Test
  void answersEveryActionWithinItsTime() {
    connection.start();
    await().until(connection::connected);
    asterisk.on("Hangup", action -> "");
    var answer = connection.send(new org.asteriskjava.manager.action.HangupAction("x"));
    assertThat(answer)
        .failsWithin(Duration.ofSeconds(1))
        .withThrowableThat()
        .withMessageContaining("Hangup not answered within 400 ms");
  }

  @Test
  void refusesAnActionWithoutConnection() {
    assertThatThrownBy(() -> connection.send(new PingAction()).get())
        .hasMessageContaining("Ping not sent: not connected yet");
  }

  @Test
  void aBrokenOrSlowListenerDoesNotHoldTheConnectionBack() {
    CountDownLatch slow = new CountDownLatch(1);
    connection.addListener(
        new AmiListener() {
          @Override
          public void onEvent(ManagerEvent event) {
            try {
              slow.await();
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
            throw new IllegalStateException("broken on purpose");
          }
        });
    connection.start();
    await().until(connection::connected);
    asterisk.say(Captured.newChannel("3.1"));
    asterisk.say(Captured.hangup("3.1", 16));
    assertThat(connection.send(new PingAction())).succeedsWithin(Duration.ofSeconds(1));
    slow.countDown();
    await().until(() -> told.contains("hangup 3.1"));
  }

  @Test
  void closesForGood() {
    connection.start();
    await().until(connection::connected);
    connection.close();
    await().until(() -> connection.status().state() == State.CLOSED);
    assertThat(connection.connected()).isFalse();
  }

  private final class Recorder implements AmiListener {
    @Override
    public void onSynchronised(List<CoreShowChannelEvent> channels, Optional<BlindSpan> blind) {
      told.add(
          "synchronised "
              + channels.stream().map(CoreShowChannelEvent::getUniqueid).toList()
              + (blind.isPresent() ? " after blindness" : ""));
    }

    @Override
    public void onQueues(List<ResponseEvent> status, Optional<BlindSpan> blind) {
      told.add("queues");
    }

    @Override
    public void onEvent(ManagerEvent event) {
      if (event instanceof NewChannelEvent fresh) {
        told.add("new " + fresh.getUniqueId());
      } else if (event instanceof HangupEvent hangup) {
        told.add("hangup " + hangup.getUniqueId());
      }
    }
  }
}
