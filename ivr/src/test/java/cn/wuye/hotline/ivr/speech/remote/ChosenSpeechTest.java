package cn.wuye.hotline.ivr.speech.remote;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.ivr.conversation.Call;
import cn.wuye.hotline.ivr.conversation.CallId;
import cn.wuye.hotline.ivr.speech.SpeechRecognizer;
import cn.wuye.hotline.ivr.speech.SpeechRecognizer.Ear;
import cn.wuye.hotline.ivr.speech.SpeechRecognizer.Recognition;
import cn.wuye.hotline.ivr.speech.Vocabulary;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ChosenSpeechTest {
  private static final Vocabulary FREE = new Vocabulary.Free();
  private static final Vocabulary MENU = new Vocabulary.Phrases(List.of("报修", "投诉"));
  private static final Vocabulary SPOTTING = new Vocabulary.Spotting(List.of("着火"));
  private static final Vocabulary RECORDING = new Vocabulary.Recording();

  private final TestSpeechServer vosk = new TestSpeechServer(VoskSide::new);
  private final TestSpeechServer funAsr = new TestSpeechServer(() -> new FunAsrSide(false, ""));
  private final RemoteEngine mandarin = engine("mandarin", SpeechProtocol.VOSK_SERVER, vosk);
  private final RemoteEngine cantonese = engine("cantonese", SpeechProtocol.FUNASR, funAsr);
  private final NodeSpeech node = new NodeSpeech();
  private final SpeechRecognizer speech =
      new ChosenSpeech(
          node,
          List.of(mandarin, cantonese),
          new EngineChoice(
              Map.of(Use.FREE, mandarin, Use.AFTER_CALL, cantonese),
              Map.of(
                  "yue",
                  Map.of(Use.MENU, Optional.of(cantonese), Use.FREE, Optional.of(cantonese)),
                  "hak",
                  Map.of(Use.FREE, Optional.empty()))),
          call -> call.sipCallId());

  private static RemoteEngine engine(
      String name, SpeechProtocol protocol, TestSpeechServer server) {
    return new RemoteEngine(
        new RemoteSettings(
            name,
            protocol,
            List.of(server.address()),
            false,
            10,
            Duration.ofSeconds(2),
            Duration.ofSeconds(2),
            Duration.ofSeconds(1),
            Duration.ofSeconds(1)));
  }

  @AfterEach
  void stop() {
    vosk.close();
    funAsr.close();
  }

  private static Call call(String dialect) {
    return new Call(new CallId("a-call"), Optional.empty(), "4001234567", Instant.EPOCH, dialect);
  }

  private static String hears(SpeechRecognizer recognizer, Vocabulary vocabulary, String text) {
    try (Recognition recognition = recognizer.begin(vocabulary, partial -> {}).orElseThrow()) {
      recognition.accept(Spoken.of(text));
      return recognition.finish(Duration.ofSeconds(5)).text();
    }
  }

  @Test
  void eachDialectAndUseHasItsEngine() {
    try (SpeechRecognizer hers = speech.forCall(call("yue"))) {
      assertThat(hears(hers, FREE, "部电梯坏咗")).isEqualTo("部电梯坏咗");
      assertThat(hears(hers, MENU, "投诉")).isEqualTo("投诉");
    }
    assertThat(funAsr.connections).hasValue(2);

    try (SpeechRecognizer hers = speech.forCall(call("cmn"))) {
      assertThat(hears(hers, FREE, "漏水")).isEqualTo("漏水");
      assertThat(hears(hers, MENU, "投诉")).isEqualTo("node:投诉");
    }
    assertThat(vosk.connections).hasValue(1);

    try (SpeechRecognizer hers = speech.forCall(call("hak"))) {
      assertThat(hears(hers, FREE, "漏水")).as("left to this node").isEqualTo("node:漏水");
    }
    assertThat(hears(speech, RECORDING, "漏水")).isEqualTo("漏水");
    assertThat(hears(speech.forDialect("yue"), RECORDING, "漏水")).isEqualTo("漏水");
    assertThat(funAsr.connections).hasValue(4);
    assertThat(speech.recordingEngine()).isEqualTo("FunASR cantonese");
  }

  @Test
  void fromTheNextAnswerOnHerDialectsEngineHears() {
    try (SpeechRecognizer hers = speech.forCall(call("cmn"))) {
      hers.speaks("yue");
      assertThat(hears(hers, FREE, "部电梯坏咗")).isEqualTo("部电梯坏咗");
      assertThat(funAsr.connections).hasValue(1);

      hers.speaks("");
      assertThat(hears(hers, FREE, "漏水")).isEqualTo("漏水");
      assertThat(vosk.connections).hasValue(1);
    }
  }

  @Test
  void enginesOfOtherDialectsHearTheSameToCompare() {
    try (SpeechRecognizer hers = speech.forCall(call("cmn"))) {
      assertThat(hers.beginOthers(MENU)).extracting(Ear::dialect).containsExactly("yue");
      assertThat(hers.beginOthers(SPOTTING)).isEmpty();

      Ear ear = hers.beginOthers(FREE).get(0);
      try (Recognition cantonese = ear.recognition()) {
        cantonese.accept(Spoken.of("部电梯坏咗"));
        assertThat(cantonese.finish(Duration.ofSeconds(5)).text()).isEqualTo("部电梯坏咗");

        funAsr.fault = TestSpeechServer.Fault.CUT;
        cantonese.accept(Spoken.of("漏水"));
        assertThat(cantonese.finish(Duration.ofSeconds(5)).inTime()).isFalse();
      }
      assertThat(hers.beginOthers(FREE)).as("its only server rests").isEmpty();
      assertThat(node.begun).as("this node stands in for none of them").isEmpty();
    }
    try (SpeechRecognizer hers = speech.forCall(call("yue"))) {
      assertThat(hers.beginOthers(FREE)).as("everybody's engine is no dialect's").isEmpty();
    }
  }

  @Test
  void whoHeardARecordingIsTold() {
    try (Recognition recognition = speech.begin(RECORDING, partial -> {}).orElseThrow()) {
      recognition.accept(Spoken.of("漏水"));
      recognition.finish(Duration.ofSeconds(5));
      assertThat(recognition.byStandIn()).isFalse();

      funAsr.fault = TestSpeechServer.Fault.CUT;
      recognition.accept(Spoken.of("漏水"));
      assertThat(recognition.finish(Duration.ofSeconds(5)).text()).isEqualTo("node:漏水");
      assertThat(recognition.byStandIn()).isTrue();
    }
    try (Recognition recognition = speech.begin(RECORDING, partial -> {}).orElseThrow()) {
      assertThat(recognition.byStandIn()).as("its only server rests").isTrue();
    }
    assertThat(speech.forDialect("hak").recordingEngine()).isEqualTo("FunASR cantonese");
  }

  @Test
  void emergenciesAreSpottedByThisNodeAlone() {
    try (SpeechRecognizer hers = speech.forCall(call("yue"))) {
      assertThat(hears(hers, SPOTTING, "着火")).isEqualTo("node:着火");
    }
    assertThat(funAsr.connections).hasValue(0);
  }

  @Test
  void theStatusNamesEveryEngineAndHowItIs() {
    assertThat(speech.status().description())
        .contains("this node", "vosk-server mandarin", "FunASR cantonese", "正常");

    node.available = false;
    assertThat(speech.status().available()).as("servers are enough").isTrue();
    vosk.fault = TestSpeechServer.Fault.WEB_PAGE;
    try (Recognition recognition = speech.begin(FREE, partial -> {}).orElseThrow()) {
      recognition.accept(Spoken.of("漏水"));
      assertThat(recognition.finish(Duration.ofSeconds(5)).inTime()).isFalse();
    }
    assertThat(speech.status().description()).contains("故障");
    assertThat(speech.begin(FREE, partial -> {})).isEmpty();
  }
}
