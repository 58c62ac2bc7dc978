package cn.wuye.hotline.ivr.learning;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.ivr.speech.Recognized;
import cn.wuye.hotline.ivr.speech.SpeechRecognizer;
import cn.wuye.hotline.ivr.speech.Vocabulary;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Which of two ears counts; what an engine makes of sound is LearnedSpellingsIT's. */
class LearnedSpeechTest {
  private static final List<LearnedPhrase> LEARNED =
      List.of(
          new LearnedPhrase("nan", "漏水", List.of("老嘴", "老追")),
          new LearnedPhrase("nan", "是", List.of("嘿啊")),
          new LearnedPhrase("hak", "停电", List.of("听天")));
  private static final Vocabulary YES_OR_NO = new Vocabulary.Phrases(List.of("是", "不是"));

  private final Ears ears = new Ears();

  @Test
  void whatIsHeardByASpellingIsThePhrase() {
    ears.usual = new Recognized("老对", 0.9, true);
    ears.alike = new Recognized("老追", 0.7, true);

    assertThat(hear("nan", new Vocabulary.Free())).isEqualTo(new Recognized("漏水", 0.7, true));
    assertThat(ears.asked).contains(new Vocabulary.Alike(List.of("老嘴", "老追", "嘿啊")));
  }

  @Test
  void aDoubtfulSpellingIsNotBelievedAgainstASurerSentence() {
    ears.usual = new Recognized("过了一个月了", 1, true);
    ears.alike = new Recognized("老追", 0.49, true);
    assertThat(hear("nan", new Vocabulary.Free())).isEqualTo(ears.usual);

    ears.usual = new Recognized("老对", 0.4, true);
    assertThat(hear("nan", new Vocabulary.Free()).text()).isEqualTo("漏水");
  }

  @Test
  void aTextThatTellsOfDangerOrSaysThePhraseItselfIsNeverLeftOut() {
    ears.usual = new Recognized("着火了", 0.9, true);
    ears.alike = new Recognized("老追", 0.7, true);
    SpeechRecognizer hers =
        new LearnedSpeech(ears, () -> LEARNED, call -> "", text -> text.contains("着火"))
            .forDialect("nan");
    assertThat(finish(hers, new Vocabulary.Free()).text()).isEqualTo("漏水，着火了");

    ears.usual = new Recognized("厨房漏水", 0.9, true);
    assertThat(hear("nan", new Vocabulary.Free())).isEqualTo(ears.usual);
  }

  @Test
  void aDoubtfulSpellingIsNotBelievedWhereTheOtherTextIsLate() {
    ears.usual = new Recognized("", 0, false);
    ears.alike = new Recognized("老追", 0.5, true);

    assertThat(hear("nan", new Vocabulary.Free())).isEqualTo(ears.usual);
  }

  @Test
  void aWholeSentenceIsKeptBesideThePhrase() {
    ears.usual = new Recognized("我家楼上老对已经三天", 0.9, true);
    ears.alike = new Recognized("老追", 0.7, true);

    assertThat(hear("nan", new Vocabulary.Free()).text()).isEqualTo("漏水，我家楼上老对已经三天");
  }

  @Test
  void ofAChoiceTheSurerOneCountsAndOnlyWhatIsOffered() {
    ears.usual = new Recognized("不是", 0.9, true);
    ears.alike = new Recognized("嘿啊", 0.7, true);

    assertThat(hear("nan", YES_OR_NO).text()).isEqualTo("不是");
    assertThat(ears.asked).contains(new Vocabulary.Alike(List.of("嘿啊")));

    ears.usual = Recognized.NOTHING;
    assertThat(hear("nan", YES_OR_NO).text()).isEqualTo("是");
  }

  @Test
  void withoutALearnedDialectOrASpellingHeardNothingIsChanged() {
    ears.usual = new Recognized("漏水了", 0.4, true);
    assertThat(hear("nan", new Vocabulary.Free())).isEqualTo(ears.usual);

    ears.asked.clear();
    assertThat(hear("yue", new Vocabulary.Free())).isEqualTo(ears.usual);
    assertThat(hear("hak", YES_OR_NO)).isEqualTo(ears.usual);
    assertThat(hear("nan", new Vocabulary.Spotting(List.of("着火")))).isEqualTo(ears.usual);
    assertThat(ears.asked).noneMatch(Vocabulary.Alike.class::isInstance);
  }

  @Test
  void whatIsNotHeardInTimeIsLeftOut() {
    ears.usual = new Recognized("老对", 0.9, true);
    ears.alike = new Recognized("老追", 0.7, false);

    assertThat(hear("nan", new Vocabulary.Free())).isEqualTo(ears.usual);
  }

  @Test
  void itFollowsTheSpeakerToHerDialectAndBack() {
    ears.alike = new Recognized("老追", 0.7, true);
    SpeechRecognizer hers = new LearnedSpeech(ears, () -> LEARNED, call -> "").forDialect("");

    assertThat(finish(hers, new Vocabulary.Free()).text()).isEmpty();
    hers.speaks("nan");
    assertThat(finish(hers, new Vocabulary.Free()).text()).isEqualTo("漏水");
    hers.speaks("");
    assertThat(finish(hers, new Vocabulary.Free()).text()).isEmpty();
  }

  private Recognized hear(String dialect, Vocabulary vocabulary) {
    return finish(
        new LearnedSpeech(ears, () -> LEARNED, call -> "").forDialect(dialect), vocabulary);
  }

  private static Recognized finish(SpeechRecognizer recognizer, Vocabulary vocabulary) {
    try (SpeechRecognizer.Recognition recognition =
        recognizer.begin(vocabulary, partial -> {}).orElseThrow()) {
      recognition.accept(new byte[320]);
      return recognition.finish(Duration.ofSeconds(1));
    }
  }

  private static final class Ears implements SpeechRecognizer {
    private final List<Vocabulary> asked = new ArrayList<>();
    private Recognized usual = Recognized.NOTHING;
    private Recognized alike = Recognized.NOTHING;

    @Override
    public Optional<Recognition> begin(Vocabulary vocabulary, Consumer<String> onPartial) {
      asked.add(vocabulary);
      return Optional.of(new Answer(vocabulary instanceof Vocabulary.Alike ? alike : usual));
    }

    @Override
    public Status status() {
      return new Status(true, "ears", 0, 0);
    }

    @Override
    public void close() {}
  }

  private record Answer(Recognized text) implements SpeechRecognizer.Recognition {
    @Override
    public void accept(byte[] pcm) {}

    @Override
    public Recognized finish(Duration budget) {
      return text;
    }

    @Override
    public void close() {}
  }
}
