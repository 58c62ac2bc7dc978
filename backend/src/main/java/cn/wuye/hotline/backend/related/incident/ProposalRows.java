package cn.wuye.hotline.backend.related.incident;

import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.estate.ScopeCondition;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.ticket.State;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of proposals; of one place and kind only one can be undecided. */
@Component
class ProposalRows {
  /** Who has not decided by then does not. */
  static final Duration KEPT = Duration.ofHours(24);

  private static final int MOST = 200;
  private static final String SELECT =
      "SELECT id, estate_id, building, category, subcategory, since FROM incident_proposal ";
  private static final String LIKE =
      " FROM ticket WHERE estate_id = :estate AND building = :building AND category = :category"
          + " AND subcategory = :subcategory AND state IN (:open) AND opened_at >= :since";

  private final JdbcClient jdbc;
  private final Clock clock;

  ProposalRows(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Where and what: reports of one are like each other. */
  record Like(EstateId estate, String building, String category, String subcategory) {
    String key() {
      return estate + "/" + building + "/" + category + "/" + subcategory;
    }
  }

  /** A proposal without its reports. */
  record Row(long id, Like like, Instant since) {}

  /** Proposes once, whichever node is first. */
  void propose(Like like, Instant since) {
    jdbc.sql(
            "INSERT INTO incident_proposal (open_key, estate_id, building, category, subcategory,"
                + " since, proposed_at) VALUES (:key, :estate, :building, :category, :subcategory,"
                + " :since, :now) ON DUPLICATE KEY UPDATE open_key = open_key")
        .params(parameters(like, since))
        .param("key", like.key())
        .param("now", Utc.column(Utc.now(clock)))
        .update();
  }

  /** Lays aside what nobody has decided about for long. */
  void forgetOld(Like like) {
    Instant now = Utc.now(clock);
    jdbc.sql(
            "UPDATE incident_proposal SET open_key = NULL, decided_at = :now,"
                + " decided_by = 'system:incidents'"
                + " WHERE open_key = :key AND proposed_at < :old")
        .param("now", Utc.column(now))
        .param("key", like.key())
        .param("old", Utc.column(now.minus(KEPT)))
        .update();
  }

  /** When somebody last decided about the same; what was reported before counts no more. */
  Optional<Instant> decided(Like like) {
    return jdbc
        .sql(
            "SELECT decided_at FROM incident_proposal WHERE estate_id = :estate"
                + " AND building = :building AND category = :category"
                + " AND subcategory = :subcategory AND decided_at IS NOT NULL"
                + " ORDER BY decided_at DESC LIMIT 1")
        .params(parameters(like, Instant.EPOCH))
        .query((row, n) -> Utc.instant(row, "decided_at"))
        .list()
        .stream()
        .findFirst();
  }

  /** Those that are undecided and may be seen, the latest first. */
  List<Row> undecided(EstateScope scope) {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("old", Utc.column(Utc.now(clock).minus(KEPT)));
    String seen = ScopeCondition.of(scope, "estate_id", parameters);
    return jdbc.sql(
            SELECT
                + "WHERE open_key IS NOT NULL AND proposed_at >= :old"
                + (seen.isEmpty() ? "" : " AND " + seen)
                + " ORDER BY id DESC LIMIT 20")
        .params(parameters)
        .query(ProposalRows::row)
        .list();
  }

  /** Whether this one waits for a decision. */
  boolean undecided(long id) {
    return jdbc.sql(
                "SELECT COUNT(*) FROM incident_proposal WHERE id = :id AND open_key IS NOT NULL"
                    + " AND proposed_at >= :old")
            .param("id", id)
            .param("old", Utc.column(Utc.now(clock).minus(KEPT)))
            .query(Long.class)
            .single()
        > 0;
  }

  /** One, locked; also one that is decided. */
  Optional<Row> locked(long id) {
    return jdbc.sql(SELECT + "WHERE id = :id FOR UPDATE")
        .param("id", id)
        .query(ProposalRows::row)
        .optional();
  }

  /** False when somebody has decided already. */
  boolean decide(long id, String by, @Nullable TicketNumber head) {
    return jdbc.sql(
                "UPDATE incident_proposal SET open_key = NULL, decided_at = :now, decided_by = :by,"
                    + " ticket = :head WHERE id = :id AND open_key IS NOT NULL")
            .param("now", Utc.column(Utc.now(clock)))
            .param("by", by)
            .param("head", head == null ? null : head.value())
            .param("id", id)
            .update()
        > 0;
  }

  /** Open reports of it since then, the first first. */
  List<TicketNumber> reports(Like like, Instant since) {
    return jdbc.sql("SELECT number" + LIKE + " ORDER BY opened_at, number LIMIT " + MOST)
        .params(parameters(like, since))
        .param("open", State.OPEN.stream().map(State::code).toList())
        .query((row, n) -> new TicketNumber(row.getLong("number")))
        .list();
  }

  private static Map<String, Object> parameters(Like like, Instant since) {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("estate", like.estate().value());
    parameters.put("building", like.building());
    parameters.put("category", like.category());
    parameters.put("subcategory", like.subcategory());
    parameters.put("since", Utc.column(since));
    return parameters;
  }

  private static Row row(ResultSet row, int n) throws SQLException {
    return new Row(
        row.getLong("id"),
        new Like(
            new EstateId(row.getLong("estate_id")),
            row.getString("building"),
            row.getString("category"),
            row.getString("subcategory")),
        Utc.instant(row, "since"));
  }
}
