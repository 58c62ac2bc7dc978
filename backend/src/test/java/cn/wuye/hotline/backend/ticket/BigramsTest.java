package cn.wuye.hotline.backend.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BigramsTest {
  @Test
  void neighboursBecomeWordsAndTheLastCharacterOneOfItsOwn() {
    assertThat(Bigrams.words("漏水了")).isEqualTo("u06f0fu06c34 u06c34u04e86 u04e86");
  }

  @Test
  void blanksAndPunctuationEndARun() {
    assertThat(Bigrams.words("a，b")).isEqualTo("u00061 u00062");
    assertThat(Bigrams.words("，。 \n")).isEmpty();
  }

  @Test
  void caseIsIgnoredAndRareCharactersStayWhole() {
    assertThat(Bigrams.words("LIFT")).isEqualTo(Bigrams.words("lift"));
    assertThat(Bigrams.words("𠮷")).isEqualTo("u20bb7");
  }

  @Test
  void aQueryWantsAllPairs() {
    assertThat(Bigrams.query("漏水 了")).isEqualTo("+u06f0fu06c34 +u04e86*");
    assertThat(Bigrams.query("%_+-*\"()")).isEmpty();
  }
}
