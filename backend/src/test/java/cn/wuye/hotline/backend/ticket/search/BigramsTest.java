package cn.wuye.hotline.backend.ticket.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BigramsTest {

  @Test
  void neighboursBecomeWordsAndTheLastStandsAlone() {
    assertThat(Bigrams.words("漏水了")).containsExactly("u06f0fu06c34", "u06c34u04e86", "u04e86");
    assertThat(Bigrams.words("")).isEmpty();
  }

  @Test
  void charactersBeyondTheBasicPlaneAreOne() {
    assertThat(Bigrams.words("𠮷")).containsExactly("u20bb7");
  }

  @Test
  void aQueryAsksForEveryPairOrABeginning() {
    assertThat(Bigrams.query("漏水")).containsExactly("u06f0fu06c34");
    assertThat(Bigrams.query("了")).containsExactly("u04e86*");
  }
}
