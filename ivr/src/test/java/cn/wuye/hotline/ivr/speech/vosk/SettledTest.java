package cn.wuye.hotline.ivr.speech.vosk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SettledTest {
  @Test
  void aWordCountsWhenItHasStoodLongEnough() {
    Settled settled = new Settled(3);
    assertThat(settled.of("电动车")).isEmpty();
    assertThat(settled.of("电动车 被困")).isEmpty();
    assertThat(settled.of("电动车 被困")).isEqualTo("电动车");
    assertThat(settled.of("电动车 被 人")).isEqualTo("电动车");
    assertThat(settled.of("电动车 被 人 偷")).isEqualTo("电动车");
    assertThat(settled.of("电动车 被 人 偷")).isEqualTo("电动车 被 人");
  }

  @Test
  void partOfAWordIsNotThatWord() {
    Settled settled = new Settled(2);
    settled.of("水管 爆");
    assertThat(settled.of("水管 爆裂")).isEqualTo("水管");
  }

  @Test
  void onceIsAtOnce() {
    assertThat(new Settled(1).of("着火")).isEqualTo("着火");
  }

  @Test
  void anotherUtteranceBeginsAnew() {
    Settled settled = new Settled(2);
    settled.of("着火");
    settled.forget();
    assertThat(settled.of("着火")).isEmpty();
  }
}
