package cn.wuye.hotline.backend.intake.transcription;

import cn.wuye.hotline.backend.database.DatabaseAwayException;
import cn.wuye.hotline.backend.database.DatabaseGate;
import cn.wuye.hotline.backend.persistence.Transactions;
import cn.wuye.hotline.backend.recording.Recording;
import cn.wuye.hotline.backend.recording.RecordingKind;
import cn.wuye.hotline.backend.recording.RecordingStore;
import cn.wuye.hotline.backend.recording.Recordings;
import cn.wuye.hotline.backend.recording.Transcripts;
import cn.wuye.hotline.ivr.conversation.CallId;
import cn.wuye.hotline.ivr.dialect.Dialects;
import cn.wuye.hotline.ivr.port.Directory;
import cn.wuye.hotline.ivr.speech.SpeechRecognizer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.context.ApplicationEventPublisher;

/** Transcribes what waits for it, one recording after the other. Used by one thread at a time. */
class TranscriptionJob {
  private static final Logger LOG = LoggerFactory.getLogger(TranscriptionJob.class);
  private static final int LONGEST_ENGINE = 60;
  private static final String LANGUAGE = "cmn";

  /** Marks a text that another engine than the chosen one has heard. */
  private static final String STAND_IN = "（代听）";

  /** Who cannot be transcribed in so many attempts is left to a person until the next start. */
  private static final int ATTEMPTS = 3;

  private final SpeechRecognizer recognizer;
  private final Directory directory;
  private final boolean secondOpinions;
  private final TranscriptionQueue queue;
  private final Recordings recordings;
  private final RecordingStore store;
  private final Transcripts transcripts;
  private final Transactions transactions;
  private final DatabaseGate gate;
  private final ApplicationEventPublisher events;
  private final Path scratch;
  private final Clock clock;
  private final Map<CallId, Integer> failures = new HashMap<>();

  /**
   * @param directory knows the dialects of callers
   * @param secondOpinions whether calls that no ticket waits for are heard, too
   */
  TranscriptionJob(
      SpeechRecognizer recognizer,
      Directory directory,
      boolean secondOpinions,
      TranscriptionQueue queue,
      Recordings recordings,
      RecordingStore store,
      Transcripts transcripts,
      Transactions transactions,
      DatabaseGate gate,
      ApplicationEventPublisher events,
      Path scratch,
      Clock clock) {
    this.recognizer = recognizer;
    this.directory = directory;
    this.secondOpinions = secondOpinions;
    this.queue = queue;
    this.recordings = recordings;
    this.store = store;
    this.transcripts = transcripts;
    this.transactions = transactions;
    this.gate = gate;
    this.events = events;
    this.scratch = scratch;
    this.clock = clock;
  }

  void round() {
    if (!recognizer.status().available() || !gate.isOpen()) {
      return;
    }
    try {
      for (Untranscribed call :
          gate.run(() -> queue.next(engines(), givenUp(), secondOpinions, clock.instant()))) {
        transcribe(call);
      }
    } catch (DatabaseAwayException e) {
      LOG.debug("Transcription waits for the database: {}", e.getMessage());
    }
  }

  private List<String> givenUp() {
    return failures.entrySet().stream()
        .filter(each -> each.getValue() >= ATTEMPTS)
        .map(each -> each.getKey().value())
        .toList();
  }

  private void transcribe(Untranscribed wanted) {
    CallId call = wanted.call();
    try (MDC.MDCCloseable logged = MDC.putCloseable("call", call.value())) {
      Optional<Recording> recording = gate.run(() -> best(recordings.of(call)));
      if (recording.isEmpty() || !transcribe(wanted, recording.get())) {
        failed(call, "the chosen recogniser is busy or away, or the recording is gone");
      }
    } catch (IOException e) {
      failed(call, String.valueOf(e.getMessage()));
    }
  }

  private boolean transcribe(Untranscribed wanted, Recording recording) throws IOException {
    Optional<RecordingStore.Sound> sound = store.find(recording.key());
    if (sound.isEmpty()) {
      return false;
    }
    Files.createDirectories(scratch);
    Path copy = Files.createTempFile(scratch, "transcribe", ".wav");
    try {
      try (InputStream in = sound.get().open(0)) {
        Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
      }
      String dialect = dialect(wanted);
      try (SpeechRecognizer hers = recognizer.forDialect(dialect)) {
        Optional<Transcriber.Text> text = new Transcriber(hers).read(copy);
        text.ifPresent(
            heard -> gate.run(() -> keep(wanted, recording, dialect, engine(hers, heard), heard)));
        return text.isPresent() && !text.get().standIn();
      }
    } finally {
      Files.deleteIfExists(copy);
    }
  }

  /** Both or neither: a transcript that never reached its ticket would not be made again. */
  private boolean keep(
      Untranscribed wanted,
      Recording recording,
      String dialect,
      String engine,
      Transcriber.Text heard) {
    CallId call = wanted.call();
    return transactions.run(
        () -> {
          transcripts.keep(recording, engine, dialect.isEmpty() ? LANGUAGE : dialect, heard.text());
          if (wanted.awaited() && !heard.text().isBlank()) {
            events.publishEvent(new CallTranscribed(call, heard.text(), heard.confidence()));
          }
          LOG.info("Call {}: transcribed, {} characters", call, heard.text().length());
          return true;
        });
  }

  private void failed(CallId call, String why) {
    int count = failures.merge(call, 1, Integer::sum);
    LOG.warn(
        "Call {}: not transcribed ({}), attempt {} of {}; a person can listen to it meanwhile",
        call,
        why,
        count,
        ATTEMPTS);
  }

  /** The caller's own voice of the whole call, else her message. */
  private static Optional<Recording> best(List<Recording> all) {
    return all.stream()
        .filter(
            recording ->
                recording.kind() == RecordingKind.CALLER
                    || recording.kind() == RecordingKind.MESSAGE)
        .min(Comparator.comparing(recording -> recording.kind() != RecordingKind.CALLER));
  }

  private String dialect(Untranscribed wanted) {
    return directory.dialect(wanted.caller());
  }

  /** Whatever hears recordings now, in whichever dialect. */
  private List<String> engines() {
    return Stream.concat(
            Stream.of(""), Dialects.shipped().all().stream().map(dialect -> dialect.code()))
        .map(dialect -> shortened(recognizer.forDialect(dialect).recordingEngine(), ""))
        .distinct()
        .toList();
  }

  private static String engine(SpeechRecognizer hers, Transcriber.Text heard) {
    return shortened(hers.recordingEngine(), heard.standIn() ? STAND_IN : "");
  }

  private static String shortened(String engine, String mark) {
    int room = LONGEST_ENGINE - mark.length();
    return (engine.length() <= room ? engine : engine.substring(0, room)) + mark;
  }
}
