package cn.wuye.hotline.backend.call;

import cn.wuye.hotline.backend.persistence.Transactions;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.ivr.conversation.CallId;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import cn.wuye.hotline.ivr.conversation.Turn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The calls of all nodes. */
@Component
public class Calls {
  static final String SELECT =
      "SELECT c.call_id, c.sip_call_id, c.caller, c.dialled, c.node, c.answered_at, c.ended_at"
          + " FROM call_record c ";

  private final JdbcClient jdbc;
  private final CallTurns turns;
  private final Transactions transactions;

  Calls(JdbcClient jdbc, CallTurns turns, Transactions transactions) {
    this.jdbc = jdbc;
    this.turns = turns;
    this.transactions = transactions;
  }

  /** Keeps a call, in place of what was kept of it before, without its turns. */
  public void keep(CallRecord call) {
    transactions.run(() -> upsert(call));
  }

  /** Keeps a call and all its turns, in place of what was kept of it before. */
  public void keep(CallRecord call, List<Turn> said) {
    transactions.run(
        () -> {
          int changed = upsert(call);
          turns.replace(call.id(), said);
          return changed;
        });
  }

  public Optional<CallRecord> find(CallId id) {
    return jdbc.sql(SELECT + "WHERE c.call_id = :id")
        .param("id", id.value())
        .query(Calls::call)
        .optional();
  }

  /** Everything said and heard in a call, in order. */
  public List<Turn> turns(CallId id) {
    return turns.of(id);
  }

  private int upsert(CallRecord call) {
    return jdbc.sql(
            "INSERT INTO call_record (call_id, sip_call_id, caller, dialled, node, answered_at, ended_at)"
                + " VALUES (:id, :sip, :caller, :dialled, :node, :answered, :ended)"
                + " ON DUPLICATE KEY UPDATE sip_call_id = :sip, caller = :caller, dialled = :dialled,"
                + " node = :node, answered_at = :answered, ended_at = :ended")
        .param("id", call.id().value())
        .param("sip", call.sipCallId())
        .param("caller", call.caller().map(PhoneNumber::digits).orElse(null))
        .param("dialled", call.dialled())
        .param("node", call.node())
        .param("answered", Utc.column(call.answeredAt()))
        .param("ended", call.endedAt().map(Utc::column).orElse(null))
        .update();
  }

  static CallRecord call(ResultSet row, int n) throws SQLException {
    @Nullable String caller = row.getString("caller");
    @Nullable Instant ended = Utc.instantOrNull(row, "ended_at");
    return new CallRecord(
        new CallId(row.getString("call_id")),
        row.getString("sip_call_id"),
        Optional.ofNullable(caller).map(PhoneNumber::new),
        row.getString("dialled"),
        row.getString("node"),
        Utc.instant(row, "answered_at"),
        Optional.ofNullable(ended));
  }
}
