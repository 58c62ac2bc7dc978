package cn.wuye.hotline.ivr.intent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmergencyWordsTest {
  private static final EmergencyWords WORDS = EmergencyWords.shipped();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "电梯里有人被困住了",
        "我被困在电梯里了",
        "电梯里困了三个人",
        "喂我家老头子关在电梯里面了出不来了",
        "电梯卡住了人还在里面",
        "厨房水管爆裂了",
        "我们这里爆管了水到处都是",
        "楼上着火了",
        "楼上找火了",
        "楼道里冒烟",
        "楼道里有煤气味",
        "厨房里煤气的味道很大",
        "天然气好像漏了",
        "有人触电了快来救命",
        "路灯漏电",
        "不得了了快来救人",
        "没人管着火了",
        "没有人管啊着火了快来",
        "有老人晕倒在楼道里",
        "有人拿着刀在楼下",
        "昨天就着火了今天又着火了",
        "孩子卡在电梯门那里了",
        "水管去年爆过现在又爆了",
        "有人畀𨋢困住咗",
        "隔籬屋火燭呀",
        "家里没有人突然着火了",
        "[unk] 困在 [unk]",
        "电视上说明天降温我家着火了",
        "我正在看新闻里说的事厨房突然着火了",
        "听说楼上着火了",
        "听说我们小区着火了",
        "电视里冒烟了",
        "要是再没人管我就自杀",
        "如果你们不来我就跳楼你们看怎么办",
        "我担心他想不开",
        "怕他拿刀砍人",
        "再不修我就不想活了",
        "着火的那栋楼里还有人",
        "我也说不准着火了还是什么",
        "楼上火势很大",
        "我家着火了怎么办",
        "厨房起火怎么办",
        "着火了怎么办",
        "着火了往哪跑",
      })
  void hearsDanger(String text) {
    assertThat(WORDS.spotted(text)).as(text).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "没有人困在电梯里，就是灯不亮",
        "没有人困在电梯里就是灯不亮",
        "孩子困了想睡觉",
        "我很困",
        "老人走路很困难",
        "上次着火以后墙就没有刷过",
        "楼道里堆了纸箱怕着火",
        "电动车在楼道充电容易引起火灾",
        "消防演习什么时候搞",
        "没有闻到煤气味",
        "不是着火",
        "去年电梯困过人",
        "你们别出点问题就推来推去",
        "我要报管理处",
        "漏电保护开关跳了",
        "他是我的救命恩人",
        "昨天看了一场电影",
        "今天天气真好",
        "电梯坏了",
        "三号楼的电梯又坏了",
        "物业费太贵了",
        "家里停电了",
        "楼上漏水漏到我家了",
        "有火灾隐患",
        "电视里在放新闻",
        "电梯以前困过人",
        "要是半夜着火了该打哪个电话",
        "电视上说电动车着火了",
        "水管报修好几天了",
        "家里水龙头坏了",
        "大门不关啥人都好进来",
        "打过电话了",
        "我带电动车进来",
        "听说隔壁小区着火了",
        "新闻里说有个小区着火烧了三家",
        "要是着火了怎么办",
        "说不准哪天着火",
        "着火的那天你们就没来",
        "这几天急得上火",
        "井盖没了万一孩子掉进去怎么办",
        "没有人要跳楼",
      })
  void isNotAlarmedByOtherThings(String text) {
    assertThat(WORDS.spotted(text)).as(text).isEmpty();
  }

  @Test
  void knowsADenialFromHavingNothingToDoWithIt() {
    assertThat(WORDS.denied("没有人困在电梯里")).isTrue();
    assertThat(WORDS.denied("今天天气真好")).isFalse();
    assertThat(WORDS.denied("着火了")).isFalse();
  }

  @Test
  void givesTheSpotterPlainPhrasesAndDecoys() {
    assertThat(WORDS.phrases())
        .contains("着火", "煤气味", "困了想睡", "没有人困在")
        .doesNotContain("电梯*困")
        .allMatch(phrase -> phrase.matches("\\p{IsHan}+"));
  }

  @Test
  void saysWhatKindOfDangerItIs() {
    assertThat(WORDS.find("楼道里有煤气味").orElseThrow().intent())
        .isEqualTo(new Intent("repair", "security", "fire-hazard", "emergency", 1));
  }
}
