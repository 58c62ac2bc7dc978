package cn.wuye.hotline.ivr.correction;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.ivr.evaluation.MisheardEffect;
import cn.wuye.hotline.ivr.intent.EmergencyWords;
import cn.wuye.hotline.ivr.intent.Intent;
import cn.wuye.hotline.ivr.intent.IntentReader;
import cn.wuye.hotline.ivr.intent.LexiconPhrase;
import cn.wuye.hotline.ivr.wording.Wording;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MisheardFormsTest {
  private static final EmergencyWords DANGERS = Wording.shippedEmergencies();
  private static final IntentReader READER = Wording.shippedReader();
  private final MisheardForms forms =
      new MisheardForms(READER.words(), new OrdinaryWords(READER, DANGERS));

  @Test
  void aPhraseThatTwoCallsShowMisheardIsProposedWithWhatItMeans() {
    List<CorrectedText> corrected =
        List.of(
            new CorrectedText("1", "nan", "我家的天花板老追了", "我家的天花板漏水了"),
            new CorrectedText("2", "", "卫生间老追，请来看看", "卫生间漏水，请来看看"),
            new CorrectedText("2", "", "还是老追", "还是漏水"));

    List<MisheardForm> found = forms.in(corrected, 2, MisheardFormsTest::wanted);

    assertThat(found).extracting(MisheardForm::heard).containsExactly("老追");
    assertThat(found.get(0).phrase().phrase()).isEqualTo("漏水");
    assertThat(found.get(0).shownBy()).containsExactly(corrected.get(0), corrected.get(1));
  }

  @Test
  void whatIsAcceptedIsUnderstoodLikeWhatWasSaid() {
    MisheardForm form =
        forms
            .in(
                List.of(new CorrectedText("1", "nan", "厨房老追", "厨房漏水")),
                1,
                MisheardFormsTest::wanted)
            .get(0);
    IntentReader with = READER.with(DANGERS, Set.of(), List.of(form.asPhrase()));

    assertThat(READER.read("这边老追了")).isEmpty();
    assertThat(with.read("这边老追了").map(Intent::subcategory)).isEqualTo(said());
    assertThat(
            new MisheardForms(with.words(), new OrdinaryWords(with, DANGERS))
                .in(
                    List.of(new CorrectedText("1", "nan", "厨房老追", "厨房漏水")),
                    1,
                    MisheardFormsTest::wanted))
        .as("it is not proposed again")
        .isEmpty();
  }

  private static boolean wanted(String heard, String phrase) {
    return false;
  }

  @Test
  void whatIsNotWantedHidesNothingElse() {
    List<CorrectedText> corrected =
        List.of(new CorrectedText("1", "nan", "我家的天花板老追了", "我家的天花板漏水了"));
    List<MisheardForm> found = forms.in(corrected, 1, MisheardFormsTest::wanted);
    String best = found.get(0).phrase().phrase();

    assertThat(forms.in(corrected, 1, (heard, phrase) -> phrase.equals(best)))
        .extracting(each -> each.phrase().phrase())
        .doesNotContain(best);
    assertThat(forms.in(corrected, 1, (heard, phrase) -> !phrase.equals("漏水")))
        .extracting(each -> each.phrase().phrase())
        .containsExactly("漏水");
  }

  private static Optional<String> said() {
    return READER.read("这边漏水了").map(Intent::subcategory);
  }

  @Test
  void dialectWordsAreReadAsStandardOnes() {
    assertThat(
            forms.in(
                List.of(new CorrectedText("1", "yue", "我屋企毛申呀", "我屋企冇電呀")),
                1,
                MisheardFormsTest::wanted))
        .extracting(each -> each.heard() + " " + each.phrase().phrase())
        .containsExactly("毛申 没有电");
  }

  @ParameterizedTest
  @CsvSource({
    "means something else in the lexicon, 我家停电了, 我家漏水了",
    "is an everyday word, 我家今天了, 我家漏水了",
    "is a number, 我家三五了, 我家漏水了",
    "is one syllable, 我家追了, 我家漏水了",
    "is an answer, 我家可以了, 我家漏水了",
    "is part of a danger, 我家被困了, 我家漏水了",
    "stands for a danger, 我家捉获了, 我家着火了",
    "is in a known complaint about something else, 我家广场了, 我家漏水了",
    "was heard right, 我家漏水了, 我家漏水了",
  })
  void isNotProposedWhat(String reason, String heard, String said) {
    assertThat(
            forms.in(
                List.of(new CorrectedText("1", "", heard, said)), 1, MisheardFormsTest::wanted))
        .as(reason)
        .isEmpty();
  }

  @Test
  void whatSomebodySaidAndMeantIsNotProposed() {
    List<CorrectedText> corrected =
        List.of(
            new CorrectedText("1", "", "我家老追了", "我家漏水了"),
            new CorrectedText("2", "", "他们劳追我", "他们老追我"));

    assertThat(forms.in(corrected, 1, MisheardFormsTest::wanted)).isEmpty();
  }

  @Test
  void theTestSetTellsAPhraseThatDoesHarm() {
    assertThat(effect("老追", "facilities", "water-power").falls()).isFalse();
    assertThat(effect("我们", "fees", "management-fee").falls()).isTrue();
  }

  private static MisheardEffect effect(String heard, String category, String subcategory) {
    MisheardForm form =
        new MisheardForm(
            heard, new LexiconPhrase("", List.of(), category, subcategory, 6, "", ""), List.of());
    return MisheardEffect.of(
        READER, READER.with(DANGERS, Set.of(), List.of(form.asPhrase())), form);
  }
}
