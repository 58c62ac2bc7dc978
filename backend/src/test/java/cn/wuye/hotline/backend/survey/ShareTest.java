package cn.wuye.hotline.backend.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShareTest {
  @ParameterizedTest
  @CsvSource({"0, 0", "1, 1", "4, 4", "0, 4"})
  void ofFewerThanFiveAnswersNothingIsTold(long part, long of) {
    assertThat(new Share(part, of).percent()).isEmpty();
    assertThat(Share.mean(400, of)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"0, 5, 0", "5, 5, 100", "2, 5, 40", "1, 8, 13", "1, 1000, 1", "999, 1000, 99"})
  void fromFiveOnItIsRoundedAndNeverToAllOrNone(long part, long of, int percent) {
    assertThat(new Share(part, of).percent()).hasValue(percent);
  }

  @Test
  void aMeanIsRounded() {
    assertThat(Share.mean(367, 5)).hasValue(73);
  }

  @Test
  void aPartIsNoMoreThanTheWhole() {
    assertThatThrownBy(() -> new Share(6, 5)).hasMessageContaining("6");
    assertThatThrownBy(() -> new Share(-1, 5)).hasMessageContaining("-1");
  }
}
