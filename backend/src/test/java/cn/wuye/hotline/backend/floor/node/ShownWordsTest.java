package cn.wuye.hotline.backend.floor.node;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShownWordsTest {
  @ParameterizedTest
  @CsvSource({
    "我的电话是13800000001谢谢, 我的电话是138****0001谢谢",
    "打一三八零零零零零零零一, 打一三八****",
    "打幺三八 零零零零, '打幺三八 ****'",
    "'打一三八，零零零零，零零零一', '打一三八，****'",
    "'打138，0000，0001', '打138，****'",
    "二单元 / 一二零三室, 二单元 / 一二零三室",
    // Only begun: it is being said.
    "电话13800, 电话138****",
    "三号楼二单元1203室, 三号楼二单元1203室",
    "二零二六年修过, 二零二六年修过",
  })
  void noNumberIsReadByOthersNotEvenOneThatIsBeingSaid(String said, String shown) {
    assertThat(ShownWords.of(said)).isEqualTo(shown);
  }

  @Test
  void ofALongTextTheEndIsShown() {
    assertThat(ShownWords.ending("电梯停在三楼", 4)).isEqualTo("…在三楼");
    assertThat(ShownWords.ending("电梯停在三楼", 6)).isEqualTo("电梯停在三楼");
    assertThat(ShownWords.ending("着火🔥了", 3)).isEqualTo("…🔥了");
  }
}
