package cn.wuye.hotline.backend.recording.api;

import cn.wuye.hotline.backend.api.Viewer;
import cn.wuye.hotline.backend.audit.Audit;
import cn.wuye.hotline.backend.audit.AuditAction;
import cn.wuye.hotline.backend.audit.Readings;
import cn.wuye.hotline.backend.problem.FieldCheck;
import cn.wuye.hotline.backend.problem.Problem;
import cn.wuye.hotline.backend.recording.Recording;
import cn.wuye.hotline.backend.recording.RecordingAccess;
import cn.wuye.hotline.backend.recording.RecordingKind;
import cn.wuye.hotline.backend.recording.RecordingStore;
import cn.wuye.hotline.backend.recording.SoundResource;
import cn.wuye.hotline.backend.recording.Transcript;
import cn.wuye.hotline.backend.recording.Transcripts;
import cn.wuye.hotline.ivr.conversation.CallId;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Recordings, and their sound with byte ranges, so that a player can jump. */
@RestController
@RequestMapping("/api/v1/recordings")
class RecordingsController {
  private static final Logger log = LoggerFactory.getLogger(RecordingsController.class);

  private final RecordingAccess access;
  private final Transcripts transcripts;
  private final RecordingStore store;
  private final Readings readings;

  RecordingsController(
      RecordingAccess access, Transcripts transcripts, RecordingStore store, Readings readings) {
    this.access = access;
    this.transcripts = transcripts;
    this.store = store;
    this.readings = readings;
  }

  @GetMapping
  ListView ofCall(@RequestParam(required = false) @Nullable String callId, Viewer viewer) {
    FieldCheck check = new FieldCheck().required("callId", callId);
    CallId call = check.parsed("callId", callId, CallId::new, "node-1-1763800000.12");
    check.done();
    List<Transcript> texts = transcripts.of(Objects.requireNonNull(call));
    return new ListView(
        access.of(call, viewer.scope()).stream().map(r -> RecordingView.of(r, texts)).toList());
  }

  @GetMapping("/{id}")
  RecordingView one(@PathVariable String id, Viewer viewer) {
    Recording recording = require(id, viewer);
    return RecordingView.of(recording, transcripts.of(recording.call()));
  }

  @GetMapping("/{id}/audio")
  ResponseEntity<Resource> audio(@PathVariable String id, Viewer viewer) throws IOException {
    Recording recording = require(id, viewer);
    RecordingStore.Sound sound =
        store
            .find(recording.key())
            .orElseThrow(() -> Problem.of(HttpStatus.GONE, "recording-gone", id).exception());
    log.info("{} plays recording {} of call {}", viewer.login(), id, recording.call());
    readings.record(
        Audit.user(viewer.login()),
        AuditAction.RECORDING_PLAYED,
        "recording:" + id,
        Map.of("call", recording.call().value(), "api", true));
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(recording.contentType()))
        .cacheControl(CacheControl.noStore().cachePrivate())
        .eTag(recording.sha256())
        .body(new SoundResource(recording.key(), sound));
  }

  private Recording require(String id, Viewer viewer) {
    return Optional.of(id)
        .filter(text -> text.matches("[1-9][0-9]{0,17}"))
        .flatMap(digits -> access.find(Long.parseLong(digits), viewer.scope()))
        .orElseThrow(() -> Problem.of(HttpStatus.NOT_FOUND, "recording-unknown", id).exception());
  }

  /** The recordings of a call. */
  record ListView(List<RecordingView> recordings) {}

  /** One with what was made of it in words. */
  record RecordingView(
      String id,
      String callId,
      RecordingKind kind,
      String contentType,
      long bytes,
      long durationMs,
      Instant recordedAt,
      String audio,
      List<TranscriptView> transcripts) {
    static RecordingView of(Recording recording, List<Transcript> texts) {
      return new RecordingView(
          Long.toString(recording.id()),
          recording.call().value(),
          recording.kind(),
          recording.contentType(),
          recording.bytes(),
          recording.duration().toMillis(),
          recording.recordedAt(),
          "/api/v1/recordings/" + recording.id() + "/audio",
          texts.stream()
              .filter(text -> text.recordingId() == recording.id())
              .map(t -> new TranscriptView(t.engine(), t.language(), t.text(), t.createdAt()))
              .toList());
    }
  }

  /** A recording as text. */
  record TranscriptView(String engine, String language, String text, Instant createdAt) {}
}
