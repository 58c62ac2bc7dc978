package cn.wuye.hotline.ivr.speech.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RemoteSettingsTest {
  private static RemoteSettings settings(SpeechProtocol protocol, boolean grammar, String... at) {
    List<URI> servers = Arrays.stream(at).map(URI::create).toList();
    return settings(protocol, servers, grammar, 10, 1000, 800);
  }

  private static RemoteSettings settings(
      SpeechProtocol protocol,
      List<URI> servers,
      boolean grammar,
      int mostAtOnce,
      int connect,
      int answer) {
    return new RemoteSettings(
        "yue",
        protocol,
        servers,
        grammar,
        mostAtOnce,
        Duration.ofMillis(connect),
        Duration.ofMillis(answer),
        Duration.ofSeconds(1),
        Duration.ofMinutes(1));
  }

  @Test
  void addressesAreWebsocketsWithAPort() {
    assertThat(settings(SpeechProtocol.FUNASR, false, "wss://asr.example.cn:10095").servers())
        .hasSize(1);
    for (String wrong :
        List.of("http://asr:10095", "ws://asr", "asr:10095", "ws://me:secret@asr:10095")) {
      assertThatThrownBy(() -> settings(SpeechProtocol.FUNASR, false, wrong))
          .hasMessageStartingWith("yue.servers: ");
    }
    assertThatThrownBy(() -> settings(SpeechProtocol.FUNASR, false))
        .hasMessage("yue.servers: at least one address is needed");
    assertThatThrownBy(() -> settings(SpeechProtocol.FUNASR, false, "ws://a:1", "ws://a:1"))
        .hasMessage("yue.servers: an address stands there twice");
  }

  @Test
  void numbersAndTimesHaveTheirRanges() {
    List<URI> servers = List.of(URI.create("ws://a:1"));
    assertThatThrownBy(() -> settings(SpeechProtocol.FUNASR, servers, false, 0, 1000, 800))
        .hasMessage("yue.most-at-once must be 1-1000, not 0");
    assertThatThrownBy(() -> settings(SpeechProtocol.FUNASR, servers, false, 1, 20, 800))
        .hasMessage("yue.connect must be 50-10000 ms, not 20");
    assertThatThrownBy(() -> settings(SpeechProtocol.FUNASR, servers, false, 1, 1000, 20_000))
        .hasMessage("yue.answer must be 100-10000 ms, not 20000");
  }

  @Test
  void onlyVoskServerTakesAGrammar() {
    assertThatThrownBy(() -> settings(SpeechProtocol.FUNASR, true, "ws://a:1"))
        .hasMessage("yue.grammar: only vosk-server takes a grammar");
  }
}
