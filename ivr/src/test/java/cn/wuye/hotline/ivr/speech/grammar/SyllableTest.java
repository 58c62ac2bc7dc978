package cn.wuye.hotline.ivr.speech.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SyllableTest {
  @ParameterizedTest
  @CsvSource({
    "zhuang, zh, uang", "you, '', iou", "liu, l, iou", "yi, '', i", "yuan, '', van", "jue, j, ve",
    "nü, n, v", "wen, '', uen", "dun, d, uen", "wu, '', u", "er, '', er", "yong, '', iong"
  })
  void spellingIsMadeRegular(String pinyin, String initial, String rime) {
    assertThat(Syllable.of(pinyin)).isEqualTo(new Syllable(initial, rime));
  }

  @Test
  void readingsDependOnTheWord() {
    assertThat(Pinyin.of("着火")).first().isEqualTo(new Syllable("zh", "ao"));
    assertThat(Pinyin.of("睡觉")).last().isEqualTo(new Syllable("j", "iao"));
    assertThat(Pinyin.of("A 座，你好!")).hasSize(3);
  }

  @Test
  void accentsAreNearAndStrangersFar() {
    assertThat(distance("四号楼", "是号楼")).isLessThan(0.1);
    assertThat(distance("南山", "兰山")).isLessThan(0.1);
    assertThat(distance("满意", "电梯")).isGreaterThan(0.5);
    assertThat(distance("满意", "满意")).isZero();
    assertThat(distance("不满意", "满意")).isBetween(0.3, 0.4);
  }

  private static double distance(String one, String other) {
    return SyllableDistance.between(Pinyin.of(one), Pinyin.of(other));
  }

  @Test
  void nothingIsAsFarAsCanBe() {
    assertThat(SyllableDistance.between(List.of(), Pinyin.of("对"))).isEqualTo(1);
    assertThat(SyllableDistance.between(List.of(), List.of())).isZero();
  }
}
