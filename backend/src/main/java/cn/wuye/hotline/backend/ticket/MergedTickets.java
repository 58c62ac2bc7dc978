package cn.wuye.hotline.backend.ticket;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which tickets go on as which. A merged ticket keeps the one that it was merged into, which may
 * have been merged later: whoever asks is led to the head, the one that still stands for itself.
 */
@Component
public class MergedTickets {
  private final TicketRepository tickets;
  private final JdbcClient jdbc;

  MergedTickets(TicketRepository tickets, JdbcClient jdbc) {
    this.tickets = tickets;
    this.jdbc = jdbc;
  }

  /** The ticket that goes on in the end: this one, unless it is merged. Empty for no ticket. */
  public Optional<Ticket> head(TicketNumber number) {
    return tickets.findById(number).map(ticket -> head(ticket, tickets::findById));
  }

  /**
   * The same by another way of reading tickets, for those who have to lock them.
   *
   * @param find the ticket of a number
   */
  static Ticket head(Ticket ticket, Function<TicketNumber, Optional<Ticket>> find) {
    Ticket head = ticket;
    Set<TicketNumber> seen = new HashSet<>();
    while (seen.add(head.number())) {
      Optional<Ticket> next = head.duplicateOf().flatMap(find);
      if (next.isEmpty()) {
        return head;
      }
      head = next.get();
    }
    return head;
  }

  /** All that lead to this one, directly or by way of others; the first opened first. */
  public List<TicketNumber> under(TicketNumber head) {
    return jdbc.sql(
            "WITH RECURSIVE merged (number) AS (SELECT t.number FROM ticket t"
                + " WHERE t.duplicate_of = :head UNION SELECT t.number FROM ticket t"
                + " JOIN merged m ON t.duplicate_of = m.number)"
                + " SELECT t.number FROM merged m JOIN ticket t ON t.number = m.number"
                + " WHERE t.number <> :head ORDER BY t.opened_at, t.number")
        .param("head", head.value())
        .query((row, n) -> new TicketNumber(row.getLong("number")))
        .list();
  }
}
