package cn.wuye.hotline.ivr.speech.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.ivr.speech.Recognized;
import cn.wuye.hotline.ivr.speech.Vocabulary;
import java.util.List;
import org.junit.jupiter.api.Test;

class GrammarsTest {
  private static final ModelWords CHINESE =
      word -> word.equals("[unk]") || (word.length() <= 2 && !word.contains("龘") && han(word));
  private static final ModelWords KOREAN = word -> word.codePoints().allMatch(c -> c >= 0xAC00);

  private static boolean han(String word) {
    return word.codePoints().allMatch(Character::isIdeographic);
  }

  private static Grammar choice(String... phrases) {
    return new Grammars(CHINESE).choice(new Vocabulary.Phrases(List.of(phrases))).orElseThrow();
  }

  private static Recognized answer(Grammar grammar, String heard) {
    return grammar.answer(List.of(Hypothesis.of(heard)));
  }

  @Test
  void theLanguageIsSeenFromTheVocabulary() {
    assertThat(new Grammars(CHINESE).language()).isEqualTo(Grammars.Language.CHINESE);
    assertThat(new Grammars(KOREAN).language()).isEqualTo(Grammars.Language.KOREAN);
    assertThat(new Grammars(word -> false).language()).isEqualTo(Grammars.Language.OTHER);
  }

  @Test
  void phrasesAreCutAndGarbageIsAdded() {
    assertThat(choice("电梯坏了", "是的").phrases()).containsExactly("电梯 坏了", "是的", "[unk]");
  }

  @Test
  void whatCannotBeSpelledIsReported() {
    Grammar grammar = choice("电梯坏了", "さくら花园", "☀");
    assertThat(grammar.unspellable()).containsExactly("さくら花园", "☀");
    assertThat(new Grammars(CHINESE).choice(new Vocabulary.Phrases(List.of("さ")))).isEmpty();
  }

  @Test
  void aNameWithAnUnknownCharacterIsSpelledByItsSound() {
    Grammar grammar = choice("龘园里", "阳光花园");
    assertThat(grammar.unspellable()).isEmpty();
    String spelled = grammar.phrases().get(1);
    assertThat(spelled).endsWith("里").doesNotContain("龘");
    assertThat(answer(grammar, spelled).text()).isEqualTo("龘园里");
    assertThat(answer(grammar, "[unk] " + spelled + " [unk]").text()).isEqualTo("龘园里");
  }

  @Test
  void aNameThatIsWrittenSoGoesBeforeOneThatOnlySoundsSo() {
    String spelled = choice("龘园").phrases().get(0);
    Grammar both = choice("龘园", spelled);
    assertThat(answer(both, spelled).text()).isEqualTo(spelled);
  }

  @Test
  void spottedWordsAreNotTakenByTheirSound() {
    Grammars grammars = new Grammars(CHINESE);
    assertThat(
            grammars
                .spotting(new Vocabulary.Spotting(List.of("着火", "龘火")))
                .orElseThrow()
                .unspellable())
        .containsExactly("龘火");
    assertThat(new KnownGrammars(grammars).unspellable(new Vocabulary.Spotting(List.of("龘火"))))
        .containsExactly("龘火");
  }

  @Test
  void theAnswerIsThePhraseAsItWasGiven() {
    assertThat(answer(choice("3号楼", "4号楼"), "三号 楼").text()).isEqualTo("3号楼");
    assertThat(answer(choice("101", "102"), "幺 零 幺").text()).isEqualTo("101");
  }

  @Test
  void aNearlyRightAnswerIsThatPhrase() {
    Recognized heard = answer(choice("不满意", "满意", "一般"), "不 慢 意");
    assertThat(heard.text()).isEqualTo("不满意");
    assertThat(heard.confidence()).isGreaterThan(0.9);
  }

  @Test
  void anythingElseIsNothing() {
    assertThat(answer(choice("是的", "不是"), "[unk]")).isEqualTo(Recognized.NOTHING);
    assertThat(answer(choice("是的", "不是"), "")).isEqualTo(Recognized.NOTHING);
    assertThat(answer(choice("是的", "不是"), "[unk] 的 [unk]")).isEqualTo(Recognized.NOTHING);
    assertThat(answer(choice("我要报修", "满意"), "我要 满")).isEqualTo(Recognized.NOTHING);
  }

  @Test
  void aLongAnswerThatHoldsOnePhraseIsThatPhrase() {
    Grammar estates = choice("阳光花园", "幸福小区");
    assertThat(answer(estates, "[unk] 阳光 花园 [unk] [unk] [unk] [unk] [unk]").text())
        .isEqualTo("阳光花园");
    assertThat(answer(estates, "[unk] 阳光 花园 [unk] 幸福 小区 [unk] [unk]"))
        .isEqualTo(Recognized.NOTHING);
  }

  /** As the Mandarin test model heard them: seconds and confidences are real. */
  @Test
  void twoSyllablesOfASentenceAreNoAnswer() {
    Grammar grammar = choice("是啊", "没有", "取消", "错了");
    assertThat(
            grammar.answer(
                List.of(
                    heard(
                        word("错", 0.33, 1),
                        word("[unk]", 0.87, 1),
                        word("了", 0.15, 1),
                        word("没有", 0.63, 1)))))
        .as("作业写完了没有")
        .isEqualTo(Recognized.NOTHING);
    assertThat(
            grammar.answer(
                List.of(
                    heard(
                        word("是", 0.12, 1),
                        word("啊", 0.15, 1),
                        word("[unk]", 1.32, 1),
                        word("了", 0.24, 0.89)))))
        .as("他在学校当老师")
        .isEqualTo(Recognized.NOTHING);
    assertThat(
            grammar.answer(
                List.of(
                    heard(word("没", 0.21, 0.76), word("取消", 0.63, 0.91), word("[unk]", 1.1, 1)))))
        .as("我去超市买点水果")
        .isEqualTo(Recognized.NOTHING);
  }

  @Test
  void anAnswerThatIsExplainedIsOne() {
    Hypothesis explained = heard(word("不是", 0.54, 1), word("[unk]", 1.6, 1));
    assertThat(choice("是的", "不是").answer(List.of(explained)).text()).isEqualTo("不是");
    Hypothesis hesitating = heard(word("[unk]", 0.4, 1), word("不是", 0.5, 1));
    assertThat(choice("是的", "不是").answer(List.of(hesitating)).text()).isEqualTo("不是");
    // An engine without times gives the sentence whole.
    assertThat(answer(choice("是的", "不是"), "不是我说的是漏水").text()).isEqualTo("不是");
    assertThat(answer(choice("取消", "不是"), "我去超市取消订单")).isEqualTo(Recognized.NOTHING);
  }

  @Test
  void whoSaysItTwiceHasAnsweredAndWhoSaysBothHasNot() {
    Grammar grammar = choice("好的", "不用", "不是");
    assertThat(grammar.answer(List.of(heard(word("不是", 0.28, 1), word("不是", 0.36, 1)))).text())
        .isEqualTo("不是");
    assertThat(grammar.answer(List.of(heard(word("好的", 0.45, 1), word("不用", 0.40, 1)))))
        .isEqualTo(Recognized.NOTHING);
  }

  @Test
  void oneSyllableWantsToBeSure() {
    Grammar grammar = choice("对", "得", "不");
    assertThat(grammar.answer(List.of(heard(word("对", 0.24, 1)))).text()).isEqualTo("对");
    Hypothesis breathing = heard(word("[unk]", 0.1, 0.9), word("对", 0.24, 1));
    assertThat(grammar.answer(List.of(breathing)).text()).isEqualTo("对");
    assertThat(grammar.answer(List.of(heard(word("得", 0.12, 0.81))))).isEqualTo(Recognized.NOTHING);
  }

  private static Hypothesis heard(Hypothesis.Word... words) {
    return new Hypothesis(List.of(words));
  }

  private static Hypothesis.Word word(String text, double seconds, double confidence) {
    return new Hypothesis.Word(text, seconds, confidence);
  }

  @Test
  void aDeniedPhraseIsNotTaken() {
    assertThat(answer(choice("满意", "一般"), "[unk] 不 满意 [unk] [unk] [unk] [unk]"))
        .isEqualTo(Recognized.NOTHING);
    assertThat(answer(choice("满意", "不满意"), "[unk] 不 满意 [unk] [unk] [unk] [unk]").text())
        .isEqualTo("不满意");
  }

  @Test
  void unsureWordsAreNoAnswer() {
    Hypothesis unsure = new Hypothesis(List.of(new Hypothesis.Word("是的", 0.3, 0.2)));
    assertThat(choice("是的", "不是").answer(List.of(unsure))).isEqualTo(Recognized.NOTHING);
  }

  @Test
  void spottingKeepsTheRunningTextWithItsDenials() {
    Grammar grammar =
        new Grammars(CHINESE).spotting(new Vocabulary.Spotting(List.of("困在电梯"))).orElseThrow();
    assertThat(grammar.phrases()).contains("困在 电梯", "没有 人", "[unk]");
    assertThat(grammar.partial("没有 人 困在 电梯 [unk] [unk] 里")).isEqualTo("没有人困在电梯，里");
    assertThat(grammar.unspellable()).isEmpty();
  }

  @Test
  void aForeignModelServesOnlyChoices() {
    Grammars korean = new Grammars(KOREAN);
    assertThat(korean.spotting(new Vocabulary.Spotting(List.of("着火")))).isEmpty();
    Grammar grammar = korean.choice(new Vocabulary.Phrases(List.of("电梯坏了", "我要投诉"))).orElseThrow();
    assertThat(grammar.phrases()).contains("뎬 티 화 이 러").doesNotContain("[unk]");
    assertThat(grammar.alternatives()).isPositive();
    assertThat(answer(grammar, "덴 티 화 이 라").text()).isEqualTo("电梯坏了");
    assertThat(answer(grammar, "사 노 고 고 사")).isEqualTo(Recognized.NOTHING);
  }
}
