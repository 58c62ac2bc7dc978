package cn.wuye.hotline.backend.ticket;

import cn.wuye.hotline.backend.estate.EstateScope;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tickets as they are shown: one, or page by page, or counted; always within a scope. */
@Component
public class TicketList {
  /** The most rows of one page. */
  public static final int MAX_LIMIT = 200;

  private final JdbcClient jdbc;

  TicketList(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A page, newest first.
   *
   * @param after where the page before ended
   * @param limit rows of the page, 1–{@value #MAX_LIMIT}
   */
  public TicketPage page(
      TicketFilter filter, EstateScope scope, Optional<TicketCursor> after, int limit) {
    if (limit < 1 || limit > MAX_LIMIT) {
      throw new IllegalArgumentException("limit is 1 to " + MAX_LIMIT + ", not " + limit);
    }
    TicketConditions conditions = new TicketConditions(filter, scope);
    after.ifPresent(conditions::after);
    List<TicketRow> rows =
        jdbc.sql(
                TicketRowMapper.SELECT
                    + conditions.where()
                    + " ORDER BY t.opened_at DESC, t.number DESC LIMIT :limit")
            .params(conditions.parameters())
            .param("limit", limit + 1)
            .query(TicketRowMapper::row)
            .list();
    return rows.size() <= limit
        ? new TicketPage(rows, Optional.empty())
        : new TicketPage(
            List.copyOf(rows.subList(0, limit)), Optional.of(rows.get(limit - 1).cursor()));
  }

  /** One ticket, if it is there for the one who asks. */
  public Optional<TicketRow> find(TicketNumber number, EstateScope scope) {
    return jdbc.sql(TicketRowMapper.SELECT + " WHERE t.number = :number")
        .param("number", number.value())
        .query(TicketRowMapper::row)
        .optional()
        .filter(row -> scope.sees(row.contents().place().estateId()));
  }

  /** How many tickets stand in each state; states without any are missing. */
  public Map<State, Long> countByState(TicketFilter filter, EstateScope scope) {
    TicketConditions conditions = new TicketConditions(filter, scope);
    Map<State, Long> counts = new EnumMap<>(State.class);
    jdbc.sql(
            "SELECT t.state, COUNT(*) AS n FROM ticket t"
                + conditions.where()
                + " GROUP BY t.state")
        .params(conditions.parameters())
        .query(
            row -> {
              counts.put(TicketRowMapper.coded(State.class, row, "state"), row.getLong("n"));
            });
    return counts;
  }
}
