package cn.wuye.hotline.ivr.speech.remote;

import cn.wuye.hotline.ivr.conversation.Call;
import cn.wuye.hotline.ivr.speech.SpeechFigures;
import cn.wuye.hotline.ivr.speech.SpeechRecognizer;
import cn.wuye.hotline.ivr.speech.Vocabulary;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The recogniser of a node that has speech servers: each dialect and use has the engine that was
 * chosen for it, and this node's own one behind it. Thread-safe.
 */
public final class ChosenSpeech implements SpeechRecognizer {
  private static final String UNKNOWN = "";

  private final SpeechRecognizer local;
  private final List<RemoteEngine> engines;
  private final EngineChoice choice;
  private final Function<Call, String> dialects;

  /**
   * @param local of this node; not closed here
   * @param engines all that there are, for the status
   * @param dialects the code of a caller's dialect, or the empty string; must be quick
   */
  public ChosenSpeech(
      SpeechRecognizer local,
      List<RemoteEngine> engines,
      EngineChoice choice,
      Function<Call, String> dialects) {
    this.local = local;
    this.engines = List.copyOf(engines);
    this.choice = choice;
    this.dialects = dialects;
  }

  @Override
  public Optional<Recognition> begin(Vocabulary vocabulary, Consumer<String> onPartial) {
    return begin(local, UNKNOWN, vocabulary, onPartial);
  }

  private Optional<Recognition> begin(
      SpeechRecognizer own, String dialect, Vocabulary vocabulary, Consumer<String> onPartial) {
    return Use.of(vocabulary)
        .flatMap(use -> choice.of(dialect, use))
        .map(engine -> engine.begin(vocabulary, onPartial, own))
        .orElseGet(() -> own.begin(vocabulary, onPartial));
  }

  @Override
  public SpeechRecognizer forCall(Call call) {
    // First what may fail: nobody would give back what was lent.
    String dialect = dialects.apply(call);
    return new OfSpeaker(local.forCall(call), dialect);
  }

  @Override
  public SpeechRecognizer forDialect(String dialect) {
    return new OfSpeaker(local.forDialect(dialect), dialect);
  }

  @Override
  public String recordingEngine() {
    return recordingEngine(UNKNOWN);
  }

  private String recordingEngine(String dialect) {
    return choice
        .of(dialect, Use.AFTER_CALL)
        .map(RemoteEngine::name)
        .orElseGet(local::recordingEngine);
  }

  /** By this node's words: it takes over whatever the servers cannot do. */
  @Override
  public List<String> unspellable(Vocabulary vocabulary) {
    return local.unspellable(vocabulary);
  }

  @Override
  public SpeechFigures figures() {
    return local.figures();
  }

  @Override
  public Status status() {
    Status own = local.status();
    String description =
        Stream.concat(Stream.of(own.description()), engines.stream().map(RemoteEngine::description))
            .collect(Collectors.joining("；"));
    return new Status(
        own.available() || engines.stream().anyMatch(RemoteEngine::healthy),
        description,
        own.open() + engines.stream().mapToInt(RemoteEngine::open).sum(),
        own.created());
  }

  @Override
  public void close() {
    // Connections end with their utterances; this node's own recogniser belongs to somebody else.
  }

  /** For one speaker, with the model that was lent and the dialect. */
  private final class OfSpeaker implements SpeechRecognizer {
    private final SpeechRecognizer lent;
    private final String first;
    private volatile String dialect;

    OfSpeaker(SpeechRecognizer lent, String dialect) {
      this.lent = lent;
      this.first = dialect;
      this.dialect = dialect;
    }

    @Override
    public void speaks(String other) {
      dialect = other.isEmpty() ? first : other;
    }

    @Override
    public List<Ear> beginOthers(Vocabulary vocabulary) {
      return Use.of(vocabulary).stream().flatMap(use -> others(vocabulary, use)).toList();
    }

    private Stream<Ear> others(Vocabulary vocabulary, Use use) {
      return choice.besides(choice.of(dialect, use), use).entrySet().stream()
          .flatMap(
              each ->
                  each.getKey().beginAlone(vocabulary).stream()
                      .map(recognition -> new Ear(each.getValue(), recognition)));
    }

    @Override
    public Optional<Recognition> begin(Vocabulary vocabulary, Consumer<String> onPartial) {
      return ChosenSpeech.this.begin(lent, dialect, vocabulary, onPartial);
    }

    @Override
    public List<String> unspellable(Vocabulary vocabulary) {
      return lent.unspellable(vocabulary);
    }

    @Override
    public String recordingEngine() {
      return ChosenSpeech.this.recordingEngine(dialect);
    }

    @Override
    public Status status() {
      return ChosenSpeech.this.status();
    }

    @Override
    public void close() {
      lent.close();
    }
  }
}
