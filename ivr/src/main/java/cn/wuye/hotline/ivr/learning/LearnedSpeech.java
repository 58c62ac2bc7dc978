package cn.wuye.hotline.ivr.learning;

import cn.wuye.hotline.ivr.conversation.Call;
import cn.wuye.hotline.ivr.speech.SpeechFigures;
import cn.wuye.hotline.ivr.speech.SpeechRecognizer;
import cn.wuye.hotline.ivr.speech.Vocabulary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A node's recogniser with what was learned of dialects: beside what hears a speaker anyway, a
 * grammar of the spellings that were learned of her dialect hears her. Where nothing was learned of
 * it, nothing is changed. Thread-safe.
 */
public final class LearnedSpeech implements SpeechRecognizer {
  private static final Logger LOG = LoggerFactory.getLogger(LearnedSpeech.class);

  private final SpeechRecognizer recognizer;
  private final Supplier<List<LearnedPhrase>> learned;
  private final Function<Call, String> dialects;
  private final Predicate<String> danger;

  /**
   * @param recognizer not closed here
   * @param learned of all dialects; asked once at the beginning of a call
   * @param dialects the code of a caller's dialect, or the empty string; must be quick
   * @param danger whether a text tells of an emergency: it is kept whatever else was heard
   */
  public LearnedSpeech(
      SpeechRecognizer recognizer,
      Supplier<List<LearnedPhrase>> learned,
      Function<Call, String> dialects,
      Predicate<String> danger) {
    this.recognizer = recognizer;
    this.learned = learned;
    this.dialects = dialects;
    this.danger = danger;
  }

  /** The same for recordings that are only measured: nothing is an emergency. */
  public LearnedSpeech(
      SpeechRecognizer recognizer,
      Supplier<List<LearnedPhrase>> learned,
      Function<Call, String> dialects) {
    this(recognizer, learned, dialects, text -> false);
  }

  @Override
  public Optional<Recognition> begin(Vocabulary vocabulary, Consumer<String> onPartial) {
    return recognizer.begin(vocabulary, onPartial);
  }

  @Override
  public SpeechRecognizer forCall(Call call) {
    // First what may fail: nobody would give back what was lent.
    String dialect = dialects.apply(call);
    List<LearnedPhrase> phrases = learned.get();
    return new OfSpeaker(recognizer.forCall(call), phrases, dialect, danger);
  }

  @Override
  public SpeechRecognizer forDialect(String dialect) {
    return new OfSpeaker(recognizer.forDialect(dialect), learned.get(), dialect, danger);
  }

  @Override
  public List<String> unspellable(Vocabulary vocabulary) {
    return recognizer.unspellable(vocabulary);
  }

  @Override
  public SpeechFigures figures() {
    return recognizer.figures();
  }

  @Override
  public String recordingEngine() {
    return recognizer.recordingEngine();
  }

  @Override
  public Status status() {
    return recognizer.status();
  }

  @Override
  public void close() {
    // The recogniser behind it belongs to somebody else.
  }

  private static final class OfSpeaker implements SpeechRecognizer {
    private final SpeechRecognizer lent;
    private final List<LearnedPhrase> learned;
    private final String first;
    private final Predicate<String> danger;
    private volatile String dialect;

    OfSpeaker(
        SpeechRecognizer lent,
        List<LearnedPhrase> learned,
        String dialect,
        Predicate<String> danger) {
      this.lent = lent;
      this.danger = danger;
      this.learned = learned;
      this.first = dialect;
      this.dialect = dialect;
    }

    @Override
    public void speaks(String other) {
      dialect = other.isEmpty() ? first : other;
      lent.speaks(other);
    }

    @Override
    public Optional<Recognition> begin(Vocabulary vocabulary, Consumer<String> onPartial) {
      Optional<Recognition> usual = lent.begin(vocabulary, onPartial);
      Map<String, String> spellings = spellings(vocabulary);
      return spellings.isEmpty() ? usual : beside(usual, spellings, vocabulary);
    }

    private Optional<Recognition> beside(
        Optional<Recognition> usual, Map<String, String> spellings, Vocabulary vocabulary) {
      boolean choice = vocabulary instanceof Vocabulary.Phrases;
      Vocabulary alike = new Vocabulary.Alike(List.copyOf(spellings.keySet()));
      try {
        return lent.begin(alike, partial -> {})
            .<Recognition>map(heard -> new HeardTwice(usual, heard, spellings, choice, danger))
            .or(() -> usual);
      } catch (RuntimeException e) {
        LOG.error("learned spellings cannot be heard; what hears the caller anyway goes on", e);
        return usual;
      }
    }

    /**
     * What may be heard in an answer, with what it means: of a choice what is offered, else all.
     */
    private Map<String, String> spellings(Vocabulary vocabulary) {
      Map<String, String> spellings = new LinkedHashMap<>();
      for (LearnedPhrase each : learned) {
        boolean wanted =
            vocabulary instanceof Vocabulary.Free
                || (vocabulary instanceof Vocabulary.Phrases choice
                    && choice.phrases().contains(each.phrase()));
        if (wanted && each.dialect().equals(dialect)) {
          each.spellings().forEach(spelling -> spellings.putIfAbsent(spelling, each.phrase()));
        }
      }
      return spellings;
    }

    @Override
    public List<Ear> beginOthers(Vocabulary vocabulary) {
      return lent.beginOthers(vocabulary);
    }

    @Override
    public List<String> unspellable(Vocabulary vocabulary) {
      return lent.unspellable(vocabulary);
    }

    @Override
    public SpeechFigures figures() {
      return lent.figures();
    }

    @Override
    public String recordingEngine() {
      return lent.recordingEngine();
    }

    @Override
    public Status status() {
      return lent.status();
    }

    @Override
    public void close() {
      lent.close();
    }
  }
}
