package cn.wuye.hotline.ivr.intent;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.ivr.dialect.AccentRule;
import cn.wuye.hotline.ivr.dialect.Dialect;
import cn.wuye.hotline.ivr.dialect.DialectPhrase;
import cn.wuye.hotline.ivr.dialect.Dialects;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DialectUnderstandingTest {
  private static final EmergencyWords WORDS = EmergencyWords.shipped();
  private static final IntentReader READER = IntentReader.shipped(WORDS);

  @Test
  void everyTopicOfAComplaintIsKnown() {
    assertThat(Dialects.shipped().all())
        .flatExtracting(Dialect::complaints)
        .extracting(DialectPhrase::meaning)
        .isSubsetOf(READER.topics());
  }

  @Test
  void complaintsAreUnderstoodAsTheyAreSaid() {
    List<String> wrong = new ArrayList<>();
    int all = 0;
    for (Dialect dialect : Dialects.shipped().all()) {
      for (DialectPhrase phrase : dialect.complaints()) {
        all++;
        String read =
            READER
                .read(phrase.text())
                .map(intent -> intent.category() + "/" + intent.subcategory())
                .orElse("nothing");
        if (!read.equals(phrase.meaning())) {
          wrong.add(dialect.code() + " " + phrase.text() + " → " + read);
        }
      }
    }

    // A few say too little by themselves: 手腳好慢, 水盡細.
    assertThat(wrong).hasSizeLessThanOrEqualTo(all / 30);
  }

  @Test
  void dangerIsHeardInEveryDialectAlsoInMidSentence() {
    assertThat(Dialects.shipped().all())
        .flatExtracting(Dialect::emergencies)
        .allSatisfy(
            phrase ->
                assertThat(WORDS.find(phrase.text()))
                    .hasValueSatisfying(
                        danger ->
                            assertThat(danger.group().code())
                                .as(phrase.text())
                                .isEqualTo(phrase.meaning())));
  }

  @Test
  void ordinaryComplaintsInDialectsRaiseNoAlarm() {
    assertThat(Dialects.shipped().all())
        .flatExtracting(Dialect::complaints)
        .extracting(DialectPhrase::text)
        .filteredOn(text -> WORDS.find(text).isPresent())
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"zhang, zan", "nei, lei", "huang, fan", "hui, fei", "ring, lin", "sheng, sen"})
  void anAccentFoldsSounds(String syllable, String folded) {
    assertThat(Accent.shipped().fold(syllable)).isEqualTo(folded);
  }

  @Test
  void anAccentRuleCanBeSwitchedOff() {
    Accent accent = new Accent(EnumSet.complementOf(EnumSet.of(AccentRule.F_H, AccentRule.N_L)));

    assertThat(accent.fold("hui")).isEqualTo("hui");
    assertThat(accent.fold("nei")).isEqualTo("nei");
    assertThat(accent.fold("zhang")).isEqualTo("zan");
    assertThat(new Accent(Set.of()).fold("zhang")).isEqualTo("zhang");
  }
}
