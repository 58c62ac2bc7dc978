package cn.wuye.hotline.backend.recording;

import cn.wuye.hotline.backend.persistence.Transactions;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.ticket.Actor;
import cn.wuye.hotline.backend.ticket.Happening;
import cn.wuye.hotline.backend.ticket.Tickets;
import cn.wuye.hotline.ivr.conversation.CallId;
import java.time.Clock;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Recordings as text. */
@Component
public class Transcripts {
  private final JdbcClient jdbc;
  private final Tickets tickets;
  private final Transactions transactions;
  private final Clock clock;

  Transcripts(JdbcClient jdbc, Tickets tickets, Transactions transactions, Clock clock) {
    this.jdbc = jdbc;
    this.tickets = tickets;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * Keeps what an engine made of a recording, in place of what it made of it before; the call's
   * ticket, if there is one, is told. Repeating it changes nothing.
   */
  public void keep(Recording recording, String engine, String language, String text) {
    transactions.run(
        () -> {
          if (of(recording.call()).stream().anyMatch(same(recording.id(), engine, text))) {
            return 0;
          }
          int changed = upsert(recording.id(), engine, language, text);
          tickets
              .ofCall(recording.call())
              .ifPresent(
                  ticket ->
                      tickets.note(
                          ticket.number(),
                          Actor.system("transcription"),
                          new Happening.TranscriptAdded(recording.id(), engine, text)));
          return changed;
        });
  }

  /** All transcripts of a call's recordings, the oldest first. */
  public List<Transcript> of(CallId call) {
    return jdbc.sql(
            "SELECT t.recording_id, t.engine, t.language, t.text, t.created_at FROM transcript t"
                + " JOIN recording r ON r.id = t.recording_id WHERE r.call_id = :call ORDER BY t.id")
        .param("call", call.value())
        .query(
            (row, n) ->
                new Transcript(
                    row.getLong("recording_id"),
                    row.getString("engine"),
                    row.getString("language"),
                    row.getString("text"),
                    Utc.instant(row, "created_at")))
        .list();
  }

  private static Predicate<Transcript> same(long recording, String engine, String text) {
    return known ->
        known.recordingId() == recording
            && known.engine().equals(engine)
            && known.text().equals(text);
  }

  private int upsert(long recording, String engine, String language, String text) {
    return jdbc.sql(
            "INSERT INTO transcript (recording_id, engine, language, text, created_at)"
                + " VALUES (:recording, :engine, :language, :text, :now)"
                + " ON DUPLICATE KEY UPDATE language = :language, text = :text, created_at = :now")
        .param("recording", recording)
        .param("engine", engine)
        .param("language", language)
        .param("text", text)
        .param("now", Utc.column(Utc.now(clock)))
        .update();
  }
}
