package cn.wuye.hotline.backend.recording;

import cn.wuye.hotline.backend.persistence.Transactions;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.ticket.Actor;
import cn.wuye.hotline.backend.ticket.Happening;
import cn.wuye.hotline.backend.ticket.Tickets;
import cn.wuye.hotline.ivr.conversation.CallId;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Recordings as text. */
@Component
public class Transcripts {
  private static final TypeReference<List<Utterance>> UTTERANCES = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final Tickets tickets;
  private final Transactions transactions;
  private final JsonMapper json;
  private final Clock clock;

  Transcripts(
      JdbcClient jdbc, Tickets tickets, Transactions transactions, JsonMapper json, Clock clock) {
    this.jdbc = jdbc;
    this.tickets = tickets;
    this.transactions = transactions;
    this.json = json;
    this.clock = clock;
  }

  /**
   * Keeps what an engine made of a recording, in place of what it made of it before; the call's
   * ticket, if there is one, is told. Repeating it changes nothing.
   */
  public void keep(Recording recording, String engine, String language, String text) {
    keep(recording, engine, language, text, List.of(), text);
  }

  /**
   * The same for a talk. Its words stand in no ticket's history: they go with the recording.
   *
   * @param language the caller's
   * @param said both sides' utterances, in the order in which they began; may be empty
   */
  public void keepTalk(Recording recording, String engine, String language, List<Utterance> said) {
    String text = said.stream().map(Utterance::line).collect(Collectors.joining("\n"));
    keep(recording, engine, language, text, said, "");
  }

  private void keep(
      Recording recording,
      String engine,
      String language,
      String text,
      List<Utterance> said,
      String told) {
    transactions.run(
        () -> {
          if (of(recording.call()).stream()
              .anyMatch(known -> same(known, recording.id(), engine, text, said))) {
            return 0;
          }
          int changed = upsert(recording.id(), engine, language, text, said);
          tickets
              .ofCall(recording.call())
              .ifPresent(
                  ticket ->
                      tickets.note(
                          ticket.number(),
                          Actor.system("transcription"),
                          new Happening.TranscriptAdded(recording.id(), engine, told)));
          return changed;
        });
  }

  /** All transcripts of a call's recordings, the oldest first. */
  public List<Transcript> of(CallId call) {
    return jdbc.sql(
            "SELECT t.recording_id, t.engine, t.language, t.text, t.utterances, t.created_at"
                + " FROM transcript t JOIN recording r ON r.id = t.recording_id"
                + " WHERE r.call_id = :call ORDER BY t.id")
        .param("call", call.value())
        .query(
            (row, n) ->
                new Transcript(
                    row.getLong("recording_id"),
                    row.getString("engine"),
                    row.getString("language"),
                    row.getString("text"),
                    utterances(row.getString("utterances")),
                    Utc.instant(row, "created_at")))
        .list();
  }

  private List<Utterance> utterances(@Nullable String kept) {
    return Optional.ofNullable(kept)
        .map(text -> json.readValue(text, UTTERANCES))
        .orElse(List.of());
  }

  private static boolean same(
      Transcript known, long recording, String engine, String text, List<Utterance> said) {
    return known.recordingId() == recording
        && known.engine().equals(engine)
        && known.text().equals(text)
        && known.utterances().equals(said);
  }

  private int upsert(
      long recording, String engine, String language, String text, List<Utterance> said) {
    return jdbc.sql(
            "INSERT INTO transcript (recording_id, engine, language, text, utterances, created_at)"
                + " VALUES (:recording, :engine, :language, :text, :said, :now)"
                + " ON DUPLICATE KEY UPDATE language = :language, text = :text, utterances = :said,"
                + " created_at = :now")
        .param("recording", recording)
        .param("engine", engine)
        .param("language", language)
        .param("text", text)
        .param("said", said.isEmpty() ? null : json.writeValueAsString(said))
        .param("now", Utc.column(Utc.now(clock)))
        .update();
  }
}
