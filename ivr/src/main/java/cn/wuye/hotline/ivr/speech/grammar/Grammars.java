package cn.wuye.hotline.ivr.speech.grammar;

import cn.wuye.hotline.ivr.speech.Vocabulary;
import java.util.List;
import java.util.Optional;

/** Makes grammars for one model, as its language allows. Thread-safe. */
public final class Grammars {
  /** What a model's vocabulary is made of. */
  public enum Language {
    CHINESE,
    /** Mandarin is spelled in Hangul syllables, by ear. */
    KOREAN,
    OTHER
  }

  private static final List<String> COMMON_WORDS = DataTable.words("common-words.txt");

  private final ModelWords words;
  private final Language language;
  private final WordCutter cutter;
  private final Homophones homophones;

  public Grammars(ModelWords words) {
    this.words = words;
    this.language = languageOf(words);
    this.cutter = new WordCutter(words);
    this.homophones = new Homophones(words);
  }

  /** By words that every model of the language has. */
  private static Language languageOf(ModelWords words) {
    if (words.has("我") && words.has("人")) {
      return Language.CHINESE;
    }
    return words.has("이") && words.has("가") ? Language.KOREAN : Language.OTHER;
  }

  /** What residents say all the time and means no danger by itself. */
  public static List<String> commonWords() {
    return COMMON_WORDS;
  }

  public Language language() {
    return language;
  }

  /**
   * The grammar of a choice.
   *
   * @return empty when none of the phrases can be spelled
   */
  public Optional<Grammar> choice(Vocabulary.Phrases vocabulary) {
    if (language == Language.KOREAN) {
      Spelling spelling = Spelling.of(vocabulary.phrases(), new Hangul(words)::spell);
      return usable(spelling).map(found -> new SoundAlikeGrammar(found, words));
    }
    Spelling spelling = Spelling.of(vocabulary.phrases(), cutter::cut, homophones::of);
    return usable(spelling).map(found -> new ChoiceGrammar(found, words));
  }

  /**
   * The grammar of a spotter. Words that the model does not know are left out rather than taken by
   * their sound, which running speech would have all the time.
   *
   * @return empty when no phrase can be spelled, and for a model of another language: running
   *     speech that only sounds alike would raise the alarm all the time
   */
  public Optional<Grammar> spotting(Vocabulary.Spotting vocabulary) {
    if (language != Language.CHINESE) {
      return Optional.empty();
    }
    Spelling common = Spelling.of(COMMON_WORDS, cutter::cut);
    return usable(Spelling.of(vocabulary.phrases(), cutter::cut))
        .map(found -> new SpottingGrammar(found, common, words));
  }

  private static Optional<Spelling> usable(Spelling spelling) {
    return spelling.phrases().isEmpty() ? Optional.empty() : Optional.of(spelling);
  }
}
