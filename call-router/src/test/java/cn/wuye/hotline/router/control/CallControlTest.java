package cn.wuye.hotline.router.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import cn.wuye.hotline.router.ami.AmiConnection;
import cn.wuye.hotline.router.ami.FakeAmi;
import cn.wuye.hotline.router.control.CallControl.Move;
import cn.wuye.hotline.router.control.CallControl.Place;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.asteriskjava.manager.response.ManagerResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CallControlTest {
  private static final String AGENT = "PJSIP/1001-00000007";
  private static final String CALLER = "node-1-1763800000.12";

  private FakeAmi asterisk;
  private AmiConnection connection;
  private CallControl control;

  @BeforeEach
  void begin() throws IOException {
    asterisk = new FakeAmi();
    connection = new AmiConnection(asterisk.settings(), Clock.systemUTC());
    control = new CallControl(connection);
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
    done(control.hangUp(AGENT));
    done(control.mute(AGENT, true));
    done(control.pauseRecording(CALLER, true));
    done(control.send(CALLER, new Place("hotline-desk-transfer", "13900000001")));

    assertThat(asterisk.actions("Hangup"))
        .singleElement()
        .satisfies(hungUp -> assertThat(hungUp).containsEntry("channel", AGENT));
    assertThat(asterisk.actions("SetVar"))
        .singleElement()
        .satisfies(
            muted ->
                assertThat(muted)
                    .containsAllEntriesOf(
                        Map.of("channel", AGENT, "variable", "MUTEAUDIO(in)", "value", "on")));
    assertThat(asterisk.actions("MixMonitorMute"))
        .singleElement()
        .satisfies(
            paused ->
                assertThat(paused)
                    .containsAllEntriesOf(
                        Map.of("channel", CALLER, "direction", "both", "state", "1")));
    assertThat(asterisk.actions("Redirect"))
        .singleElement()
        .satisfies(
            sent ->
                assertThat(sent)
                    .containsAllEntriesOf(
                        Map.of(
                            "channel", CALLER,
                            "context", "hotline-desk-transfer",
                            "exten", "13900000001",
                            "priority", "1")));
  }

  @Test
  void twoWhoTalkGoTogether() {
    done(
        control.sendBoth(
            new Move(CALLER, new Place("hotline-desk-hold", CALLER)),
            new Move(AGENT, new Place("hotline-desk-person", CALLER))));

    assertThat(asterisk.actions("Redirect"))
        .singleElement()
        .satisfies(
            sent ->
                assertThat(sent)
                    .containsAllEntriesOf(
                        Map.of(
                            "channel",
                            CALLER,
                            "context",
                            "hotline-desk-hold",
                            "extrachannel",
                            AGENT,
                            "extracontext",
                            "hotline-desk-person",
                            "extraexten",
                            CALLER,
                            "extrapriority",
                            "1")));
  }

  @Test
  void keysGoOneByOne() {
    done(control.press(CALLER, "12#"));

    assertThat(asterisk.actions("PlayDTMF"))
        .extracting(action -> action.get("digit"))
        .containsExactly("1", "2", "#");
  }

  @Test
  void aKeyMayBeHeardAsIfTheCallerHadPressedIt() {
    done(control.pressed(CALLER, '1'));

    assertThat(asterisk.actions("PlayDTMF"))
        .singleElement()
        .satisfies(
            heard ->
                assertThat(heard)
                    .containsAllEntriesOf(
                        Map.of("channel", CALLER, "digit", "1", "receive", "true")));
  }

  @Test
  void aVariableIsOneLine() {
    done(control.set(CALLER, "HOTLINE_LISTENED", AGENT));

    assertThat(asterisk.actions("SetVar")).hasSize(1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> control.set(CALLER, "X", "1\r\nAction: Hangup"));
  }

  @Test
  void whatIsNoKeyIsNotSent() {
    assertThatIllegalArgumentException().isThrownBy(() -> control.press(CALLER, "1\r\nAction: x"));
    assertThatIllegalArgumentException().isThrownBy(() -> control.press(CALLER, ""));
    assertThatIllegalArgumentException().isThrownBy(() -> new Place("hotline-desk-hold", "1,1"));
    assertThat(asterisk.actions("PlayDTMF")).isEmpty();
  }

  private static void done(CompletableFuture<ManagerResponse> answer) {
    assertThat(answer).succeedsWithin(Duration.ofSeconds(2));
  }
}
