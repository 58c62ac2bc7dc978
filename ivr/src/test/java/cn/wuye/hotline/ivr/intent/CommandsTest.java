package cn.wuye.hotline.ivr.intent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandsTest {
  private final Commands commands = Commands.shipped();

  /** 人工服 sounds like 人工湖 where f and h are one. */
  @ParameterizedTest
  @ValueSource(strings = {"人工", "转人工", "人工服务", "人工服务。"})
  void whoSaysNothingButThatWantsAPerson(String said) {
    assertThat(commands.wantsPerson(said)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"人工湖", "人工湖很脏", "客服态度不好", "人工费太贵"})
  void whatOnlyBeginsAlikeIsNoWish(String said) {
    assertThat(commands.wantsPerson(said)).isFalse();
  }
}
