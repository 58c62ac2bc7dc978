package cn.wuye.hotline.backend.deadline.store;

import cn.wuye.hotline.backend.deadline.ClockKey;
import cn.wuye.hotline.backend.deadline.ClockState;
import cn.wuye.hotline.backend.deadline.Interruption;
import cn.wuye.hotline.backend.deadline.TicketClock;
import cn.wuye.hotline.backend.deadline.rule.ClockKind;
import cn.wuye.hotline.backend.deadline.rule.PauseReason;
import cn.wuye.hotline.backend.deadline.rule.RuleRef;
import cn.wuye.hotline.backend.deadline.rule.Runs;
import cn.wuye.hotline.backend.persistence.Coded;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The clocks of tickets in the database; what stays as it is is not written. */
@Component
class ClockRows {
  private static final TypeReference<List<Gap>> GAPS = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final JdbcTemplate template;
  private final JsonMapper json;

  ClockRows(JdbcClient jdbc, JdbcTemplate template, JsonMapper json) {
    this.jdbc = jdbc;
    this.template = template;
    this.json = json;
  }

  private record Gap(String from, @Nullable String to, @Nullable String reason) {}

  /** A clock as it is stored, with its place among those of its ticket. */
  record Row(int position, TicketClock clock) {}

  /**
   * Makes the stored clocks these.
   *
   * @param stored what {@link #of} has given, nobody having changed it since
   */
  void replace(TicketNumber ticket, List<Row> stored, List<TicketClock> clocks) {
    Map<ClockKey, Row> before = new HashMap<>();
    stored.forEach(row -> before.put(row.clock.key(), row));
    List<@Nullable Object[]> added = new ArrayList<>();
    for (int i = 0; i < clocks.size(); i++) {
      Row now = new Row(i, clocks.get(i));
      Row old = before.remove(now.clock.key());
      if (old == null) {
        added.add(columns(ticket, now));
      } else if (old.position != now.position || !same(old.clock, now.clock)) {
        template.update(UPDATE, columns(ticket, now));
      }
    }
    if (!added.isEmpty()) {
      // One statement for all of them.
      template.batchUpdate(INSERT, added);
    }
    before.keySet().forEach(key -> delete(ticket, key));
  }

  /** What is left of a clock that goes on changes all the time, and is reckoned when asked for. */
  private static boolean same(TicketClock stored, TicketClock now) {
    return stored.equals(now)
        || (stored.open() && now.open() && stored.equals(withLeft(now, stored.left())));
  }

  private static TicketClock withLeft(TicketClock clock, Duration left) {
    return new TicketClock(
        clock.key(),
        clock.kind(),
        clock.start(),
        clock.within(),
        clock.runs(),
        clock.due(),
        clock.pausedUntil(),
        clock.state(),
        clock.stopped(),
        left,
        clock.interruptions(),
        clock.rule(),
        clock.calendar(),
        clock.calendarVersion());
  }

  private static final String INSERT =
      "INSERT INTO ticket_clock (position, kind, started_at, within_ms, runs, due_at, paused_until,"
          + " state, stopped_at, left_ms, interruptions, rule_id, rule_version, calendar_id,"
          + " calendar_version, ticket, target, occurrence)"
          + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

  private static final String UPDATE =
      "UPDATE ticket_clock SET position = ?, kind = ?, started_at = ?, within_ms = ?, runs = ?,"
          + " due_at = ?, paused_until = ?, state = ?, stopped_at = ?, left_ms = ?,"
          + " interruptions = ?, rule_id = ?, rule_version = ?, calendar_id = ?,"
          + " calendar_version = ? WHERE ticket = ? AND target = ? AND occurrence = ?";

  /** In the order of both statements. */
  private @Nullable Object[] columns(TicketNumber ticket, Row row) {
    TicketClock clock = row.clock;
    return new @Nullable Object[] {
      row.position,
      clock.kind().code(),
      Utc.column(clock.start()),
      clock.within().toMillis(),
      clock.runs().code(),
      Utc.columnOrNull(clock.due()),
      Utc.columnOrNull(clock.pausedUntil()),
      clock.state().code(),
      Utc.columnOrNull(clock.stopped()),
      clock.left().toMillis(),
      json.writeValueAsString(clock.interruptions().stream().map(this::gap).toList()),
      clock.rule().id(),
      clock.rule().version(),
      clock.calendar(),
      clock.calendarVersion(),
      ticket.value(),
      clock.key().target(),
      clock.key().occurrence()
    };
  }

  private void delete(TicketNumber ticket, ClockKey key) {
    jdbc.sql(
            "DELETE FROM ticket_clock"
                + " WHERE ticket = :ticket AND target = :target AND occurrence = :occurrence")
        .param("ticket", ticket.value())
        .param("target", key.target())
        .param("occurrence", key.occurrence())
        .update();
  }

  /** Forgets what was settled then or later, which was settled by mistake. */
  void unsettle(TicketNumber ticket, Instant from) {
    jdbc.sql("DELETE FROM ticket_clock WHERE ticket = :ticket AND stopped_at >= :from")
        .param("ticket", ticket.value())
        .param("from", Utc.column(from))
        .update();
  }

  /** The clocks as they are stored, in the order they are shown. */
  List<Row> of(TicketNumber ticket) {
    return jdbc.sql(
            "SELECT * FROM ticket_clock WHERE ticket = :ticket"
                + " ORDER BY position, target, occurrence")
        .param("ticket", ticket.value())
        .query(this::row)
        .list();
  }

  private Row row(ResultSet row, int n) throws SQLException {
    return new Row(
        row.getInt("position"),
        new TicketClock(
            new ClockKey(row.getString("target"), row.getInt("occurrence")),
            Coded.of(ClockKind.class, row.getString("kind")),
            Utc.instant(row, "started_at"),
            Duration.ofMillis(row.getLong("within_ms")),
            Coded.of(Runs.class, row.getString("runs")),
            Utc.instantOrNull(row, "due_at"),
            Utc.instantOrNull(row, "paused_until"),
            Coded.of(ClockState.class, row.getString("state")),
            Utc.instantOrNull(row, "stopped_at"),
            Duration.ofMillis(row.getLong("left_ms")),
            json.readValue(row.getString("interruptions"), GAPS).stream()
                .map(ClockRows::interruption)
                .toList(),
            new RuleRef(row.getString("rule_id"), row.getInt("rule_version")),
            row.getString("calendar_id"),
            row.getInt("calendar_version")));
  }

  private Gap gap(Interruption interruption) {
    Instant to = interruption.to();
    return new Gap(
        interruption.from().toString(),
        to == null ? null : to.toString(),
        interruption.reason().map(PauseReason::code).orElse(null));
  }

  private static Interruption interruption(Gap gap) {
    return new Interruption(
        Instant.parse(gap.from),
        gap.to == null ? null : Instant.parse(gap.to),
        Optional.ofNullable(gap.reason).map(code -> Coded.of(PauseReason.class, code)));
  }
}
