package cn.wuye.hotline.ivr.speech.vosk;

import cn.wuye.hotline.ivr.speech.SampleReader;
import cn.wuye.hotline.ivr.speech.SpeechFigures;
import cn.wuye.hotline.ivr.speech.SpeechRecognizer;
import cn.wuye.hotline.ivr.speech.Vocabulary;
import cn.wuye.hotline.ivr.speech.grammar.Grammar;
import cn.wuye.hotline.ivr.speech.grammar.Grammars;
import cn.wuye.hotline.ivr.speech.grammar.KnownGrammars;
import cn.wuye.hotline.ivr.speech.vosk.DecodeThreads.Urgency;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Vosk as the recogniser of all calls of a node. */
final class VoskSpeech implements SpeechRecognizer {
  private static final Logger LOG = LoggerFactory.getLogger(VoskSpeech.class);

  /** So much undecoded sound of a living call means that decoding is far too slow: 20 s. */
  private static final int LIVE_BACKLOG = 20 * 16000;

  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final int TELEPHONE_RATE = 8000;

  private final ModelFolder folder;
  private final NativeModel model;
  private final KnownGrammars grammars;
  private final RecognizerPool pool;
  private final DecodeThreads threads;
  private final Semaphore free;
  private final DecodeFigures figures = new DecodeFigures();
  private final InUse open = new InUse();
  private final AtomicBoolean closed = new AtomicBoolean();

  VoskSpeech(VoskSettings settings, ModelFolder folder, NativeModel model, Grammars grammars) {
    this.folder = folder;
    this.model = model;
    this.grammars = new KnownGrammars(grammars);
    this.pool = new RecognizerPool(model, settings.mostIdle());
    this.threads = new DecodeThreads(settings.decodingThreads(), figures);
    this.free = new Semaphore(settings.mostFree());
    if (this.grammars.hearsAnything()) {
      for (int i = 0; i < settings.warmFree(); i++) {
        threads.run(Urgency.RECORDING, () -> WarmUp.one(pool, folder.rate()));
      }
    }
  }

  @Override
  public Optional<Recognition> begin(Vocabulary vocabulary, Consumer<String> onPartial) {
    Grammar grammar = grammars.of(vocabulary).orElse(null);
    // Anything is never heard as what only sounds alike.
    boolean ruled = folder.dynamic() || !(vocabulary instanceof Vocabulary.Alike);
    if (grammar == null || closed.get() || !ruled) {
      return Optional.empty();
    }
    // A model with a static graph takes no grammar: it hears anything, and the grammar only judges
    // what it heard.
    RecognizerKind kind = folder.dynamic() ? RecognizerKind.of(grammar) : RecognizerKind.FREE;
    boolean capped = kind.free() && !(vocabulary instanceof Vocabulary.Recording);
    if (capped && !free.tryAcquire()) {
      figures.refused();
      LOG.info(
          "all free recognitions are in use; this one is left to the transcription after the call");
      return Optional.empty();
    }
    open.begun();
    boolean upsample = folder.rate() != TELEPHONE_RATE;
    return Optional.of(
        new QueuedRecognition(
            threads,
            urgency(vocabulary),
            new Decoder(pool, kind, grammar, onPartial, upsample, figures),
            vocabulary instanceof Vocabulary.Recording ? Integer.MAX_VALUE / 2 : LIVE_BACKLOG,
            () -> released(capped)));
  }

  private void released(boolean capped) {
    open.ended();
    if (capped) {
      free.release();
    }
  }

  private static Urgency urgency(Vocabulary vocabulary) {
    if (vocabulary instanceof Vocabulary.Spotting) {
      return Urgency.SPOTTING;
    }
    if (vocabulary instanceof Vocabulary.Phrases || vocabulary instanceof Vocabulary.Alike) {
      return Urgency.CHOICE;
    }
    return vocabulary instanceof Vocabulary.Free ? Urgency.FREE : Urgency.RECORDING;
  }

  /** Samples in the syllables of this model; empty where it takes no grammar of them. */
  Optional<SampleReader> samples() {
    return folder.dynamic() && grammars.hearsAnything()
        ? Optional.of(new VoskSamples(folder, model))
        : Optional.empty();
  }

  @Override
  public List<String> unspellable(Vocabulary vocabulary) {
    return grammars.unspellable(vocabulary);
  }

  @Override
  public Status status() {
    String kind = grammars.hearsAnything() ? "Vosk，中文模型 %s" : "Vosk，外语模型 %s（按近似发音只识别选项）";
    String name = String.valueOf(folder.path().getFileName());
    return new Status(!closed.get(), kind.formatted(name), open.count(), pool.existing());
  }

  @Override
  public SpeechFigures figures() {
    return figures.now();
  }

  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    boolean ended = open.awaitNone(PATIENCE) && threads.end(PATIENCE);
    pool.close();
    if (ended && pool.existing() == 0) {
      model.close();
    } else {
      LOG.warn(
          "{} recognisers are still in use; the model stays in memory until the process ends",
          pool.existing());
    }
  }
}
