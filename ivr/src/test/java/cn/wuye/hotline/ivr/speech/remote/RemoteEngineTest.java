package cn.wuye.hotline.ivr.speech.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.wuye.hotline.ivr.speech.Recognized;
import cn.wuye.hotline.ivr.speech.SpeechRecognizer.Recognition;
import cn.wuye.hotline.ivr.speech.Vocabulary;
import cn.wuye.hotline.ivr.speech.remote.TestSpeechServer.Fault;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What callers notice of servers that fail: nothing. */
class RemoteEngineTest extends SpeechServersCase {
  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"SILENT", "SLOW", "CUT", "WEB_PAGE", "OTHER_JSON", "BYTES"})
  void whateverAServerDoesThisNodeHearsTheWholeUtterance(Fault fault) {
    for (SpeechProtocol protocol : SpeechProtocol.values()) {
      TestSpeechServer server = protocol == SpeechProtocol.FUNASR ? funAsr(false, "") : vosk();
      server.fault = fault;
      RemoteEngine engine = engine(protocol, server.address());

      Recognized heard = hears(engine, FREE, "电梯坏了，有人困在里面");

      assertThat(heard)
          .as(protocol + " " + fault)
          .isEqualTo(new Recognized("node:电梯坏了，有人困在里面", 0.9, true));
      assertThat(engine.healthy()).isFalse();
      assertThat(engine.description()).contains("故障", server.address().toString());
      assertThat(engine.open()).isZero();
      assertThat(node.open).hasValue(0);
      await().untilAsserted(() -> assertThat(server.open).hasValue(0));
    }
  }

  @Test
  void aCutInMidUtteranceIsNoticedWhileSheSpeaks() {
    TestSpeechServer server = vosk();
    RemoteEngine engine = engine(SpeechProtocol.VOSK_SERVER, server.address());
    try (Recognition recognition = begin(engine, FREE)) {
      sayAndWait(recognition, "电梯");
      await().until(() -> partials.contains("电梯"));
      server.fault = Fault.CUT;
      say(recognition, "坏");
      await()
          .untilAsserted(
              () -> {
                recognition.accept(new byte[0]);
                say(recognition, "了");
                assertThat(node.begun).hasSize(1);
              });

      assertThat(recognition.finish(BUDGET).text()).startsWith("node:电梯坏了");
    }
    assertThat(engine.description()).contains("closed the connection (1011");
  }

  @Test
  void anAddressWhereNothingListensIsLeftAloneForLongerEachTime() throws IOException {
    URI nowhere;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      nowhere = URI.create("ws://127.0.0.1:" + free.getLocalPort());
    }
    TestSpeechServer good = vosk();
    RemoteEngine engine = engine(SpeechProtocol.VOSK_SERVER, nowhere, good.address());

    assertThat(hears(engine, FREE, "漏水").text()).isEqualTo("node:漏水");
    for (int i = 0; i < 3; i++) {
      assertThat(hears(engine, FREE, "漏水").text()).as("the other server").isEqualTo("漏水");
    }
    nanos.addAndGet(Duration.ofMillis(1001).toNanos());
    assertThat(hears(engine, FREE, "漏水").text()).as("tried again").isEqualTo("node:漏水");
    nanos.addAndGet(Duration.ofMillis(1500).toNanos());
    assertThat(hears(engine, FREE, "漏水").text()).as("rests for 2 s").isEqualTo("漏水");
    assertThat(engine.healthy()).isTrue();
  }

  @Test
  void aServerThatNeverCompletesTheHandshakeIsGivenUp() throws IOException {
    ServerSocket mute = started(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
    RemoteEngine engine =
        engine(
            SpeechProtocol.FUNASR,
            false,
            10,
            Duration.ofSeconds(1),
            Duration.ofMillis(1400),
            URI.create("ws://127.0.0.1:" + mute.getLocalPort()));

    assertThat(hears(engine, FREE, "停电了").text()).isEqualTo("node:停电了");
    assertThat(engine.description()).contains("cannot be reached");
  }

  @Test
  void aServerThatComesBackIsUsedAgain() {
    TestSpeechServer server = vosk();
    server.fault = Fault.WEB_PAGE;
    RemoteEngine engine = engine(SpeechProtocol.VOSK_SERVER, server.address());
    assertThat(hears(engine, FREE, "停水").text()).isEqualTo("node:停水");
    server.fault = Fault.NONE;

    assertThat(hears(engine, FREE, "停水").text()).as("still left alone").isEqualTo("node:停水");
    nanos.addAndGet(Duration.ofSeconds(2).toNanos());
    assertThat(hears(engine, FREE, "停水").text()).isEqualTo("停水");
    assertThat(engine.description()).contains("正常");
  }

  @Test
  void aServerThatDoesNotFollowIsGivenUpBeforeTheEnd() {
    TestSpeechServer server = vosk();
    server.fault = Fault.SILENT;
    RemoteEngine engine = engine(SpeechProtocol.VOSK_SERVER, server.address());
    try (Recognition recognition = begin(engine, FREE)) {
      String long6 = "一二三四五六七八九十".repeat(6);
      say(recognition, long6);

      assertThat(node.begun).as("this node has taken over").hasSize(1);
      assertThat(recognition.finish(BUDGET).text()).isEqualTo("node:" + long6);
    }
    assertThat(engine.description()).contains("does not follow");
  }

  @Test
  void moreThanTheServersTakeIsHeardByThisNode() {
    TestSpeechServer server = vosk();
    RemoteEngine engine = engine(SpeechProtocol.VOSK_SERVER, false, 1, server.address());
    try (Recognition first = begin(engine, FREE);
        Recognition second = begin(engine, FREE)) {
      say(first, "漏水");
      say(second, "停电");

      assertThat(second.finish(BUDGET).text()).isEqualTo("node:停电");
      assertThat(first.finish(BUDGET).text()).isEqualTo("漏水");
    }
    assertThat(hears(engine, FREE, "停水").text()).as("a place is free again").isEqualTo("停水");
    assertThat(engine.healthy()).isTrue();
  }

  @Test
  void whoHangsUpInMidUtteranceHarmsNobody() {
    TestSpeechServer server = vosk();
    RemoteEngine engine = engine(SpeechProtocol.VOSK_SERVER, server.address());
    Recognition recognition = begin(engine, FREE);
    say(recognition, "电梯");
    recognition.close();
    recognition.close();
    begin(engine, FREE).close();

    assertThat(engine.open()).isZero();
    assertThat(engine.healthy()).isTrue();
    await().untilAsserted(() -> assertThat(server.open).hasValue(0));
    assertThat(recognition.finish(BUDGET).inTime()).isFalse();
  }

  @Test
  void withoutThisNodeWhatTheServerHeardSoFarIsKeptAndTheRestIsTranscribedLater() {
    TestSpeechServer server = vosk();
    server.fault = Fault.SLOW;
    node.available = false;
    RemoteEngine engine = engine(SpeechProtocol.VOSK_SERVER, server.address());
    try (Recognition recognition = begin(engine, FREE)) {
      sayAndWait(recognition, "电梯坏了");
      await().until(() -> partials.contains("电梯坏了"));

      assertThat(recognition.finish(BUDGET)).isEqualTo(new Recognized("电梯坏了", 0, false));
    }
    assertThat(engine.begin(FREE, partials::add, node)).as("nobody left").isEmpty();
  }

  @Test
  void patienceWithAServerLeavesThisNodeItsShareOfTheTime() {
    TestSpeechServer server = vosk();
    server.fault = Fault.SLOW;
    RemoteEngine engine =
        engine(
            SpeechProtocol.VOSK_SERVER,
            false,
            10,
            CONNECT,
            Duration.ofSeconds(10),
            server.address());

    assertThat(hears(engine, FREE, "漏水")).isEqualTo(new Recognized("node:漏水", 0.9, true));
    assertThat(engine.healthy()).isFalse();
  }

  @Test
  void aShortBudgetIsNotTheServersFault() {
    TestSpeechServer server = vosk();
    server.fault = Fault.SLOW;
    RemoteEngine engine = engine(SpeechProtocol.VOSK_SERVER, server.address());
    try (Recognition recognition = begin(engine, FREE)) {
      say(recognition, "喂");

      assertThat(recognition.finish(Duration.ofMillis(300)).inTime()).isFalse();
    }
    assertThat(engine.healthy()).isTrue();
    assertThat(node.begun).isEmpty();
  }

  @Test
  void aRecordingComesAllAtOnceAndMayTakeLonger() {
    TestSpeechServer server = funAsr(false, "");
    server.fault = Fault.SLOW;
    RemoteEngine engine = engine(SpeechProtocol.FUNASR, server.address());
    String minute = "电梯坏了一直没人来修".repeat(60);
    try (Recognition recognition = begin(engine, new Vocabulary.Recording())) {
      recognition.accept(Spoken.of(minute));

      assertThat(recognition.finish(Duration.ofSeconds(30)))
          .isEqualTo(new Recognized(minute, 1, true));
    }
    assertThat(engine.healthy()).isTrue();
  }

  @Test
  void anUtteranceLongerThanIsKeptIsMarkedAsNotWhole() {
    TestSpeechServer server = vosk();
    RemoteEngine engine = engine(SpeechProtocol.VOSK_SERVER, server.address());
    try (Recognition recognition = begin(engine, FREE)) {
      for (int i = 1; i <= 21; i++) {
        sayAndWait(recognition, "一二三四五六七八九十");
        int characters = 10 * i;
        await().until(() -> partials.stream().anyMatch(text -> text.length() == characters));
      }
      server.fault = Fault.CUT;
      say(recognition, "完");
      Recognized heard = recognition.finish(BUDGET);

      assertThat(heard.inTime()).isFalse();
      assertThat(heard.text()).startsWith("node:一二三四");
    }
  }
}
