package cn.wuye.hotline.ivr.speech.vosk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.wuye.hotline.ivr.speech.grammar.Hypothesis;
import org.junit.jupiter.api.Test;

/** On texts captured from libvosk 0.3.45. */
class VoskJsonTest {
  @Test
  void wordsHaveTimesAndConfidences() {
    Hypothesis heard =
        VoskJson.readings(
                """
                {
                  "result" : [{
                      "conf" : 1.000000,
                      "end" : 0.630000,
                      "start" : 0.210000,
                      "word" : "电梯"
                    }, {
                      "conf" : 0.500000,
                      "end" : 1.050000,
                      "start" : 0.630000,
                      "word" : "[unk]"
                    }],
                  "text" : "电梯 [unk]"
                }
                """)
            .get(0);
    assertThat(heard.text()).isEqualTo("电梯");
    assertThat(heard.confidence()).isEqualTo(0.5);
  }

  /** Chords that the Mandarin test model hears last so long. */
  @Test
  void aSyllableThatLastsLongerThanAnybodySpeaksIsNone() {
    Hypothesis heard =
        VoskJson.readings(
                """
                {"result" : [
                  {"conf" : 1.0, "start" : 0.0, "end" : 14.0, "word" : "不"},
                  {"conf" : 1.0, "start" : 14.0, "end" : 15.4, "word" : "对"},
                  {"conf" : 1.0, "start" : 15.4, "end" : 18.2, "word" : "电梯"}],
                 "text" : "不 对 电梯"}
                """)
            .get(0);
    assertThat(heard.text()).isEqualTo("对电梯");
    assertThat(heard.confidence()).isLessThan(0.4);
  }

  @Test
  void alternativesAreReadings() {
    assertThat(
            VoskJson.readings(
                """
                {"alternatives" : [{ "confidence" : 245.6, "text" : "뎬 티" }, { "confidence" : 245.1, "text" : "" }] }
                """))
        .extracting(Hypothesis::text)
        .containsExactly("뎬티", "");
  }

  @Test
  void nothingIsNothing() {
    assertThat(VoskJson.readings("{\"text\" : \"\"}")).containsExactly(Hypothesis.NOTHING);
    assertThat(VoskJson.partial("{\"text\" : \"\"}")).isEmpty();
    assertThat(VoskJson.partial("{\"partial\" : \"电梯 坏\"}")).isEqualTo("电梯 坏");
  }

  @Test
  void garbageIsAFailureOfTheLibrary() {
    assertThatThrownBy(() -> VoskJson.readings("<html>")).isInstanceOf(NativeFailure.class);
  }
}
