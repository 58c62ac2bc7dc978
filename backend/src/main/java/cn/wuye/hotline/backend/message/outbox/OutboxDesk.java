package cn.wuye.hotline.backend.message.outbox;

import cn.wuye.hotline.backend.audit.Audit;
import cn.wuye.hotline.backend.audit.AuditAction;
import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.estate.ScopeCondition;
import cn.wuye.hotline.backend.persistence.Coded;
import cn.wuye.hotline.backend.persistence.Transactions;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import cn.wuye.hotline.backend.user.SignedInUser;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/**
 * The outbox as staff see it: messages about tickets of their estates. What is about no ticket is
 * seen by those who see everything.
 */
@Component
public class OutboxDesk {
  private static final Logger log = LoggerFactory.getLogger(OutboxDesk.class);
  private static final AuditAction RESENT = new AuditAction("message.resent");

  private final JdbcClient jdbc;
  private final OutboxRows rows;
  private final Workers workers;
  private final Transactions transactions;
  private final Audit audit;

  OutboxDesk(
      JdbcClient jdbc, OutboxRows rows, Workers workers, Transactions transactions, Audit audit) {
    this.jdbc = jdbc;
    this.rows = rows;
    this.workers = workers;
    this.transactions = transactions;
    this.audit = audit;
  }

  /**
   * Which messages are wanted.
   *
   * @param state null: any
   * @param ticket null: any
   * @param before only those with a smaller id; {@link Long#MAX_VALUE}: from the newest
   * @param limit 1–200
   */
  public record Query(
      @Nullable MessageState state, @Nullable TicketNumber ticket, long before, int limit) {}

  /** What a wish to resend came to. */
  public enum Resent {
    DONE,
    /** It waits, was sent, or is not wanted. */
    NOT_NOW,
    /** It is not there for the one who asks. */
    UNKNOWN
  }

  /** The newest first. */
  public List<OutboxMessage> list(Query query, EstateScope scope) {
    List<String> conditions = new ArrayList<>(List.of("m.id < :before"));
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("before", query.before());
    parameters.put("limit", query.limit());
    MessageState state = query.state();
    if (state != null) {
      conditions.add("m.state = :state");
      parameters.put("state", state.code());
    }
    TicketNumber ticket = query.ticket();
    if (ticket != null) {
      conditions.add("m.ticket = :ticket");
      parameters.put("ticket", ticket.value());
    }
    conditions.addAll(seen(scope, parameters));
    return jdbc.sql(
            "SELECT m.* FROM outgoing_message m LEFT JOIN ticket t ON t.number = m.ticket WHERE "
                + String.join(" AND ", conditions)
                + " ORDER BY m.id DESC LIMIT :limit")
        .params(parameters)
        .query(OutboxDesk::message)
        .list();
  }

  /** How many there are in each state. */
  public Map<MessageState, Long> counts(EstateScope scope) {
    Map<String, Object> parameters = new HashMap<>();
    List<String> conditions = seen(scope, parameters);
    Map<MessageState, Long> counts = new EnumMap<>(MessageState.class);
    for (MessageState state : MessageState.values()) {
      counts.put(state, 0L);
    }
    jdbc.sql(
            "SELECT m.state, COUNT(*) AS n FROM outgoing_message m"
                + (conditions.isEmpty()
                    ? ""
                    : " LEFT JOIN ticket t ON t.number = m.ticket WHERE "
                        + String.join(" AND ", conditions))
                + " GROUP BY m.state")
        .params(parameters)
        .query()
        .listOfRows()
        .forEach(
            row ->
                counts.put(
                    Coded.of(MessageState.class, String.valueOf(row.get("state"))),
                    ((Number) Objects.requireNonNull(row.get("n"))).longValue()));
    return counts;
  }

  /** One, if it is there for the one who asks. */
  public Optional<OutboxMessage> find(long id, EstateScope scope) {
    Map<String, Object> parameters = new HashMap<>();
    List<String> conditions = new ArrayList<>(List.of("m.id = :id"));
    conditions.addAll(seen(scope, parameters));
    return jdbc.sql(
            "SELECT m.* FROM outgoing_message m LEFT JOIN ticket t ON t.number = m.ticket WHERE "
                + String.join(" AND ", conditions))
        .params(parameters)
        .param("id", id)
        .query(OutboxDesk::message)
        .optional();
  }

  /** Sends a message (again) that could not be sent. */
  public Resent resend(long id, SignedInUser by) {
    if (!by.writesTickets() && !by.administers()) {
      throw new AccessDeniedException("resends no messages");
    }
    Optional<OutboxMessage> found = find(id, by.scope());
    if (found.isEmpty()) {
      return Resent.UNKNOWN;
    }
    if (!transactions.run(() -> again(found.get(), by))) {
      return Resent.NOT_NOW;
    }
    log.info("message {} is sent again at the wish of {}", id, by);
    workers.look(new JdbcOutbox.Told());
    return Resent.DONE;
  }

  private boolean again(OutboxMessage message, SignedInUser by) {
    if (!rows.again(message.id())) {
      return false;
    }
    Reason reason = message.reason();
    audit.record(
        Audit.user(by.getUsername()),
        RESENT,
        "message:" + message.id(),
        Map.of(
            "event", message.event(),
            "ticket", Objects.requireNonNullElse(message.ticket(), ""),
            "reason", reason == null ? "" : reason.code()));
    return true;
  }

  /** A ticket whose place is unknown has no estate, a message about no ticket neither. */
  private static List<String> seen(EstateScope scope, Map<String, Object> parameters) {
    String seen = ScopeCondition.of(scope, "t.estate_id", parameters);
    return seen.isEmpty() ? List.of() : List.of("m.ticket IS NOT NULL", seen);
  }

  private static OutboxMessage message(ResultSet row, int n) throws SQLException {
    MessageState state = Coded.of(MessageState.class, text(row, "state"));
    return new OutboxMessage(
        row.getLong("id"),
        text(row, "event"),
        text(row, "addressee_kind"),
        text(row, "addressee"),
        row.getString("ticket"),
        row.getBoolean("emergency"),
        state,
        Coded.find(Reason.class, text(row, "reason")).orElse(null),
        row.getInt("attempts"),
        text(row, "medium"),
        text(row, "address"),
        text(row, "subject"),
        Objects.requireNonNullElse(row.getString("body"), ""),
        text(row, "error"),
        text(row, "delivery"),
        Utc.instant(row, "created_at"),
        Utc.instant(row, "changed_at"),
        state == MessageState.WAITING ? Utc.instant(row, "next_attempt_at") : null);
  }

  private static String text(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNull(row.getString(column));
  }
}
