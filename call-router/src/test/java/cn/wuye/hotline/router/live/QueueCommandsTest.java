package cn.wuye.hotline.router.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.wuye.hotline.router.ami.AmiConnection;
import cn.wuye.hotline.router.ami.FakeAmi;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.asteriskjava.manager.response.ManagerResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class QueueCommandsTest {
  private static final String DEVICE = "PJSIP/1001";

  private FakeAmi asterisk;
  private AmiConnection connection;
  private QueueCommands commands;

  @BeforeEach
  void begin() throws IOException {
    asterisk = new FakeAmi();
    connection = new AmiConnection(asterisk.settings(), Clock.systemUTC());
    commands = new QueueCommands(connection);
    connection.start();
    await().until(connection::connected);
  }

  @AfterEach
  void end() throws IOException {
    connection.close();
    asterisk.close();
  }

  @Test
  void everyActionHasTheHeadersThatAsteriskReads() {
    done(commands.reload());
    done(commands.pause(DEVICE, "lunch;\r\nAction: Hangup"));
    done(commands.resume(DEVICE));
    done(commands.apply(new MembershipChange.Add("q-yue", DEVICE, 10, Optional.of("lunch"))));
    done(commands.apply(new MembershipChange.Reprice("q-yue", DEVICE, 20)));
    done(commands.apply(new MembershipChange.Remove("q-yue", DEVICE)));

    done(commands.precedence("q-yue", "PJSIP/carrier-0000000a", 4000));

    assertThat(asterisk.actions("QueueChangePriorityCaller"))
        .singleElement()
        .satisfies(
            first ->
                assertThat(first)
                    .containsAllEntriesOf(
                        Map.of(
                            "queue", "q-yue",
                            "caller", "PJSIP/carrier-0000000a",
                            "priority", "4000",
                            "immediate", "true")));
    assertThat(asterisk.actions("QueueReload")).hasSize(1);
    assertThat(asterisk.actions("QueuePause"))
        .satisfiesExactly(
            paused ->
                assertThat(paused)
                    .containsAllEntriesOf(
                        Map.of(
                            "interface", DEVICE,
                            "paused", "true",
                            "reason", "lunch   Action: Hangup")),
            resumed ->
                assertThat(resumed)
                    .containsAllEntriesOf(Map.of("interface", DEVICE, "paused", "false")));
    assertThat(asterisk.actions("QueueAdd"))
        .singleElement()
        .satisfies(
            added ->
                assertThat(added)
                    .containsAllEntriesOf(
                        Map.of(
                            "queue", "q-yue",
                            "interface", DEVICE,
                            "penalty", "10",
                            "membername", "1001",
                            "paused", "true",
                            "reason", "lunch")));
    assertThat(asterisk.actions("QueuePenalty"))
        .singleElement()
        .satisfies(
            priced ->
                assertThat(priced).containsAllEntriesOf(Map.of("queue", "q-yue", "penalty", "20")));
    assertThat(asterisk.actions("QueueRemove"))
        .singleElement()
        .satisfies(
            removed ->
                assertThat(removed)
                    .containsAllEntriesOf(Map.of("queue", "q-yue", "interface", DEVICE)));
  }

  @Test
  void whatAsteriskRefusesIsAFailure() {
    asterisk.on(
        "QueueRemove",
        action -> "Response: Error\nActionID: %ID%\nMessage: Unable to remove: Not there\n\n");

    assertThat(commands.apply(new MembershipChange.Remove("q-yue", DEVICE)))
        .failsWithin(Duration.ofSeconds(2))
        .withThrowableThat()
        .withMessageContaining("Not there");
  }

  private static void done(CompletableFuture<ManagerResponse> answer) {
    assertThat(answer).succeedsWithin(Duration.ofSeconds(2));
  }
}
