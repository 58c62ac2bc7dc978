package cn.wuye.hotline.backend.floor.alarm;

import cn.wuye.hotline.backend.persistence.Columns;
import cn.wuye.hotline.backend.persistence.Utc;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which alarms stand since when, and who was told of them. */
@Component
class AlarmRows {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration KEPT = Duration.ofDays(1);

  private final JdbcClient jdbc;

  AlarmRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * An alarm from its beginning until nobody sees it any more.
   *
   * @param alarm {@code KIND:QUEUE:DIALECT}
   */
  record Episode(String alarm, Instant began) {
    /** What names a message of it to somebody. */
    String once(String person) {
      return "alarm|" + alarm + "|" + began + "|" + person;
    }
  }

  /** An alarm stands; by whichever node it was seen first, that is when it began. */
  Episode seen(String alarm, Instant now) {
    jdbc.sql(
            "INSERT INTO floor_alarm (alarm, began_at, seen_at) VALUES (:alarm, :now, :now)"
                + " ON DUPLICATE KEY UPDATE seen_at = GREATEST(seen_at, :now)")
        .param("alarm", alarm)
        .param("now", Utc.column(now))
        .update();
    return jdbc.sql("SELECT alarm, began_at FROM floor_alarm WHERE alarm = ?")
        .param(alarm)
        .query((row, n) -> new Episode(Columns.text(row, "alarm"), Utc.instant(row, "began_at")))
        .optional()
        .orElseGet(() -> new Episode(alarm, Utc.truncated(now)));
  }

  /** Those that nobody has seen since a moment. */
  List<Episode> unseenSince(Instant moment) {
    return jdbc.sql("SELECT alarm, began_at FROM floor_alarm WHERE seen_at < ?")
        .param(Utc.column(moment))
        .query((row, n) -> new Episode(Columns.text(row, "alarm"), Utc.instant(row, "began_at")))
        .list();
  }

  /** Ends an episode; false when another node did, or it was seen again. */
  boolean end(Episode episode, Instant unseenSince) {
    return jdbc.sql("DELETE FROM floor_alarm WHERE alarm = ? AND began_at = ? AND seen_at < ?")
            .params(episode.alarm(), Utc.column(episode.began()), Utc.column(unseenSince))
            .update()
        == 1;
  }

  /** Who was told of an episode. */
  List<String> told(Episode episode) {
    return jdbc.sql("SELECT person FROM floor_alarm_told WHERE alarm = ? AND began_at = ?")
        .params(episode.alarm(), Utc.column(episode.began()))
        .query(String.class)
        .list();
  }

  /** Of how many alarms somebody was told within the last hour. */
  int lately(String person, Instant now) {
    return jdbc.sql("SELECT COUNT(*) FROM floor_alarm_told WHERE person = ? AND told_at > ?")
        .params(person, Utc.column(now.minus(HOUR)))
        .query(Integer.class)
        .single();
  }

  /** One node at a time counts and tells, until its transaction ends. */
  void oneAtATime() {
    jdbc.sql("SELECT id FROM floor_alarm_rule ORDER BY id FOR UPDATE").query(Long.class).list();
  }

  /** Somebody is told of an episode; false when he was already. */
  boolean tell(Episode episode, String person, Instant now) {
    try {
      jdbc.sql(
              "INSERT INTO floor_alarm_told (alarm, began_at, person, told_at) VALUES (?, ?, ?, ?)")
          .params(episode.alarm(), Utc.column(episode.began()), person, Utc.column(now))
          .update();
      return true;
    } catch (DuplicateKeyException already) {
      return false;
    }
  }

  /** Forgets who was told long ago. */
  void forget(Instant now) {
    jdbc.sql("DELETE FROM floor_alarm_told WHERE told_at < ?")
        .param(Utc.column(now.minus(KEPT)))
        .update();
  }
}
