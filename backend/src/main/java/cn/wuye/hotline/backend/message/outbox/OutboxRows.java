package cn.wuye.hotline.backend.message.outbox;

import cn.wuye.hotline.backend.message.Notice;
import cn.wuye.hotline.backend.message.template.Medium;
import cn.wuye.hotline.backend.persistence.Coded;
import cn.wuye.hotline.backend.persistence.Text;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import cn.wuye.hotline.ivr.data.Sha256;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The rows of the outbox. A worker has a row while its lease lasts: {@code next_attempt_at} is then
 * the lease's end, so a row whose worker died is due again by itself.
 */
@Component
class OutboxRows {
  private static final TypeReference<Map<String, String>> VALUES = new TypeReference<>() {};
  private static final int CANDIDATES = 8;
  private static final int LONGEST_ADDRESSEE = 80;
  private static final int LONGEST_ADDRESS = 190;
  private static final int LONGEST_SUBJECT = 400;

  private final JdbcClient jdbc;
  private final JdbcTemplate template;
  private final JsonMapper json;
  private final Clock clock;

  OutboxRows(JdbcClient jdbc, JdbcTemplate template, JsonMapper json, Clock clock) {
    this.jdbc = jdbc;
    this.template = template;
    this.json = json;
    this.clock = clock;
  }

  /** Puts a notice there; false when one with its key is there already. */
  boolean add(Notice notice) {
    return add(notice, Way.ANY, null);
  }

  /**
   * Has somebody phoned; false when he was or is to be phoned for this already.
   *
   * @param chain key of the notice for which people are phoned in turn
   */
  boolean addCall(Notice notice, String chain) {
    return add(call(notice, chain), Way.VOICE, chain);
  }

  /**
   * Puts several there with one statement, none that is there already.
   *
   * @param phoned those for which somebody is phoned as well
   */
  void add(List<Notice> notices, List<Notice> phoned) {
    List<@Nullable Object[]> columns = new ArrayList<>();
    notices.forEach(notice -> columns.add(columns(notice, Way.ANY, null)));
    phoned.forEach(
        notice -> columns.add(columns(call(notice, notice.once()), Way.VOICE, notice.once())));
    template.batchUpdate(INSERT + " ON DUPLICATE KEY UPDATE once = once", columns);
  }

  private static Notice call(Notice notice, String chain) {
    return new Notice(
        notice.event(),
        notice.to(),
        notice.ticket(),
        notice.values(),
        notice.emergency(),
        "call|" + Sha256.of(chain + "|" + AddresseeCode.of(notice.to()).value()));
  }

  private boolean add(Notice notice, Way way, @Nullable String chain) {
    try {
      template.update(INSERT, columns(notice, way, chain));
      return true;
    } catch (DuplicateKeyException thereAlready) {
      return false;
    }
  }

  private static final String INSERT =
      "INSERT INTO outgoing_message (once, event, addressee_kind, addressee, ticket, details,"
          + " emergency, way, chain, created_at, state, next_attempt_at, changed_at)"
          + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

  private @Nullable Object[] columns(Notice notice, Way way, @Nullable String chain) {
    AddresseeCode to = AddresseeCode.of(notice.to());
    Text.require("addressee", to.value(), LONGEST_ADDRESSEE);
    TicketNumber ticket = notice.ticket();
    Object now = now();
    return new @Nullable Object[] {
      notice.once(),
      notice.event(),
      to.kind(),
      to.value(),
      ticket == null ? null : ticket.value(),
      json.writeValueAsString(notice.values()),
      notice.emergency(),
      way.code(),
      chain,
      now,
      MessageState.WAITING.code(),
      now,
      now
    };
  }

  /** Takes the message that is to be written first, emergencies before all others. */
  Optional<Claimed> claim(Duration lease) {
    return claim("way <> 'voice'", lease, Duration.ZERO);
  }

  /**
   * Takes the call that is to be made first, emergencies before all others.
   *
   * @param later only what is due for so long
   * @param emergencies nothing else
   */
  Optional<Claimed> claimCall(Duration lease, Duration later, boolean emergencies) {
    String way = "way = 'voice'";
    return emergencies ? claim(true, way, lease, later) : claim(way, lease, later);
  }

  private Optional<Claimed> claim(String way, Duration lease, Duration later) {
    Optional<Claimed> emergency = claim(true, way, lease, later);
    return emergency.isPresent() ? emergency : claim(false, way, lease, later);
  }

  // Who changes the row first has it: no lock is held while a provider is asked.
  private Optional<Claimed> claim(boolean emergency, String way, Duration lease, Duration later) {
    List<Claimed> due =
        jdbc.sql(
                "SELECT id, claims, attempts, event, addressee_kind, addressee, ticket, details,"
                    + " emergency, way, chain FROM outgoing_message WHERE state = :state"
                    + " AND emergency = :emergency AND next_attempt_at <= :due AND "
                    + way
                    + " ORDER BY next_attempt_at, id LIMIT "
                    + CANDIDATES)
            .param("state", MessageState.WAITING.code())
            .param("emergency", emergency)
            .param("due", Utc.column(clock.instant().minus(later)))
            .query(this::claimed)
            .list();
    return due.stream().filter(row -> won(row, lease)).findFirst();
  }

  private boolean won(Claimed row, Duration lease) {
    return jdbc.sql(
                "UPDATE outgoing_message SET claims = claims + 1, next_attempt_at = :until"
                    + " WHERE id = :id AND claims = :before AND state = :state")
            .param("until", Utc.column(clock.instant().plus(lease)))
            .param("id", row.id())
            .param("before", row.claim() - 1)
            .param("state", MessageState.WAITING.code())
            .update()
        == 1;
  }

  /** Notes what is about to be sent; false when somebody else has the row by now. */
  boolean attempt(Claimed row, Medium medium, String address, String subject, String body) {
    return jdbc.sql(
                "UPDATE outgoing_message SET attempts = attempts + 1, medium = :medium,"
                    + " address = :address, subject = :subject, body = :body, changed_at = :now"
                    + " WHERE id = :id AND claims = :claim AND state = :waiting")
            .param("medium", medium.code())
            .param("address", Text.fitted(address, LONGEST_ADDRESS))
            .param("subject", Text.fitted(subject, LONGEST_SUBJECT))
            .param("body", body)
            .param("now", now())
            .param("id", row.id())
            .param("claim", row.claim())
            .param("waiting", MessageState.WAITING.code())
            .update()
        == 1;
  }

  /** It waits until then. */
  void postpone(Claimed row, Reason reason, Instant until, String error) {
    jdbc.sql(
            "UPDATE outgoing_message SET next_attempt_at = :until, reason = :reason, error = :error,"
                + " changed_at = :now WHERE id = :id AND claims = :claim AND state = :waiting")
        .param("until", Utc.column(until))
        .param("reason", reason.code())
        .param("error", error)
        .param("now", now())
        .param("id", row.id())
        .param("claim", row.claim())
        .param("waiting", MessageState.WAITING.code())
        .update();
  }

  /** It is done with, one way or the other, unless the provider has told more meanwhile. */
  void settle(
      Claimed row, MessageState state, @Nullable Reason reason, String error, String providerId) {
    jdbc.sql(
            "UPDATE outgoing_message SET reason = CASE WHEN state = :waiting THEN :reason ELSE"
                + " reason END, error = CASE WHEN state = :waiting THEN :error ELSE error END,"
                + " state = CASE WHEN state = :waiting THEN :state ELSE state END,"
                + " provider_id = :provider, changed_at = :now WHERE id = :id AND claims = :claim")
        .param("waiting", MessageState.WAITING.code())
        .param("reason", reason == null ? "" : reason.code())
        .param("error", error)
        .param("state", state.code())
        .param("provider", Text.fitted(providerId, LONGEST_ADDRESS))
        .param("now", now())
        .param("id", row.id())
        .param("claim", row.claim())
        .update();
  }

  /**
   * The provider tells what became of an attempt.
   *
   * @param from the states in which that is news
   * @return whether it was
   */
  boolean told(
      long id,
      int claim,
      List<MessageState> from,
      MessageState state,
      @Nullable Reason reason,
      String delivery,
      String error) {
    return jdbc.sql(
                "UPDATE outgoing_message SET state = :state, reason = :reason, delivery = :delivery,"
                    + " error = :error, changed_at = :now"
                    + " WHERE id = :id AND claims = :claim AND state IN (:from)")
            .param("state", state.code())
            .param("reason", reason == null ? "" : reason.code())
            .param("delivery", delivery)
            .param("error", error)
            .param("now", now())
            .param("id", id)
            .param("claim", claim)
            .param("from", from.stream().map(MessageState::code).toList())
            .update()
        == 1;
  }

  /**
   * They are needless by now, unless they have been sent. Each is changed by its key: whatever else
   * waits is not touched, nor waited for.
   */
  void withdraw(List<String> onces) {
    List<Object[]> columns = new ArrayList<>();
    for (String once : onces) {
      columns.add(
          new Object[] {
            MessageState.UNWANTED.code(),
            Reason.NOT_NEEDED.code(),
            now(),
            once,
            MessageState.WAITING.code()
          });
    }
    template.batchUpdate(
        "UPDATE outgoing_message SET state = ?, reason = ?, changed_at = ?"
            + " WHERE once = ? AND state = ?",
        columns);
  }

  /** It is decided how it goes, and that begins now with the first attempt. */
  void send(Claimed row, Way way) {
    jdbc.sql(
            "UPDATE outgoing_message SET way = :way, attempts = 0, next_attempt_at = :now,"
                + " changed_at = :now WHERE id = :id AND claims = :claim AND state = :waiting")
        .param("way", way.code())
        .param("now", now())
        .param("id", row.id())
        .param("claim", row.claim())
        .param("waiting", MessageState.WAITING.code())
        .update();
  }

  /** Who was or is to be phoned for a notice: logins. */
  Set<String> phoned(String chain) {
    return new HashSet<>(
        jdbc.sql("SELECT addressee FROM outgoing_message WHERE chain = ? AND way = 'voice'")
            .param(chain)
            .query(String.class)
            .list());
  }

  /** Whether anybody has been phoned for a notice. */
  boolean tried(String chain) {
    return jdbc.sql(
                "SELECT COUNT(*) FROM outgoing_message WHERE chain = ? AND way = 'voice'"
                    + " AND attempts > 0")
            .param(chain)
            .query(Long.class)
            .single()
        > 0;
  }

  /** It is to be sent (again), from the beginning; false when it is in no such state. */
  boolean again(long id) {
    return jdbc.sql(
                "UPDATE outgoing_message SET state = :waiting, reason = '', error = '', delivery = '',"
                    + " provider_id = '', aside_at = NULL, attempts = 0, claims = claims + 1, next_attempt_at = :now,"
                    + " changed_at = :now WHERE id = :id AND state IN (:dead, :unsendable)")
            .param("waiting", MessageState.WAITING.code())
            .param("dead", MessageState.DEAD.code())
            .param("unsendable", MessageState.UNSENDABLE.code())
            .param("now", now())
            .param("id", id)
            .update()
        == 1;
  }

  /** Somebody has looked after it another way; false when it is in no such state, or it was. */
  boolean putAside(long id, String login, String note) {
    return jdbc.sql(
                "UPDATE outgoing_message SET aside_at = :now, aside_by = :login, aside_note = :note"
                    + " WHERE id = :id AND state IN (:dead, :unsendable) AND aside_at IS NULL")
            .param("now", now())
            .param("login", login)
            .param("note", note)
            .param("id", id)
            .param("dead", MessageState.DEAD.code())
            .param("unsendable", MessageState.UNSENDABLE.code())
            .update()
        == 1;
  }

  /** Ids of messages from before, in their order; ids rise with time. */
  List<Long> older(Instant before, long after, int limit) {
    return jdbc.sql(
            "SELECT id FROM (SELECT id, created_at FROM outgoing_message WHERE id > :after"
                + " ORDER BY id LIMIT :limit) oldest WHERE created_at < :before ORDER BY id")
        .param("after", after)
        .param("limit", limit)
        .param("before", Utc.column(before))
        .query(Long.class)
        .list();
  }

  /** Removes those of them that wait no more and to which nothing has happened since. */
  int remove(List<Long> ids, Instant before) {
    return jdbc.sql(
            "DELETE FROM outgoing_message"
                + " WHERE id IN (:ids) AND state <> :waiting AND changed_at < :before")
        .param("ids", ids)
        .param("waiting", MessageState.WAITING.code())
        .param("before", Utc.column(before))
        .update();
  }

  private Object now() {
    return Utc.column(clock.instant());
  }

  private Claimed claimed(ResultSet row, int n) throws SQLException {
    long ticket = row.getLong("ticket");
    boolean none = row.wasNull();
    return new Claimed(
        row.getLong("id"),
        row.getInt("claims") + 1,
        row.getInt("attempts"),
        Objects.requireNonNull(row.getString("event")),
        new AddresseeCode(
                Objects.requireNonNull(row.getString("addressee_kind")),
                Objects.requireNonNull(row.getString("addressee")))
            .addressee(),
        none ? null : new TicketNumber(ticket),
        json.readValue(row.getString("details"), VALUES),
        row.getBoolean("emergency"),
        Coded.of(Way.class, Objects.requireNonNull(row.getString("way"))),
        row.getString("chain"));
  }
}
