package cn.wuye.hotline.backend.message.outbox;

import cn.wuye.hotline.backend.audit.Audit;
import cn.wuye.hotline.backend.audit.AuditAction;
import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.estate.ScopeCondition;
import cn.wuye.hotline.backend.persistence.Coded;
import cn.wuye.hotline.backend.persistence.Columns;
import cn.wuye.hotline.backend.persistence.Text;
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
import java.util.OptionalInt;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.JdbcTemplate;
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
  private static final AuditAction ASIDE = new AuditAction("message.set-aside");

  /** The longest note, in characters. */
  public static final int MAX_NOTE = 200;

  private static final int COUNTING_SECONDS = 1;

  private final JdbcClient jdbc;
  private final JdbcClient impatient;
  private final OutboxRows rows;
  private final Workers workers;
  private final Transactions transactions;
  private final Audit audit;

  OutboxDesk(
      JdbcClient jdbc,
      DataSource source,
      OutboxRows rows,
      Workers workers,
      Transactions transactions,
      Audit audit) {
    this.jdbc = jdbc;
    this.impatient = impatient(source);
    this.rows = rows;
    this.workers = workers;
    this.transactions = transactions;
    this.audit = audit;
  }

  private static JdbcClient impatient(DataSource source) {
    JdbcTemplate template = new JdbcTemplate(source);
    template.setQueryTimeout(COUNTING_SECONDS);
    return JdbcClient.create(template);
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

  /** What a wish to change a message came to. */
  public enum Change {
    DONE,
    /** It waits, was sent, is not wanted, or was looked after. */
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

  /**
   * How many there are in each state, counted no further than the cap.
   *
   * @param cap 1 or more; no answer is more than this
   * @return without those states that the database has not counted within a second
   */
  public Map<MessageState, Integer> countsUpTo(int cap, EstateScope scope) {
    Map<MessageState, Integer> counts = new EnumMap<>(MessageState.class);
    for (MessageState state : MessageState.values()) {
      count(state, cap, scope).ifPresent(found -> counts.put(state, found));
    }
    return counts;
  }

  private OptionalInt count(MessageState state, int cap, EstateScope scope) {
    Map<String, Object> parameters = new HashMap<>();
    List<String> conditions = new ArrayList<>(List.of("m.state = :state"));
    conditions.addAll(seen(scope, parameters));
    String tickets = conditions.size() == 1 ? "" : " JOIN ticket t ON t.number = m.ticket";
    try {
      return OptionalInt.of(
          impatient
              .sql(
                  "SELECT COUNT(*) FROM (SELECT 1 FROM outgoing_message m"
                      + tickets
                      + " WHERE "
                      + String.join(" AND ", conditions)
                      + " LIMIT :cap) counted")
              .params(parameters)
              .param("state", state.code())
              .param("cap", cap)
              .query(Integer.class)
              .single());
    } catch (QueryTimeoutException tooSlow) {
      return OptionalInt.empty();
    }
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
  public Change resend(long id, SignedInUser by) {
    check(by);
    Optional<OutboxMessage> found = find(id, by.scope());
    if (found.isEmpty()) {
      return Change.UNKNOWN;
    }
    if (!transactions.run(() -> again(found.get(), by))) {
      return Change.NOT_NOW;
    }
    log.info("message {} is sent again at the wish of {}", id, by);
    workers.look(new JdbcOutbox.Told());
    return Change.DONE;
  }

  /**
   * Somebody has seen to it that the addressee knows: the message that was not sent is no trouble
   * any more.
   *
   * @param note what was done instead, 1–{@value #MAX_NOTE} characters
   */
  public Change putAside(long id, String note, SignedInUser by) {
    check(by);
    Text.require("note", note, MAX_NOTE);
    if (note.isBlank()) {
      throw new IllegalArgumentException("who puts a message aside says what was done instead");
    }
    Optional<OutboxMessage> found = find(id, by.scope());
    if (found.isEmpty()) {
      return Change.UNKNOWN;
    }
    boolean done =
        transactions.run(
            () -> {
              boolean put = rows.putAside(id, by.getUsername(), note);
              if (put) {
                record(ASIDE, found.get(), by, Map.of("note", note));
              }
              return put;
            });
    return done ? Change.DONE : Change.NOT_NOW;
  }

  private static void check(SignedInUser by) {
    if (!by.writesTickets() && !by.administers()) {
      throw new AccessDeniedException("changes no messages");
    }
  }

  private boolean again(OutboxMessage message, SignedInUser by) {
    if (!rows.again(message.id())) {
      return false;
    }
    Reason reason = message.reason();
    record(RESENT, message, by, Map.of("reason", reason == null ? "" : reason.code()));
    return true;
  }

  private void record(
      AuditAction action, OutboxMessage message, SignedInUser by, Map<String, Object> more) {
    Map<String, Object> details = new HashMap<>(more);
    details.put("event", message.event());
    details.put("ticket", Objects.requireNonNullElse(message.ticket(), ""));
    audit.record(Audit.user(by.getUsername()), action, "message:" + message.id(), details);
  }

  /** A ticket whose place is unknown has no estate, a message about no ticket neither. */
  private static List<String> seen(EstateScope scope, Map<String, Object> parameters) {
    String seen = ScopeCondition.of(scope, "t.estate_id", parameters);
    return seen.isEmpty() ? List.of() : List.of("m.ticket IS NOT NULL", seen);
  }

  private static OutboxMessage message(ResultSet row, int n) throws SQLException {
    MessageState state = Coded.of(MessageState.class, Columns.text(row, "state"));
    return new OutboxMessage(
        row.getLong("id"),
        Columns.text(row, "event"),
        Columns.text(row, "addressee_kind"),
        Columns.text(row, "addressee"),
        row.getString("ticket"),
        row.getBoolean("emergency"),
        state,
        Coded.find(Reason.class, Columns.text(row, "reason")).orElse(null),
        row.getInt("attempts"),
        Columns.text(row, "medium"),
        Columns.text(row, "address"),
        Columns.text(row, "subject"),
        Objects.requireNonNullElse(row.getString("body"), ""),
        Columns.text(row, "error"),
        Columns.text(row, "delivery"),
        Utc.instant(row, "created_at"),
        Utc.instant(row, "changed_at"),
        Utc.instantOrNull(row, "aside_at"),
        Columns.text(row, "aside_by"),
        Columns.text(row, "aside_note"),
        state == MessageState.WAITING ? Utc.instant(row, "next_attempt_at") : null);
  }
}
