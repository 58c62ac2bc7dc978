package cn.wuye.hotline.backend.queue;

import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.ivr.data.Sha256;
import cn.wuye.hotline.ivr.prompt.Take;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/** Announcements of storms that were recorded on the spot; none is ever changed. */
@Component
public class StormRecordings {
  private final JdbcClient jdbc;

  StormRecordings(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Keeps a recording.
   *
   * @param words what is said in it, in short
   * @param login of who has recorded it
   * @return its id
   */
  public long keep(String queue, String words, Take take, Instant at, String login) {
    GeneratedKeyHolder key = new GeneratedKeyHolder();
    jdbc.sql(
            "INSERT INTO storm_recording (queue_code, words, millis, sha256, sound, recorded_at,"
                + " recorded_by) VALUES (?, ?, ?, ?, ?, ?, ?)")
        .params(
            queue,
            words,
            take.length().toMillis(),
            Sha256.of(take.wav()),
            take.wav(),
            Utc.column(at),
            login)
        .update(key, "id");
    return Objects.requireNonNull(key.getKey()).longValue();
  }

  /** The sound of one that was recorded for a queue: a WAV, 8 kHz, 16 bit, mono. */
  public Optional<byte[]> sound(String queue, long id) {
    return jdbc.sql("SELECT sound FROM storm_recording WHERE id = ? AND queue_code = ?")
        .params(id, queue)
        .query((row, number) -> row.getBytes("sound"))
        .optional();
  }

  /** Deletes some that are older and play in no queue; returns how many. */
  int forget(Instant before, int most) {
    return jdbc.sql(
            "DELETE FROM storm_recording WHERE recorded_at < ? AND id NOT IN"
                + " (SELECT storm_recording FROM call_queue WHERE storm_recording IS NOT NULL)"
                + " ORDER BY recorded_at LIMIT ?")
        .params(Utc.column(before), most)
        .update();
  }
}
