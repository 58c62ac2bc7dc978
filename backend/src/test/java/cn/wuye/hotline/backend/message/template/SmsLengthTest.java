package cn.wuye.hotline.backend.message.template;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmsLengthTest {
  @ParameterizedTest
  @CsvSource({"70,70,1", "71,71,2", "134,134,2", "135,135,3"})
  void chineseCharactersMakeAllOfThemWide(int length, int characters, int segments) {
    assertThat(SmsLength.of("梯".repeat(length))).isEqualTo(new SmsLength(characters, segments));
    assertThat(SmsLength.of("a".repeat(length - 1) + "梯").segments()).isEqualTo(segments);
  }

  @ParameterizedTest
  @CsvSource({"160,1", "161,2", "306,2", "307,3"})
  void plainLettersAreNarrow(int length, int segments) {
    assertThat(SmsLength.of("a".repeat(length)).segments()).isEqualTo(segments);
  }

  @Test
  void someSignsCountTwice() {
    assertThat(SmsLength.of("[€]")).isEqualTo(new SmsLength(6, 1));
    assertThat(SmsLength.of("🛗")).isEqualTo(new SmsLength(2, 1));
  }
}
