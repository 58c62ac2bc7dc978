package cn.wuye.hotline.backend.related.merge;

import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.persistence.Coded;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.related.likeness.Likeness;
import cn.wuye.hotline.backend.related.likeness.Report;
import cn.wuye.hotline.backend.ticket.State;
import cn.wuye.hotline.backend.ticket.Ticket;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import cn.wuye.hotline.backend.ticket.Tickets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Open tickets that look like the same matter as another one. */
@Component
public class Likelies {
  private static final Duration AROUND = Duration.ofDays(7);

  /** So many of an estate's latest open tickets are compared. */
  private static final int COMPARED = 200;

  private static final int OFFERED = 5;

  private final JdbcClient jdbc;
  private final Tickets tickets;
  private final MergeRows rows;

  Likelies(JdbcClient jdbc, Tickets tickets, MergeRows rows) {
    this.jdbc = jdbc;
    this.tickets = tickets;
    this.rows = rows;
  }

  /** A ticket that may be the same, and why. */
  public record Likely(TicketNumber number, State state, String text, Likeness likeness) {}

  private record Other(TicketNumber number, State state, Report report) {}

  /**
   * The likeliest first, five at most; none for a ticket whose work is over, that has no estate, or
   * that is not there for the one who asks.
   */
  public List<Likely> of(TicketNumber number, EstateScope scope) {
    return tickets.find(number, scope).stream()
        .filter(ticket -> State.OPEN.contains(ticket.state()))
        .flatMap(ticket -> likely(ticket).stream())
        .toList();
  }

  private List<Likely> likely(Ticket ticket) {
    EstateId estate = ticket.contents().place().estateId();
    if (estate == null) {
      return List.of();
    }
    Report report = report(ticket, estate);
    Set<TicketNumber> distinct = new HashSet<>(rows.distinctForStaff(ticket.number()));
    return others(ticket, estate).stream()
        .filter(other -> !distinct.contains(other.number))
        .map(
            other ->
                new Likely(
                    other.number,
                    other.state,
                    other.report.text(),
                    Likeness.of(report, other.report)))
        .filter(likely -> likely.likeness().offered())
        .sorted(
            Comparator.comparing((Likely likely) -> -likely.likeness().points())
                .thenComparing(likely -> likely.number().value()))
        .limit(OFFERED)
        .toList();
  }

  private static Report report(Ticket ticket, EstateId estate) {
    return new Report(
        estate.toString(),
        ticket.contents().place().building(),
        ticket.contents().place().unit(),
        ticket.contents().place().room(),
        ticket.contents().subject().category(),
        ticket.contents().subject().subcategory(),
        ticket.openedAt(),
        ticket.contents().text());
  }

  private List<Other> others(Ticket ticket, EstateId estate) {
    return jdbc.sql(
            "SELECT number, state, estate_id, building, unit, room, category, subcategory,"
                + " opened_at, text FROM ticket WHERE estate_id = :estate AND state IN (:open)"
                + " AND opened_at BETWEEN :from AND :to AND number <> :number"
                + " AND (category = :category OR building = :building)"
                + " ORDER BY opened_at DESC LIMIT "
                + COMPARED)
        .param("estate", estate.value())
        .param("open", State.OPEN.stream().map(State::code).toList())
        .param("from", Utc.column(ticket.openedAt().minus(AROUND)))
        .param("to", Utc.column(ticket.openedAt().plus(AROUND)))
        .param("number", ticket.number().value())
        .param("category", ticket.contents().subject().category())
        .param("building", ticket.contents().place().building())
        .query(Likelies::other)
        .list();
  }

  private static Other other(ResultSet row, int n) throws SQLException {
    return new Other(
        new TicketNumber(row.getLong("number")),
        Coded.of(State.class, row.getString("state")),
        new Report(
            Long.toString(row.getLong("estate_id")),
            row.getString("building"),
            row.getString("unit"),
            row.getString("room"),
            row.getString("category"),
            row.getString("subcategory"),
            Utc.instant(row, "opened_at"),
            row.getString("text")));
  }
}
