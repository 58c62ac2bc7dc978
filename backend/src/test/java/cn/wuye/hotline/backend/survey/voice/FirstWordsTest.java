package cn.wuye.hotline.backend.survey.voice;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.ivr.conversation.Turn;
import cn.wuye.hotline.ivr.conversation.Turn.Kind;
import cn.wuye.hotline.ivr.conversation.Turn.Who;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FirstWordsTest {
  private static final Turn GREETING = turn(Who.HOTLINE, Kind.SAID, "您好，通话会录音。");
  private static final Turn LIFT = words("三号楼的电梯又坏了");
  private static final String TEXT = "三号楼的电梯又坏了，三天没人修";

  private static Turn turn(Who who, Kind kind, String text) {
    return new Turn(who, kind, text, "", Duration.ofSeconds(4), Duration.ofSeconds(7));
  }

  private static Turn words(String text) {
    return turn(Who.CALLER, Kind.WORDS, text);
  }

  private static Optional<String> first(String ticket, Turn... turns) {
    return FirstWords.of(List.of(turns), ticket).map(Turn::text);
  }

  @Test
  void areTheFirstThatSheSaidOfHerMatter() {
    assertThat(first(TEXT, GREETING, LIFT, words("三天没人修"))).contains(LIFT.text());
    assertThat(first("喂，你好，" + TEXT, GREETING, words("喂，你好"), GREETING, words("哎，您好。"), LIFT))
        .as("a greeting tells nothing")
        .contains(LIFT.text());
    assertThat(first(TEXT, GREETING, turn(Who.CALLER, Kind.KEYS, "2"), LIFT)).contains(LIFT.text());
  }

  @Test
  void areNothingWhereSheSaidNothing() {
    assertThat(first(TEXT)).isEmpty();
    assertThat(first(TEXT, GREETING, turn(Who.CALLER, Kind.SILENCE, ""))).isEmpty();
    assertThat(first(TEXT, GREETING, words("喂"))).isEmpty();
  }

  @Test
  void areNothingOnceAPersonWasJoined() {
    assertThat(first(TEXT, GREETING, turn(Who.HOTLINE, Kind.CONNECTED, "王师傅"), LIFT)).isEmpty();
    assertThat(first(TEXT, LIFT, turn(Who.HOTLINE, Kind.CONNECTED, "王师傅"))).isPresent();
  }

  @Test
  void areNothingWhereThereWasAnAlarm() {
    assertThat(first(TEXT, LIFT, turn(Who.CALLER, Kind.EMERGENCY_WORD, "着火了"))).isEmpty();
  }

  @Test
  void areNothingWhereNobodyUnderstoodThem() {
    assertThat(first(TEXT, GREETING, words(""), LIFT)).isEmpty();
  }

  @Test
  void areNothingWhereTheyDoNotStandInTheTicketAnyMore() {
    assertThat(first("电梯故障", GREETING, LIFT)).as("somebody has written it anew").isEmpty();
    assertThat(first(TEXT, GREETING, words("查一下进度"), LIFT)).as("began otherwise").isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "我的电话是13800000001，电梯坏了",
        "我电话一三八零零零零零零零一",
        "打幺三八，零零零零，零零零幺",
        "身份证 3 1 0 1 0 4 1 9",
        "打138****0001找我",
      })
  void areNothingWhereTheyHoldANumberOfHers(String said) {
    assertThat(first(said, GREETING, words(said))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"三号楼二单元五零二漏水", "12号楼1单元1203没有热水", "一二三楼的灯都坏了两三天了"})
  void mayHoldTheNumberOfARoom(String said) {
    assertThat(first(said, GREETING, words(said))).contains(said);
  }
}
