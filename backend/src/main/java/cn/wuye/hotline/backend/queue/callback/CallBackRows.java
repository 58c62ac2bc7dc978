package cn.wuye.hotline.backend.queue.callback;

import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.estate.ScopeCondition;
import cn.wuye.hotline.backend.persistence.Coded;
import cn.wuye.hotline.backend.persistence.Columns;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.resident.NumberKey;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import cn.wuye.hotline.router.queue.CallBack;
import cn.wuye.hotline.router.queue.CallBack.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Call-backs in the database. What changes one says what it expects it to be; that one is over, the
 * log of queues is told.
 */
@Component
public class CallBackRows {
  private static final String SELECT =
      "SELECT id, phone, queue_code, call_id, estate_id, emergency, older, cause, waiting_since,"
          + " state, calls, placed, due_at, node_id, agent, created_at, ended_at FROM call_back ";

  private final JdbcClient jdbc;
  private final CallBackLog log;

  CallBackRows(JdbcClient jdbc, CallBackLog log) {
    this.jdbc = jdbc;
    this.log = log;
  }

  /**
   * A new one.
   *
   * @param by who wants it, as the audit names her
   * @return false when one for the number is active already
   */
  boolean add(Place place, CallBack callBack, Cause cause, String by, Instant now) {
    EstateId estate = place.estate();
    try {
      jdbc.sql(
              """
              INSERT INTO call_back (active_phone, phone, queue_code, call_id, estate_id, emergency, older,
                                     cause, waiting_since, state, due_at, created_by, created_at)
              VALUES (:key, :phone, :queue, :call, :estate, :emergency, :older,
                      :cause, :since, :state, :due, :by, :now)
              """)
          .param("key", NumberKey.of(place.phone()))
          .param("phone", place.phone().digits())
          .param("queue", place.queueCode())
          .param("call", place.callId())
          .param("estate", estate == null ? null : estate.value())
          .param("emergency", place.emergency())
          .param("older", place.older())
          .param("cause", cause.code())
          .param("since", Utc.column(place.since()))
          .param("state", code(callBack.state()))
          .param("due", Utc.column(callBack.due()))
          .param("by", by)
          .param("now", Utc.column(now))
          .update();
      return true;
    } catch (DuplicateKeyException active) {
      return false;
    }
  }

  /** The one that is being done about for a number. */
  Optional<StoredCallBack> active(PhoneNumber phone) {
    return jdbc.sql(SELECT + "WHERE active_phone = ?")
        .param(NumberKey.of(phone))
        .query(CallBackRows::row)
        .optional();
  }

  Optional<StoredCallBack> find(long id) {
    return jdbc.sql(SELECT + "WHERE id = ?").param(id).query(CallBackRows::row).optional();
  }

  /** Everything that is being done, the oldest place first. */
  List<StoredCallBack> active() {
    return jdbc.sql(SELECT + "WHERE active_phone IS NOT NULL ORDER BY waiting_since, id")
        .query(CallBackRows::row)
        .list();
  }

  /**
   * Those that somebody may see, the newest first.
   *
   * @param active whether only what is still to be done
   */
  List<StoredCallBack> list(EstateScope scope, boolean active, int most) {
    Map<String, Object> parameters = new HashMap<>();
    String seen = ScopeCondition.of(scope, "estate_id", parameters);
    String where =
        (active ? "active_phone IS NOT NULL" : "1 = 1") + (seen.isEmpty() ? "" : " AND " + seen);
    return jdbc.sql(SELECT + "WHERE " + where + " ORDER BY id DESC LIMIT " + most)
        .params(parameters)
        .query(CallBackRows::row)
        .list();
  }

  /**
   * Takes one whose turn has come for a node; false when somebody was faster.
   *
   * @param lease the end of the lease, unless it is renewed
   */
  boolean claim(StoredCallBack due, String node, Instant now, Instant lease) {
    return jdbc.sql(
                """
                UPDATE call_back
                   SET state = 'ringing-agent', node_id = :node, lease_until = :lease, placed = placed + 1
                 WHERE id = :id AND state = 'waiting' AND placed = :placed AND due_at <= :now
                """)
            .param("node", node)
            .param("lease", Utc.column(lease))
            .param("id", due.id())
            .param("placed", due.placed())
            .param("now", Utc.column(now))
            .update()
        == 1;
  }

  /** A node is still at these. */
  void renew(String node, Set<Long> ids, Instant lease) {
    if (!ids.isEmpty()) {
      jdbc.sql(
              "UPDATE call_back SET lease_until = :lease WHERE node_id = :node AND id IN (:ids)"
                  + " AND state IN ('ringing-agent', 'ringing-caller')")
          .param("lease", Utc.column(lease))
          .param("node", node)
          .param("ids", ids)
          .update();
    }
  }

  /** Those whose node is dead, or has forgotten them. */
  List<StoredCallBack> expired(Instant now) {
    return jdbc.sql(
            SELECT + "WHERE state IN ('ringing-agent', 'ringing-caller') AND lease_until < ?")
        .param(Utc.column(now))
        .query(CallBackRows::row)
        .list();
  }

  /**
   * Makes of one what the next step says; false when it is no longer what it was.
   *
   * @param agent who answered; empty for nobody
   * @param by who ended it, where it ends
   */
  boolean move(StoredCallBack from, CallBack to, String agent, String by, Instant now) {
    boolean active = to.state().active();
    boolean rung = to.state() == State.RINGING_AGENT || to.state() == State.RINGING_CALLER;
    boolean moved =
        jdbc.sql(
                    """
                UPDATE call_back
                   SET state = :state, calls = :calls, due_at = :due, agent = :agent,
                       active_phone = :key, ended_at = :ended, ended_by = :by,
                       node_id = :holder
                 WHERE id = :id AND state = :was AND node_id = :node AND placed = :placed
                """)
                .param("state", code(to.state()))
                .param("calls", to.calls())
                .param("due", Utc.column(to.due()))
                .param("agent", agent)
                .param("key", active ? NumberKey.of(from.place().phone()) : null)
                .param("ended", active ? null : Utc.column(now))
                .param("by", active ? "" : by)
                .param("holder", rung ? from.node() : "")
                .param("id", from.id())
                .param("was", code(from.callBack().state()))
                .param("node", from.node())
                .param("placed", from.placed())
                .update()
            == 1;
    if (moved && !active) {
      log.ended(from, to.state(), agent, now);
    }
    return moved;
  }

  /** Forgets what is long over; returns how many. */
  int forget(Instant before, int most) {
    return jdbc.sql("DELETE FROM call_back WHERE created_at < ? AND active_phone IS NULL LIMIT ?")
        .params(Utc.column(before), most)
        .update();
  }

  private static StoredCallBack row(ResultSet row, int number) throws SQLException {
    long estate = row.getLong("estate_id");
    @Nullable EstateId where = row.wasNull() ? null : new EstateId(estate);
    Instant since = Utc.instant(row, "waiting_since");
    String queue = Columns.text(row, "queue_code");
    return new StoredCallBack(
        row.getLong("id"),
        new Place(
            new PhoneNumber(Columns.text(row, "phone")),
            queue,
            Columns.text(row, "call_id"),
            where,
            row.getBoolean("emergency"),
            row.getBoolean("older"),
            since),
        new CallBack(
            queue,
            since,
            state(Columns.text(row, "state")),
            row.getInt("calls"),
            Utc.instant(row, "due_at")),
        Coded.of(Cause.class, Columns.text(row, "cause")),
        row.getInt("placed"),
        Columns.text(row, "node_id"),
        Columns.text(row, "agent"),
        Utc.instant(row, "created_at"),
        Utc.instantOrNull(row, "ended_at"));
  }

  /** The code of a state: in the database, the API and the bundles. */
  public static String code(State state) {
    return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static State state(String code) {
    return State.valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
