package cn.wuye.hotline.backend.queue.callback;

import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.estate.ScopeCondition;
import cn.wuye.hotline.backend.persistence.Columns;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.resident.NumberKey;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who gave up waiting: a list that somebody works off. */
@Component
class AbandonedCalls {
  private static final String SELECT =
      "SELECT call_id, phone, queue_code, estate_id, emergency, older, waiting_since, left_at"
          + " FROM abandoned_call ";

  private final JdbcClient jdbc;

  AbandonedCalls(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Somebody hung up while she waited; told once more, it is the same. */
  void add(Place place, Instant now) {
    EstateId estate = place.estate();
    jdbc.sql(
            """
            INSERT INTO abandoned_call (call_id, phone, queue_code, estate_id, emergency, older,
                                        waiting_since, left_at)
            VALUES (:call, :phone, :queue, :estate, :emergency, :older, :since, :now)
            ON DUPLICATE KEY UPDATE left_at = left_at
            """)
        .param("call", place.callId())
        .param("phone", NumberKey.of(place.phone()))
        .param("queue", place.queueCode())
        .param("estate", estate == null ? null : estate.value())
        .param("emergency", place.emergency())
        .param("older", place.older())
        .param("since", Utc.column(place.since()))
        .param("now", Utc.column(now))
        .update();
  }

  /** Somebody has talked with her, or will: nothing is left to do for her number. */
  void done(PhoneNumber phone, String by, Instant now) {
    jdbc.sql(
            "UPDATE abandoned_call SET done_at = ?, done_by = ? WHERE phone = ? AND done_at IS NULL")
        .params(Utc.column(now), by, NumberKey.of(phone))
        .update();
  }

  /** Takes one off the list; false when it is not on it any more. */
  boolean done(String callId, String by, Instant now) {
    return jdbc.sql(
                "UPDATE abandoned_call SET done_at = ?, done_by = ?"
                    + " WHERE call_id = ? AND done_at IS NULL")
            .params(Utc.column(now), by, callId)
            .update()
        == 1;
  }

  /** One that is on the list, or was. */
  Optional<AbandonedCall> find(String callId) {
    return jdbc.sql(SELECT + "WHERE call_id = ?")
        .param(callId)
        .query(AbandonedCalls::row)
        .optional();
  }

  /** What somebody may see of the list, the newest first. */
  List<AbandonedCall> open(EstateScope scope, int most) {
    Map<String, Object> parameters = new HashMap<>();
    String seen = ScopeCondition.of(scope, "estate_id", parameters);
    return jdbc.sql(
            SELECT
                + "WHERE done_at IS NULL"
                + (seen.isEmpty() ? "" : " AND " + seen)
                + " ORDER BY left_at DESC LIMIT "
                + most)
        .params(parameters)
        .query(AbandonedCalls::row)
        .list();
  }

  /** Forgets who gave up long ago, seen to or not; returns how many. */
  int forget(Instant before, int most) {
    return jdbc.sql("DELETE FROM abandoned_call WHERE left_at < ? LIMIT ?")
        .params(Utc.column(before), most)
        .update();
  }

  private static AbandonedCall row(ResultSet row, int number) throws SQLException {
    long estate = row.getLong("estate_id");
    @Nullable EstateId where = row.wasNull() ? null : new EstateId(estate);
    return new AbandonedCall(
        new Place(
            new PhoneNumber(Columns.text(row, "phone")),
            Columns.text(row, "queue_code"),
            Columns.text(row, "call_id"),
            where,
            row.getBoolean("emergency"),
            row.getBoolean("older"),
            Utc.instant(row, "waiting_since")),
        Utc.instant(row, "left_at"));
  }
}
