package cn.wuye.hotline.backend.survey.progress;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordCutterTest {
  private final WordCutter cutter = new WordCutter();

  @Test
  void whatIsWrongIsKeptAndWhatSaysNothingIsNot() {
    assertThat(cutter.words("楼道还是漏水，物业的态度很差，没有解决"))
        .contains("楼道", "漏水", "物业", "态度", "差")
        .doesNotContain("还是", "的", "很", "没有", "解决", "，");
  }

  @Test
  void wordsOfTheTradeAreKeptTogether() {
    assertThat(cutter.words("客服不接电话，门禁坏了，物业费白交，空气开关跳闸"))
        .contains("客服", "门禁", "物业费", "空气开关", "跳闸")
        .doesNotContain("物业", "空气");
  }

  @Test
  void whatIsWrongWithAThingIsAWord() {
    assertThat(cutter.words("水龙头还在滴水，窗户关不上，楼道灯不亮，墙面开裂发霉")).contains("滴水", "关不上", "不亮", "开裂", "发霉");
  }

  @Test
  void blanksOfARecogniserAndTraditionalCharactersDoNotMatter() {
    assertThat(cutter.words("电 梯 又 停 了")).contains("电梯");
    assertThat(cutter.words("電梯又停了")).contains("电梯");
  }

  @Test
  void numbersAndNothingAreNoWords() {
    assertThat(cutter.words("")).isEmpty();
    assertThat(cutter.words("12345 ！？")).isEmpty();
  }
}
