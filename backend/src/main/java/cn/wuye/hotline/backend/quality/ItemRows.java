package cn.wuye.hotline.backend.quality;

import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.estate.ScopeCondition;
import cn.wuye.hotline.backend.persistence.Coded;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of the work list. */
@Component
class ItemRows {
  private static final String SELECT =
      "SELECT i.id, i.ticket, t.estate_id, t.category, t.subcategory, i.week, i.low, i.agent,"
          + " i.state, i.added_at, i.score, i.scored_by, i.scored_at"
          + " FROM quality_item i JOIN ticket t ON t.number = i.ticket ";

  private final JdbcClient jdbc;

  ItemRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Puts a ticket on the list; one that stands there only learns why else.
   *
   * @param week in whose sample it is; null for none
   */
  void add(TicketNumber ticket, @Nullable LocalDate week, boolean low, String agent, Instant now) {
    jdbc.sql(
            "INSERT INTO quality_item (ticket, week, low, agent, state, added_at)"
                + " VALUES (:ticket, :week, :low, :agent, 'open', :now)"
                + " ON DUPLICATE KEY UPDATE week = COALESCE(week, :week), low = low OR :low")
        .param("ticket", ticket.value())
        .param("week", week)
        .param("low", low)
        .param("agent", agent)
        .param("now", Utc.column(now))
        .update();
  }

  Optional<QualityItem> find(long id, EstateScope scope) {
    Map<String, Object> parameters = new HashMap<>(Map.of("id", id));
    return where("i.id = :id", parameters, scope, 1).stream().findFirst();
  }

  /** Those that a condition on {@code i} finds, by id. */
  List<QualityItem> where(
      String condition, Map<String, Object> parameters, EstateScope scope, int most) {
    String seen = ScopeCondition.of(scope, "t.estate_id", parameters);
    return jdbc.sql(
            SELECT
                + "WHERE "
                + condition
                + (seen.isEmpty() ? "" : " AND " + seen)
                + " ORDER BY i.id LIMIT "
                + most)
        .params(parameters)
        .query(ItemRows::row)
        .list();
  }

  /** The first sheet is written; false when there is one. */
  boolean scored(long id, int score, String by, Instant now) {
    return jdbc.sql(
                "UPDATE quality_item SET state = 'scored', score = :score, scored_by = :by,"
                    + " scored_at = :now WHERE id = :id AND state = 'open'")
            .param("score", score)
            .param("by", by)
            .param("now", Utc.column(now))
            .param("id", id)
            .update()
        > 0;
  }

  /** It moves on; false when it does not stand there. */
  boolean move(long id, ItemState from, ItemState to) {
    return jdbc.sql("UPDATE quality_item SET state = :to WHERE id = :id AND state = :from")
            .param("to", to.code())
            .param("id", id)
            .param("from", from.code())
            .update()
        > 0;
  }

  void changed(long id, int score) {
    jdbc.sql("UPDATE quality_item SET score = :score WHERE id = :id")
        .param("score", score)
        .param("id", id)
        .update();
  }

  private static QualityItem row(ResultSet row, int n) throws SQLException {
    long estate = row.getLong("estate_id");
    int score = row.getInt("score");
    Integer reached = row.wasNull() ? null : score;
    return new QualityItem(
        row.getLong("id"),
        new TicketNumber(row.getLong("ticket")),
        estate == 0 ? null : new EstateId(estate),
        Objects.requireNonNull(row.getString("category")),
        Objects.requireNonNull(row.getString("subcategory")),
        row.getObject("week", LocalDate.class),
        row.getBoolean("low"),
        Objects.requireNonNull(row.getString("agent")),
        Coded.of(ItemState.class, Objects.requireNonNull(row.getString("state"))),
        Utc.instant(row, "added_at"),
        reached,
        Objects.requireNonNullElse(row.getString("scored_by"), ""),
        Utc.instantOrNull(row, "scored_at"));
  }
}
