package cn.wuye.hotline.backend.thirdparty;

import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.estate.ScopeCondition;
import cn.wuye.hotline.backend.persistence.Coded;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What third parties owe for what they missed, month by month. */
@Component
public class Penalties {
  /** Months are cut where the estates are. */
  public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private final JdbcClient jdbc;
  private final Clock clock;

  Penalties(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * One miss.
   *
   * @param party code
   * @param name of the company, its code when it is gone
   * @param late by how much; of what has not happened yet as of now
   * @param reached whether it happened after all
   * @param cents hundredths of a yuan
   */
  public record Miss(
      String party,
      String name,
      TicketNumber ticket,
      Target target,
      Instant due,
      Duration late,
      boolean reached,
      long cents) {}

  /** Those whose time fell into a month, company by company, in the order of their times. */
  public List<Miss> of(YearMonth month, EstateScope scope) {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("from", Utc.column(month.atDay(1).atStartOfDay(ZONE).toInstant()));
    parameters.put("to", Utc.column(month.plusMonths(1).atDay(1).atStartOfDay(ZONE).toInstant()));
    String seen = ScopeCondition.of(scope, "t.estate_id", parameters);
    return jdbc.sql(
            "SELECT m.party, p.name, j.ticket, m.target, m.due_at, m.cents, j.ended_at,"
                + " CASE m.target WHEN 'accept' THEN j.accepted_at WHEN 'arrive' THEN j.arrived_at"
                + " ELSE j.done_at END AS met_at FROM third_party_miss m"
                + " JOIN third_party_job j ON j.task = m.task"
                + " JOIN ticket t ON t.number = j.ticket"
                + " LEFT JOIN third_party p ON p.code = m.party"
                + " WHERE m.due_at >= :from AND m.due_at < :to"
                + (seen.isEmpty() ? "" : " AND " + seen)
                + " ORDER BY m.party, m.due_at, m.task")
        .params(parameters)
        .query(this::miss)
        .list();
  }

  private Miss miss(ResultSet row, int n) throws SQLException {
    Instant due = Utc.instant(row, "due_at");
    @Nullable Instant met = Utc.instantOrNull(row, "met_at");
    @Nullable Instant ended = Utc.instantOrNull(row, "ended_at");
    Instant until = met != null ? met : ended != null ? ended : clock.instant();
    String party = row.getString("party");
    return new Miss(
        party,
        Objects.requireNonNullElse(row.getString("name"), party),
        new TicketNumber(row.getLong("ticket")),
        Coded.of(Target.class, row.getString("target")),
        due,
        Duration.between(due, until),
        met != null,
        row.getLong("cents"));
  }
}
