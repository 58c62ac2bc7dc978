package cn.wuye.hotline.router.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.wuye.hotline.router.ami.AmiConnection;
import cn.wuye.hotline.router.ami.Captured;
import cn.wuye.hotline.router.ami.FakeAmi;
import cn.wuye.hotline.router.channel.LiveChannel.State;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LiveChannelsTest {
  private FakeAmi asterisk;
  private AmiConnection connection;
  private final LiveChannels channels = new LiveChannels(Clock.systemUTC());
  private final List<String> told = new CopyOnWriteArrayList<>();

  @BeforeEach
  void begin() throws IOException {
    asterisk = new FakeAmi();
    asterisk.channels(Captured.shown("1.1", 6));
    connection = new AmiConnection(asterisk.settings(), Clock.systemUTC());
    connection.addListener(channels);
    channels.addListener(
        new ChannelsListener() {
          @Override
          public void changed(LiveChannel channel) {
            told.add(channel.id() + " " + channel.state());
          }

          @Override
          public void gone(LiveChannel channel, int cause) {
            told.add(channel.id() + " gone " + cause);
          }
        });
    connection.start();
    await().until(() -> channels.find("1.1").isPresent());
  }

  @AfterEach
  void end() throws IOException {
    connection.close();
    asterisk.close();
  }

  @Test
  void knowsWhatWasThereBeforeItCame() {
    assertThat(channels.find("1.1"))
        .hasValueSatisfying(
            channel -> {
              assertThat(channel.state()).isEqualTo(State.UP);
              assertThat(channel.bridgeId()).isEqualTo("b-1");
              assertThat(channel.caller()).isEqualTo("138****0001");
            });
  }

  @Test
  void followsAChannelThroughItsLife() {
    asterisk.say(Captured.newChannel("2.2"));
    asterisk.say(Captured.up("2.2"));
    asterisk.say(Captured.bridgeEnter("2.2", "b-7"));
    await().until(() -> channels.find("2.2").filter(c -> c.bridgeId().equals("b-7")).isPresent());
    asterisk.say(Captured.hangup("2.2", 17));
    await().until(() -> channels.find("2.2").isEmpty());
    assertThat(told).containsExactly("2.2 RINGING", "2.2 UP", "2.2 UP", "2.2 gone 17");
  }

  @Test
  void lateEventsOfAGoneChannelBringNothingBack() {
    asterisk.say(Captured.hangup("1.1", 16));
    asterisk.say(Captured.up("1.1"));
    asterisk.say(Captured.newChannel("3.3"));
    await().until(() -> channels.find("3.3").isPresent());
    assertThat(channels.find("1.1")).isEmpty();
  }

  @Test
  void forgetsWhatEndedWhileItWasBlind() throws IOException {
    asterisk.channels(Captured.shown("5.5", 4));
    asterisk.cut();
    await().until(() -> channels.find("5.5").isPresent());
    assertThat(channels.snapshot()).extracting(LiveChannel::id).containsExactly("5.5");
    assertThat(channels.current()).isTrue();
  }
}
