package cn.wuye.hotline.backend.compensation;

import cn.wuye.hotline.backend.compensation.Compensation.Kind;
import cn.wuye.hotline.backend.compensation.Compensation.State;
import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.persistence.Coded;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/** The rows of {@link Compensation}. */
@Component
class CompensationRows {
  private static final String SELECT =
      "SELECT c.id, c.version, c.ticket, t.estate_id, c.kind, c.cents, c.reason, c.state,"
          + " c.proposed_by, c.proposed_at, c.decided_by, c.decided_at, c.words"
          + " FROM compensation c JOIN ticket t ON t.number = c.ticket ";

  private final JdbcClient jdbc;
  private final Clock clock;

  CompensationRows(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  Optional<Compensation> find(long id) {
    return where("c.id = :id", Map.of("id", id)).stream().findFirst();
  }

  /** Those that a condition on {@code c} and its ticket {@code t} finds, by id. */
  List<Compensation> where(String condition, Map<String, ?> parameters) {
    return jdbc.sql(SELECT + "WHERE " + condition + " ORDER BY c.id")
        .params(parameters)
        .query(CompensationRows::row)
        .list();
  }

  long add(TicketNumber ticket, Kind kind, long cents, String reason, String by) {
    GeneratedKeyHolder key = new GeneratedKeyHolder();
    jdbc.sql(
            "INSERT INTO compensation (ticket, kind, cents, reason, state, proposed_by,"
                + " proposed_at) VALUES (:ticket, :kind, :cents, :reason, 'proposed', :by, :now)")
        .param("ticket", ticket.value())
        .param("kind", kind.code())
        .param("cents", cents)
        .param("reason", reason)
        .param("by", by)
        .param("now", Utc.column(Utc.now(clock)))
        .update(key, "id");
    return Objects.requireNonNull(key.getKey(), "generated id").longValue();
  }

  /** False when it has moved since. */
  boolean move(Compensation from, State to, String words, String by) {
    return jdbc.sql(
                "UPDATE compensation SET version = version + 1, state = :state, words = :words,"
                    + " decided_by = :by, decided_at = :now"
                    + " WHERE id = :id AND version = :version AND state = 'proposed'")
            .param("state", to.code())
            .param("words", words)
            .param("by", by)
            .param("now", Utc.column(Utc.now(clock)))
            .param("id", from.id())
            .param("version", from.version())
            .update()
        > 0;
  }

  private static Compensation row(ResultSet row, int n) throws SQLException {
    long estate = row.getLong("estate_id");
    return new Compensation(
        row.getLong("id"),
        row.getLong("version"),
        new TicketNumber(row.getLong("ticket")),
        estate == 0 ? null : new EstateId(estate),
        Coded.of(Kind.class, row.getString("kind")),
        row.getLong("cents"),
        row.getString("reason"),
        Coded.of(State.class, row.getString("state")),
        row.getString("proposed_by"),
        Utc.instant(row, "proposed_at"),
        Objects.requireNonNullElse(row.getString("decided_by"), ""),
        Utc.instantOrNull(row, "decided_at"),
        row.getString("words"));
  }
}
