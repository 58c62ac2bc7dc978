package cn.wuye.hotline.ivr.speech.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HangulTest {
  private final Hangul hangul = new Hangul(word -> true);

  @ParameterizedTest
  @CsvSource({
    "电梯坏了, 뎬 티 화 이 러",
    "是的, 스 더",
    "人工, 런 공",
    "漏水, 로 우 쉐 이",
    "问, 원",
    "女儿, 뉘 얼",
    "着火, 자 오 훠"
  })
  void mandarinIsSpelledByEar(String chinese, String syllables) {
    assertThat(hangul.spell(chinese)).contains(List.of(syllables.split(" ", -1)));
  }

  @Test
  void everySyllableOfMandarinHasASpelling() {
    // Every character of GB 2312 level 1, which is sorted by pinyin and holds all common syllables.
    StringBuilder missing = new StringBuilder();
    for (char c = '\u4e00'; c <= '\u9fa5'; c++) {
      String one = String.valueOf(c);
      boolean common =
          java.nio.charset.Charset.forName("GB2312").newEncoder().canEncode(c)
              && !Pinyin.of(one).isEmpty();
      if (common && hangul.spell(one).isEmpty()) {
        missing.append(one).append(Pinyin.of(one)).append(' ');
      }
    }
    // 嗯, 呣 and the like have no vowel.
    assertThat(missing.toString().split(" ", -1).length).as(missing.toString()).isLessThan(8);
  }

  @Test
  void unknownSyllablesOfTheModelAreReported() {
    assertThat(new Hangul(word -> !word.equals("티")).spell("电梯")).isEmpty();
    assertThat(hangul.spell("A座")).isEmpty();
  }

  @Test
  void jamoFallApartAndComeTogether() {
    assertThat(Jamo.syllable('ㄷ', 'ㅖ', 'ㄴ')).isEqualTo('뎬');
    assertThat(Jamo.of("뎬 티")).extracting(Jamo::letter).containsExactly('ㄷ', 'ㅖ', 'ㄴ', 'ㅌ', 'ㅣ');
    assertThat(Jamo.distance(Jamo.of("뎬티"), Jamo.of("덴디"))).isBetween(0.01, 0.2);
    assertThat(Jamo.distance(Jamo.of("뎬티"), Jamo.of("하오"))).isGreaterThan(0.5);
  }
}
