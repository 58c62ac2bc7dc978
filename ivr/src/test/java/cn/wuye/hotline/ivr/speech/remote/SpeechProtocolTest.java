package cn.wuye.hotline.ivr.speech.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.wuye.hotline.ivr.speech.Recognized;
import cn.wuye.hotline.ivr.speech.SpeechRecognizer.Recognition;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each protocol as it is documented. */
class SpeechProtocolTest extends SpeechServersCase {
  SpeechProtocolTest() {
    answer = Duration.ofSeconds(10);
    budget = Duration.ofSeconds(20);
  }

  @Test
  void voskServerHearsFreeSpeechInPiecesWithPartialResults() {
    TestSpeechServer server = vosk();
    RemoteEngine engine = engine(SpeechProtocol.VOSK_SERVER, server.address());

    try (Recognition recognition = begin(engine, FREE)) {
      sayAndWait(recognition, "电梯坏了，");
      await().untilAsserted(() -> assertThat(partials).contains("电梯坏了"));
      sayAndWait(recognition, "很急");
      await().untilAsserted(() -> assertThat(partials).contains("电梯坏了，很急"));
      Recognized heard = recognition.finish(budget);
      assertThat(heard.text()).isEqualTo("电梯坏了，很急");
      assertThat(heard.confidence()).isBetween(0.9, 0.96);
      assertThat(heard.inTime()).isTrue();

      say(recognition, "谢谢");
      assertThat(recognition.finish(budget).text()).as("another utterance").isEqualTo("谢谢");
    }

    assertThat(server.texts.get(0))
        .contains("\"config\"", "\"sample_rate\":8000", "\"words\":true")
        .doesNotContain("phrase_list");
    assertThat(server.connections).hasValue(2);
    await().untilAsserted(() -> assertThat(server.open).hasValue(0));
    assertThat(node.begun).isEmpty();
  }

  @Test
  void voskServerHearsAChoiceAsItIsWritten() {
    TestSpeechServer server = vosk();

    Recognized heard =
        hears(engine(SpeechProtocol.VOSK_SERVER, true, 10, server.address()), MENU, "转人工");

    assertThat(heard.text()).isEqualTo("转人工");
    assertThat(server.texts.get(0)).contains("\"phrase_list\":[", "\"转 人 工\"", "\"[unk]\"");
    assertThat(hears(engine(SpeechProtocol.VOSK_SERVER, server.address()), MENU, "今天天气不错").text())
        .as("something else")
        .isEmpty();
  }

  @Test
  void funAsrReplacesRunningTextByTheSecondPass() {
    TestSpeechServer server = funAsr(false, "");
    RemoteEngine engine = engine(SpeechProtocol.FUNASR, server.address());

    Recognized heard = hears(engine, FREE, "电梯坏了，三号楼");

    assertThat(heard.text()).isEqualTo("电梯坏了，三号楼");
    assertThat(heard.inTime()).isTrue();
    assertThat(partials).contains("电提坏了");
    assertThat(server.texts.get(0))
        .contains(
            "\"mode\":\"2pass\"",
            "\"audio_fs\":8000",
            "\"wav_format\":\"pcm\"",
            "\"is_speaking\":true",
            "\"chunk_size\":[5,10,5]")
        .doesNotContain("hotwords");
    assertThat(server.texts.get(1)).isEqualTo("{\"is_speaking\":false}");
    assertThat(node.begun).isEmpty();
  }

  @Test
  void funAsrIsToldThePhrasesOfAChoiceAndItsPunctuationDoesNotCount() {
    TestSpeechServer server = funAsr(false, "");

    assertThat(hears(engine(SpeechProtocol.FUNASR, server.address()), MENU, "转人工").text())
        .isEqualTo("转人工");
    assertThat(server.texts.get(0))
        .contains("\"hotwords\":\"{", "\\\"转人工\\\":20")
        .doesNotContain("[unk]");
  }

  @Test
  void tagsOfSenseVoiceAndMarksOfThePythonServerAreUnderstood() {
    TestSpeechServer server = funAsr(true, "<|yue|><|NEUTRAL|><|Speech|>");

    assertThat(hears(engine(SpeechProtocol.FUNASR, server.address()), FREE, "部电梯坏咗，好急").text())
        .isEqualTo("部电梯坏咗，好急");
  }

  @Test
  void marksAreTakenForWhatTheServerMeansByThem() {
    for (boolean python : List.of(true, false)) {
      TestSpeechServer server = funAsr(python, "");
      partials.clear();
      try (Recognition recognition = begin(engine(SpeechProtocol.FUNASR, server.address()), FREE)) {
        sayAndWait(recognition, "漏水了，");
        await().until(() -> !partials.isEmpty());
        say(recognition, "很急，快来");

        assertThat(recognition.finish(budget).text()).isEqualTo("漏水了，很急，快来");
      }
    }
  }

  @Test
  void silenceIsHeardAsNothing() {
    TestSpeechServer server = funAsr(false, "");
    RemoteEngine engine = engine(SpeechProtocol.FUNASR, server.address());
    try (Recognition recognition = begin(engine, FREE)) {
      recognition.accept(new byte[320]);

      assertThat(recognition.finish(budget)).isEqualTo(new Recognized("", 0, true));
      assertThat(recognition.finish(budget)).as("nobody spoke").isEqualTo(Recognized.NOTHING);
    }
  }
}
