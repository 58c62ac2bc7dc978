package cn.wuye.hotline.backend.survey.sms;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.backend.survey.Satisfaction;
import cn.wuye.hotline.ivr.port.Solved;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyWordsTest {
  private final ReplyWords words = new ReplyWords();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 | SOLVED",
        "１ | SOLVED",
        "① | SOLVED",
        "1。 | SOLVED",
        "1已解决 | SOLVED",
        "1、修好了 | SOLVED",
        "1. 好了，谢谢 | SOLVED",
        "解决了 | SOLVED",
        "修好了，谢谢你们 | SOLVED",
        "是的 | SOLVED",
        "2 | NOT_SOLVED",
        "2 还漏水 | NOT_SOLVED",
        "2还漏水 | NOT_SOLVED",
        "２，根本没人来 | NOT_SOLVED",
        "没修好，还在漏 | NOT_SOLVED",
        "没有解决 | NOT_SOLVED",
        "还没 | NOT_SOLVED",
        "3 | PARTLY",
        "3 厨房修好了，厕所没修 | PARTLY",
        "部分解决 | PARTLY"
      })
  void keysAndWordsTellWhetherItIsSolved(String text, Solved expected) {
    Reading reading = words.read(text);

    assertThat(reading.solved()).contains(expected);
    assertThat(reading.person()).as("a person").isFalse();
    assertThat(reading.declined()).isFalse();
    assertThat(reading.courtesy()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "5分 | VERY_SATISFIED",
        "５ 分 | VERY_SATISFIED",
        "5 | VERY_SATISFIED",
        "4 | SATISFIED",
        "3分 | FAIR",
        "1分 | VERY_DISSATISFIED",
        "非常满意 | VERY_SATISFIED",
        "不满意 | DISSATISFIED"
      })
  void aScoreIsNoKey(String text, Satisfaction expected) {
    Reading reading = words.read(text);

    assertThat(reading.satisfaction()).contains(expected);
    assertThat(reading.solved()).isEmpty();
    assertThat(reading.person()).isFalse();
  }

  @Test
  void whatIsSaidBesidesIsKeptAndBothCount() {
    Reading both = words.read("1 非常满意");
    assertThat(both.solved()).contains(Solved.SOLVED);
    assertThat(both.satisfaction()).contains(Satisfaction.VERY_SATISFIED);
    assertThat(both.comment()).isEqualTo("1 非常满意");

    assertThat(words.read("1").comment()).isEmpty();
    assertThat(words.read("没修好，还在漏").comment()).isEqualTo("没修好，还在漏");
    assertThat(words.read("解决了，5分").solved()).contains(Solved.SOLVED);
  }

  /** Numbers of things, contradictions, and what nobody can read. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "2号楼的灯什么时候修",
        "3天了",
        "1 没有修好",
        "2 已经修好了",
        "15",
        "0",
        "请给我打电话",
        "你们是谁？",
        "？",
        "1 已解决 2 未解决 3 部分解决"
      })
  void whatCannotBeReadIsForAPerson(String text) {
    Reading reading = words.read(text);

    assertThat(reading.person()).isTrue();
    assertThat(reading.solved()).isEmpty();
    assertThat(reading.comment()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1 另外楼道的灯坏了", "1 就是太慢了", "修好了，顺便说一下门禁坏了"})
  void whoHasMoreToSayIsPhoned(String text) {
    Reading reading = words.read(text);

    assertThat(reading.solved()).contains(Solved.SOLVED);
    assertThat(reading.person()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"TD", "td", "ＴＤ", "T", "退订", "退订。"})
  void whoWantsNoMoreIsBelieved(String text) {
    Reading reading = words.read(text);

    assertThat(reading.declined()).isTrue();
    assertThat(reading.person()).isFalse();
    assertThat(reading.harmless()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"谢谢", "好的，谢谢！", "收到", "嗯嗯", "OK", "👍", "辛苦了"})
  void thanksAnswerNothing(String text) {
    assertThat(words.read(text).courtesy()).isTrue();
  }

  @Test
  void onlyWhatAsksForNothingIsHarmless() {
    assertThat(words.read("1").harmless()).isTrue();
    assertThat(words.read("非常满意").harmless()).isTrue();
    assertThat(words.read("1 不满意").harmless()).isFalse();
    assertThat(words.read("2").harmless()).isFalse();
    assertThat(words.read("请给我打电话").harmless()).isFalse();
  }
}
