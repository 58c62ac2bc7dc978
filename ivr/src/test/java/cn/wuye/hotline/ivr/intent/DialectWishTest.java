package cn.wuye.hotline.ivr.intent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DialectWishTest {
  private final Commands commands = Commands.shipped();

  @ParameterizedTest
  @CsvSource({
    "广东话, yue",
    "讲广东话, yue",
    "我想讲廣東話, yue",
    "请说粤语, yue",
    "我不会说普通话我讲四川话, cmn-SC",
    "我听不懂普通话说上海话可以吗, wuu",
    "你们有没有人会讲闽南语的, nan",
    "喂你好我讲客家话的, hak",
    "换普通话, cmn",
    "能不能讲广东话, yue",
    "你会不会说粤语, yue",
    "普通话我不会说我讲四川话, cmn-SC",
    "讲广东话不会说普通话, yue",
  })
  void whoSaysTheNameOfADialectWantsIt(String said, String code) {
    assertThat(commands.wantsDialect(said)).contains(code);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "保安听不懂上海话态度很差",
        "保安骂我不会说普通话",
        "我不会说普通话",
        "广东话我听不懂",
        "普通话不太会讲",
        "电梯坏了",
        "客家话剧社晚上太吵了",
        "楼上天天放广东话的歌吵得睡不着",
        "人工",
        ""
      })
  void aComplaintIsNoWish(String said) {
    assertThat(commands.wantsDialect(said)).isEmpty();
  }
}
