package cn.wuye.hotline.backend.prompt;

import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.ivr.data.Sha256;
import cn.wuye.hotline.ivr.prompt.Fault;
import cn.wuye.hotline.ivr.prompt.Take;
import cn.wuye.hotline.ivr.prompt.VoiceSet;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The recordings of prompts in the database; used by the application and by {@code ./hotline}. */
@Component
public class PromptRecordings {
  private static final String COLUMNS =
      "voice_set, prompt_key, words, millis, faults, source, sha256, recorded_at, recorded_by";

  private final JdbcClient jdbc;

  public PromptRecordings(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Changes whenever any recording is added, replaced or removed, by whichever node. */
  public String fingerprint() {
    return jdbc.sql(
            "SELECT CONCAT(COUNT(*), '/', COALESCE(MAX(id), 0), '/', COALESCE(SUM(id), 0))"
                + " FROM prompt_recording")
        .query(String.class)
        .single();
  }

  /** All of them, without their sound. */
  public List<PromptRecording> all() {
    return jdbc.sql("SELECT " + COLUMNS + " FROM prompt_recording ORDER BY voice_set, prompt_key")
        .query((row, number) -> read(row))
        .list();
  }

  /** Those of one set. */
  public List<PromptRecording> of(VoiceSet set) {
    return jdbc.sql(
            "SELECT " + COLUMNS + " FROM prompt_recording WHERE voice_set = ? ORDER BY prompt_key")
        .param(set.code())
        .query((row, number) -> read(row))
        .list();
  }

  /** The sound of one, a WAV; empty when it is not there any more. */
  public Optional<byte[]> sound(VoiceSet set, String key) {
    return jdbc.sql("SELECT sound FROM prompt_recording WHERE voice_set = ? AND prompt_key = ?")
        .params(set.code(), key)
        .query((row, number) -> row.getBytes("sound"))
        .optional();
  }

  /** The database's own clock, for a program that has no other. */
  public Instant now() {
    return jdbc.sql("SELECT UTC_TIMESTAMP(3)")
        .query(LocalDateTime.class)
        .single()
        .toInstant(ZoneOffset.UTC);
  }

  /** Keeps a recording, in the place of an earlier one if there is one. */
  public void keep(
      VoiceSet set, String key, String words, Take take, String source, Instant at, String by) {
    // REPLACE, for the new id by which other nodes see it.
    jdbc.sql(
            "REPLACE INTO prompt_recording (voice_set, prompt_key, words, millis, faults, source,"
                + " sha256, sound, recorded_at, recorded_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .params(
            set.code(),
            key,
            words,
            take.length().toMillis(),
            take.faults().stream().map(Fault::code).collect(Collectors.joining(",")),
            source,
            Sha256.of(take.wav()),
            take.wav(),
            Utc.column(at),
            by)
        .update();
  }

  /** Whether there was one to remove. */
  public boolean remove(VoiceSet set, String key) {
    return jdbc.sql("DELETE FROM prompt_recording WHERE voice_set = ? AND prompt_key = ?")
            .params(set.code(), key)
            .update()
        > 0;
  }

  private static PromptRecording read(ResultSet row) throws SQLException {
    return new PromptRecording(
        new VoiceSet(row.getString("voice_set")),
        row.getString("prompt_key"),
        row.getString("words"),
        Duration.ofMillis(row.getInt("millis")),
        Arrays.stream(row.getString("faults").split(","))
            .flatMap(code -> Fault.ofCode(code).stream())
            .toList(),
        row.getString("source"),
        row.getString("sha256"),
        Utc.instant(row, "recorded_at"),
        row.getString("recorded_by"));
  }
}
