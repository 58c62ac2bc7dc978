package cn.wuye.hotline.backend.call;

import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.estate.ScopeCondition;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import cn.wuye.hotline.ivr.conversation.CallId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Calls as they are shown. Who may see a call's ticket (its own, or the one it adds to) may see the
 * call; a call without a ticket belongs to no estate yet.
 */
@Component
public class CallList {
  /** The most calls of one answer. */
  public static final int MAX_LIMIT = 200;

  private static final String SELECT =
      "SELECT c.call_id, c.sip_call_id, c.caller, c.dialled, c.node, c.answered_at, c.ended_at,"
          + " COALESCE(t.number, x.number) AS number, COALESCE(t.estate_id, x.estate_id) AS estate_id"
          + " FROM call_record c LEFT JOIN ticket t ON t.call_id = c.call_id"
          + " LEFT JOIN call_addition a ON a.call_id = c.call_id"
          + " LEFT JOIN ticket x ON x.number = a.ticket";

  private final JdbcClient jdbc;

  CallList(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A call with its ticket. */
  public record Row(CallRecord call, @Nullable TicketNumber ticket, @Nullable EstateId estate) {}

  /** The call with this id, if it is there for the one who asks. */
  public Optional<Row> find(CallId id, EstateScope scope) {
    return page(new CallFilter(id, null, null), scope, Optional.empty(), 1).stream().findFirst();
  }

  /**
   * The latest calls, newest first.
   *
   * @param before only those answered before this call
   */
  public List<Row> page(
      CallFilter filter, EstateScope scope, Optional<CallRecord> before, int limit) {
    StringBuilder where = new StringBuilder(" WHERE 1 = 1");
    Map<String, Object> parameters = new HashMap<>();
    filter.addTo(where, parameters);
    String seen = ScopeCondition.of(scope, "COALESCE(t.estate_id, x.estate_id)", parameters);
    if (!seen.isEmpty()) {
      where.append(" AND ").append(seen);
    }
    before.ifPresent(call -> filter.addBefore(call, where, parameters));
    return jdbc.sql(SELECT + where + " ORDER BY c.answered_at DESC, c.call_id DESC LIMIT :limit")
        .params(parameters)
        .param("limit", limit)
        .query(CallList::row)
        .list();
  }

  private static Row row(ResultSet row, int n) throws SQLException {
    long number = row.getLong("number");
    TicketNumber ticket = row.wasNull() ? null : new TicketNumber(number);
    long id = row.getLong("estate_id");
    EstateId estate = row.wasNull() ? null : new EstateId(id);
    return new Row(Calls.call(row, n), ticket, estate);
  }
}
