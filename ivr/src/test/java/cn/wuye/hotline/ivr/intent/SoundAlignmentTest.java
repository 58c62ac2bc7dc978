package cn.wuye.hotline.ivr.intent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SoundAlignmentTest {
  @ParameterizedTest
  @CsvSource({
    "as many sounds, 我家楼睡了, 我家漏水了, 2, 4, 楼睡, 2",
    "one more in the middle, 我家漏一水了, 我家漏水了, 2, 4, 漏一水, 0",
    "one less, 我家楼了, 我家漏水了, 2, 4, 楼, 2",
    "more before it, 那个我家楼睡了, 我家漏水了, 2, 4, 楼睡, 2",
    "nothing, '', 漏水, 0, 2, '', 2",
    "punctuation and figures, 3楼，漏水, 三楼漏水, 0, 4, 三楼漏水, 0",
    "dialect words, 我屋企毛申, 我屋企冇電, 3, 6, 毛申, 3",
  })
  void whatAlikeSoundsStandTogether(
      String why, String heard, String said, int from, int to, String inPlace, int misheard) {
    SoundAlignment alignment = SoundAlignment.of(heard, said);

    assertThat(alignment.inPlaceOf(from, to)).as(why).isEqualTo(inPlace);
    assertThat(alignment.misheard(from, to)).as(why).isEqualTo(misheard);
  }
}
