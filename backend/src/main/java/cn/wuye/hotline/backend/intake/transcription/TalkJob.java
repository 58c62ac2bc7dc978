package cn.wuye.hotline.backend.intake.transcription;

import cn.wuye.hotline.backend.database.DatabaseAwayException;
import cn.wuye.hotline.backend.database.DatabaseGate;
import cn.wuye.hotline.backend.recording.Recording;
import cn.wuye.hotline.backend.recording.RecordingKind;
import cn.wuye.hotline.backend.recording.Recordings;
import cn.wuye.hotline.backend.recording.Transcripts;
import cn.wuye.hotline.ivr.conversation.CallId;
import cn.wuye.hotline.ivr.speech.SpeechRecognizer;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Transcribes talks with agents. Used by one thread at a time. */
class TalkJob {
  private static final Logger LOG = LoggerFactory.getLogger(TalkJob.class);

  /** A talk takes minutes to hear: it fails where calls need the processor, and will again soon. */
  private static final Duration REST = Duration.ofMinutes(10);

  private final Engines engines;
  private final TalkQueue queue;
  private final Recordings recordings;
  private final LocalCopies copies;
  private final Transcripts transcripts;
  private final DatabaseGate gate;
  private final Clock clock;
  private final Attempts attempts;

  TalkJob(
      Engines engines,
      TalkQueue queue,
      Recordings recordings,
      LocalCopies copies,
      Transcripts transcripts,
      DatabaseGate gate,
      Clock clock) {
    this.engines = engines;
    this.queue = queue;
    this.recordings = recordings;
    this.copies = copies;
    this.transcripts = transcripts;
    this.gate = gate;
    this.clock = clock;
    this.attempts = new Attempts(REST, clock);
  }

  /** One talk at most, so that each time the newest is taken. */
  void round() {
    if (!engines.available() || !gate.isOpen()) {
      return;
    }
    try {
      gate.run(() -> queue.next(attempts.putAside(), clock.instant())).ifPresent(this::transcribe);
    } catch (DatabaseAwayException e) {
      LOG.debug("Transcription of talks waits for the database: {}", e.getMessage());
    }
  }

  private void transcribe(TalkQueue.Talk talk) {
    CallId call = talk.call();
    try (MDC.MDCCloseable logged = MDC.putCloseable("call", call.value())) {
      Optional<Recording> recording = gate.run(() -> recorded(recordings.of(call)));
      if (recording.isEmpty() || !transcribe(talk, recording.get())) {
        attempts.failed(call, "a recogniser is busy or away, or the talk's recording is gone");
      }
    } catch (DatabaseAwayException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      // Else the newest would be tried for ever, and no other.
      attempts.failed(call, String.valueOf(e.getMessage()));
    }
  }

  private static Optional<Recording> recorded(List<Recording> all) {
    return all.stream().filter(each -> each.kind() == RecordingKind.TALK).findFirst();
  }

  private boolean transcribe(TalkQueue.Talk talk, Recording recording) throws IOException {
    String dialect = engines.dialect(talk.caller());
    try (SpeechRecognizer hers = engines.hearing(dialect);
        SpeechRecognizer theirs = engines.hearingStaff()) {
      Optional<TalkTranscriber.Talk> heard =
          copies.read(recording, new TalkTranscriber(theirs, hers, copies.scratch())::read);
      heard.ifPresent(
          text ->
              gate.run(() -> keep(recording, dialect, Engines.name(hers, text.standIn()), text)));
      return heard.isPresent() && !heard.get().standIn();
    }
  }

  private boolean keep(
      Recording recording, String dialect, String engine, TalkTranscriber.Talk text) {
    transcripts.keepTalk(recording, engine, Engines.language(dialect), text.said());
    LOG.info(
        "Call {}: its talk is transcribed, {} utterances", recording.call(), text.said().size());
    return true;
  }
}
