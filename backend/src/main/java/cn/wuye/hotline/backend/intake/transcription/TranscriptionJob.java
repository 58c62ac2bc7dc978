package cn.wuye.hotline.backend.intake.transcription;

import cn.wuye.hotline.backend.database.DatabaseAwayException;
import cn.wuye.hotline.backend.database.DatabaseGate;
import cn.wuye.hotline.backend.persistence.Transactions;
import cn.wuye.hotline.backend.recording.Recording;
import cn.wuye.hotline.backend.recording.RecordingKind;
import cn.wuye.hotline.backend.recording.Recordings;
import cn.wuye.hotline.backend.recording.Transcripts;
import cn.wuye.hotline.ivr.conversation.CallId;
import cn.wuye.hotline.ivr.speech.SpeechRecognizer;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.context.ApplicationEventPublisher;

/** Transcribes what waits for it, one recording after the other. Used by one thread at a time. */
class TranscriptionJob {
  private static final Logger LOG = LoggerFactory.getLogger(TranscriptionJob.class);

  private final Engines engines;
  private final boolean secondOpinions;
  private final TranscriptionQueue queue;
  private final Recordings recordings;
  private final LocalCopies copies;
  private final Transcripts transcripts;
  private final Transactions transactions;
  private final DatabaseGate gate;
  private final ApplicationEventPublisher events;
  private final Clock clock;
  private final Attempts attempts;

  /**
   * @param secondOpinions whether calls that no ticket waits for are heard, too
   */
  TranscriptionJob(
      Engines engines,
      boolean secondOpinions,
      TranscriptionQueue queue,
      Recordings recordings,
      LocalCopies copies,
      Transcripts transcripts,
      Transactions transactions,
      DatabaseGate gate,
      ApplicationEventPublisher events,
      Clock clock) {
    this.engines = engines;
    this.secondOpinions = secondOpinions;
    this.queue = queue;
    this.recordings = recordings;
    this.copies = copies;
    this.transcripts = transcripts;
    this.transactions = transactions;
    this.gate = gate;
    this.events = events;
    this.clock = clock;
    this.attempts = new Attempts(Duration.ZERO, clock);
  }

  void round() {
    if (!engines.available() || !gate.isOpen()) {
      return;
    }
    try {
      for (Untranscribed call :
          gate.run(
              () ->
                  queue.next(
                      engines.names(), attempts.putAside(), secondOpinions, clock.instant()))) {
        transcribe(call);
      }
    } catch (DatabaseAwayException e) {
      LOG.debug("Transcription waits for the database: {}", e.getMessage());
    }
  }

  private void transcribe(Untranscribed wanted) {
    CallId call = wanted.call();
    try (MDC.MDCCloseable logged = MDC.putCloseable("call", call.value())) {
      Optional<Recording> recording = gate.run(() -> best(recordings.of(call)));
      if (recording.isEmpty() || !transcribe(wanted, recording.get())) {
        attempts.failed(call, "the chosen recogniser is busy or away, or the recording is gone");
      }
    } catch (IOException e) {
      attempts.failed(call, String.valueOf(e.getMessage()));
    }
  }

  private boolean transcribe(Untranscribed wanted, Recording recording) throws IOException {
    String dialect = engines.dialect(wanted.caller());
    try (SpeechRecognizer hers = engines.hearing(dialect)) {
      Optional<Transcriber.Text> text = copies.read(recording, new Transcriber(hers)::read);
      text.ifPresent(
          heard ->
              gate.run(
                  () ->
                      keep(
                          wanted, recording, dialect, Engines.name(hers, heard.standIn()), heard)));
      return text.isPresent() && !text.get().standIn();
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
          transcripts.keep(recording, engine, Engines.language(dialect), heard.text());
          if (wanted.awaited() && !heard.text().isBlank()) {
            events.publishEvent(new CallTranscribed(call, heard.text(), heard.confidence()));
          }
          LOG.info("Call {}: transcribed, {} characters", call, heard.text().length());
          return true;
        });
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
}
