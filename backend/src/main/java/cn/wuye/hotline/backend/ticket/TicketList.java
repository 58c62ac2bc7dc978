package cn.wuye.hotline.backend.ticket;

import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.ticket.search.SearchQuery;
import java.time.Clock;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tickets as they are shown: one, or page by page, or counted; always within a scope. */
@Component
public class TicketList {
  /** The most rows of one page. */
  public static final int MAX_LIMIT = 200;

  private static final int COUNTING_SECONDS = 1;

  /** Up to so many late clocks their tickets are sorted in about 0.1 s. */
  private static final int MANY_LATE = 5_000;

  private final JdbcClient jdbc;
  private final JdbcClient impatient;
  private final EstateNames estates;
  private final Clock clock;

  TicketList(JdbcClient jdbc, DataSource source, EstateNames estates, Clock clock) {
    this.jdbc = jdbc;
    this.impatient = impatient(source);
    this.estates = estates;
    this.clock = clock;
  }

  private static JdbcClient impatient(DataSource source) {
    JdbcTemplate template = new JdbcTemplate(source);
    template.setQueryTimeout(COUNTING_SECONDS);
    return JdbcClient.create(template);
  }

  /** What was typed into a search box, understood: to show it in what was found. */
  public SearchQuery query(String typed) {
    return SearchQuery.of(typed, estates.all());
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
    TicketConditions conditions =
        conditions(filter, scope, filter.due() == Due.OVERDUE && manyLate());
    after.ifPresent(conditions::after);
    List<TicketRow> rows =
        jdbc.sql(
                TicketRowMapper.SELECT
                    + conditions.fromWhere()
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

  /** Those of these tickets that are there for the one who asks. */
  public Map<TicketNumber, TicketRow> find(Collection<TicketNumber> numbers, EstateScope scope) {
    if (numbers.isEmpty()) {
      return Map.of();
    }
    return jdbc
        .sql(TicketRowMapper.SELECT + " WHERE t.number IN (:numbers)")
        .param("numbers", numbers.stream().map(TicketNumber::value).toList())
        .query(TicketRowMapper::row)
        .list()
        .stream()
        .filter(row -> scope.sees(row.contents().place().estateId()))
        .collect(Collectors.toMap(TicketRow::number, Function.identity()));
  }

  /** How many tickets stand in each state; states without any are missing. */
  public Map<State, Long> countByState(TicketFilter filter, EstateScope scope) {
    TicketConditions conditions = conditions(filter, scope);
    Map<State, Long> counts = new EnumMap<>(State.class);
    jdbc.sql(
            "SELECT t.state, COUNT(*) AS n FROM ticket t"
                + conditions.fromWhere()
                + " GROUP BY t.state")
        .params(conditions.parameters())
        .query(
            row -> {
              counts.put(TicketRowMapper.coded(State.class, row, "state"), row.getLong("n"));
            });
    return counts;
  }

  /**
   * How many tickets there are, counted no further than the cap.
   *
   * @param cap 1 or more; the answer is at most this
   * @return empty when the database has not counted them within a second
   */
  public OptionalInt countUpTo(TicketFilter filter, EstateScope scope, int cap) {
    TicketConditions conditions = conditions(filter, scope);
    try {
      return OptionalInt.of(
          impatient
              .sql(
                  "SELECT COUNT(*) FROM (SELECT 1 FROM ticket t"
                      + conditions.fromWhere()
                      + " LIMIT :cap) counted")
              .params(conditions.parameters())
              .param("cap", cap)
              .query(Integer.class)
              .single());
    } catch (QueryTimeoutException tooSlow) {
      return OptionalInt.empty();
    }
  }

  private TicketConditions conditions(TicketFilter filter, EstateScope scope) {
    return conditions(filter, scope, false);
  }

  private TicketConditions conditions(TicketFilter filter, EstateScope scope, boolean manyLate) {
    return new TicketConditions(
        filter,
        filter.text() == null ? null : query(filter.text()),
        scope,
        clock.instant(),
        manyLate);
  }

  /** Counted no further than it takes to know; the index alone is read. */
  private boolean manyLate() {
    return jdbc.sql(
                "SELECT COUNT(*) FROM (SELECT 1 FROM ticket_clock c WHERE c.stopped_at IS NULL"
                    + " AND c.due_at < :now LIMIT :cap) late")
            .param("now", Utc.column(clock.instant()))
            .param("cap", MANY_LATE)
            .query(Integer.class)
            .single()
        == MANY_LATE;
  }
}
