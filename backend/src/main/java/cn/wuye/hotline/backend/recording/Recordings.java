package cn.wuye.hotline.backend.recording;

import cn.wuye.hotline.backend.persistence.Coded;
import cn.wuye.hotline.backend.persistence.Transactions;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.ticket.Actor;
import cn.wuye.hotline.backend.ticket.Happening;
import cn.wuye.hotline.backend.ticket.Ticket;
import cn.wuye.hotline.backend.ticket.Tickets;
import cn.wuye.hotline.ivr.conversation.CallId;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The recordings of all calls: what they are; the sound itself is in the {@link RecordingStore}.
 */
@Component
public class Recordings {
  private static final Logger log = LoggerFactory.getLogger(Recordings.class);
  private static final Actor RECORDER = Actor.system("recording");
  private static final String SELECT =
      "SELECT id, call_id, kind, storage_key, content_type, bytes, duration_ms, sha256, recorded_at"
          + " FROM recording ";

  private final JdbcClient jdbc;
  private final RecordingStore store;
  private final Tickets tickets;
  private final Transactions transactions;
  private final Clock clock;

  Recordings(
      JdbcClient jdbc,
      RecordingStore store,
      Tickets tickets,
      Transactions transactions,
      Clock clock) {
    this.jdbc = jdbc;
    this.store = store;
    this.tickets = tickets;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * Keeps a recording, in place of the one that the call had of this kind. May be repeated. The
   * call's ticket, if there is one, is told.
   *
   * @throws IOException when the file cannot be read or the store cannot keep it
   */
  public Recording keep(NewRecording recording) throws IOException {
    String sha256;
    long bytes;
    try (DigestedInput input = DigestedInput.of(recording.file())) {
      store.put(recording.key(), input);
      sha256 = input.sha256();
      bytes = input.bytes();
    }
    Recording kept = transactions.run(() -> enter(recording, sha256, bytes));
    log.info("call {}: {} recording kept, {} bytes", kept.call(), kept.kind().code(), bytes);
    return kept;
  }

  public Optional<Recording> find(long id) {
    return jdbc.sql(SELECT + "WHERE id = :id").param("id", id).query(Recordings::row).optional();
  }

  /** The recordings of a call. */
  public List<Recording> of(CallId call) {
    return jdbc.sql(SELECT + "WHERE call_id = :call ORDER BY id")
        .param("call", call.value())
        .query(Recordings::row)
        .list();
  }

  private Recording enter(NewRecording recording, String sha256, long bytes) {
    Optional<Recording> before = one(recording);
    jdbc.sql(
            "INSERT INTO recording (call_id, kind, storage_key, content_type, bytes, duration_ms,"
                + " sha256, recorded_at, stored_at)"
                + " VALUES (:call, :kind, :key, 'audio/wav', :bytes, :duration, :sha, :recorded, :now)"
                + " ON DUPLICATE KEY UPDATE storage_key = :key, bytes = :bytes,"
                + " duration_ms = :duration, sha256 = :sha, recorded_at = :recorded")
        .param("call", recording.call().value())
        .param("kind", recording.kind().code())
        .param("key", recording.key().value())
        .param("bytes", bytes)
        .param("duration", recording.duration().toMillis())
        .param("sha", sha256)
        .param("recorded", Utc.column(recording.recordedAt()))
        .param("now", Utc.column(Utc.now(clock)))
        .update();
    Recording kept = one(recording).orElseThrow();
    if (before.isEmpty()) {
      tickets
          .ofCall(recording.call())
          .map(Ticket::number)
          .ifPresent(number -> tickets.note(number, RECORDER, added(kept)));
    }
    return kept;
  }

  static Happening.RecordingAdded added(Recording recording) {
    return new Happening.RecordingAdded(
        recording.id(), recording.kind().code(), recording.duration().toMillis());
  }

  private Optional<Recording> one(NewRecording recording) {
    return jdbc.sql(SELECT + "WHERE call_id = :call AND kind = :kind")
        .param("call", recording.call().value())
        .param("kind", recording.kind().code())
        .query(Recordings::row)
        .optional();
  }

  private static Recording row(ResultSet row, int n) throws SQLException {
    return new Recording(
        row.getLong("id"),
        new CallId(row.getString("call_id")),
        Coded.of(RecordingKind.class, row.getString("kind")),
        new RecordingKey(row.getString("storage_key")),
        row.getString("content_type"),
        row.getLong("bytes"),
        Duration.ofMillis(row.getLong("duration_ms")),
        row.getString("sha256"),
        Utc.instant(row, "recorded_at"));
  }
}
