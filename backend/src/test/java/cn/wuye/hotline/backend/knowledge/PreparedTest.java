package cn.wuye.hotline.backend.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What answers what people say. */
class PreparedTest {
  private static final Prepared FEE = article("物业费怎么交", "缴费 交钱 管理费", "物业费按季度交，可以刷卡或交现金。");
  private static final Prepared LIFT = article("电梯坏了或者困人怎么办", "电梯 困人", "请不要扒门。");
  private static final Prepared WATER = article("停水", "", "提前 24 小时发短信，请存水。");

  @ParameterizedTest
  @CsvSource({"我想问一下物业费在哪里交啊", "我要缴费", "請問物業費怎麼交", "管理费是多少", "物业费", "现金", "费", "季度 刷卡"})
  void theFeeIsAskedForInManyWays(String said) {
    assertThat(FEE.points(Asked.of(said))).isPositive();
  }

  @ParameterizedTest
  @CsvSource({"三号楼的电梯又坏了", "物业的态度不好", "电费怎么交", "请问怎么办", "小狗丢了", "'，。'"})
  void whatIsAboutSomethingElseIsNotAnsweredByIt(String said) {
    assertThat(FEE.points(Asked.of(said))).isZero();
  }

  @Test
  void aQuestionOfOneWordIsFoundByIt() {
    assertThat(WATER.points(Asked.of("怎么又停水了呀"))).isPositive();
    assertThat(WATER.points(Asked.of("水费太贵"))).isZero();
  }

  @Test
  void whoSaysMoreOfItGetsMorePoints() {
    assertThat(LIFT.points(Asked.of("电梯困人了"))).isGreaterThan(LIFT.points(Asked.of("电梯又坏了，楼道灯也不亮")));
    assertThat(LIFT.points(Asked.of("电梯又坏了，楼道灯也不亮"))).isPositive();
  }

  @Test
  void aVeryLongTextIsComparedInAMoment() {
    assertThat(FEE.points(Asked.of("物业费怎么交".repeat(10_000)))).isPositive();
  }

  private static Prepared article(String title, String words, String answer) {
    return Prepared.of(
        new Article(
            1,
            0,
            new Entry(title, answer, words, "", "", List.of(), null, null),
            false,
            "test",
            Instant.EPOCH));
  }
}
