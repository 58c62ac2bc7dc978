package cn.wuye.hotline.backend.ticket;

import cn.wuye.hotline.backend.persistence.Transactions;
import cn.wuye.hotline.backend.persistence.Utc;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tickets about the same thing as an earlier one. Whoever has to complain again waits less long: a
 * general matter becomes urgent, and its deadlines are computed anew.
 */
@Component
public class Repeats {
  /** Who raises the urgency. */
  static final Actor RAISER = Actor.system("repeats");

  private final JdbcClient jdbc;
  private final TicketRepository tickets;
  private final TicketRecorder recorder;
  private final Transactions transactions;
  private final Clock clock;

  Repeats(
      JdbcClient jdbc,
      TicketRepository tickets,
      TicketRecorder recorder,
      Transactions transactions,
      Clock clock) {
    this.clock = clock;
    this.jdbc = jdbc;
    this.tickets = tickets;
    this.recorder = recorder;
    this.transactions = transactions;
  }

  /**
   * Links a ticket to the earlier one; both timelines tell it, once. Does nothing if one is
   * missing.
   *
   * @return whether they are linked now and were not before
   */
  public boolean link(TicketNumber ticket, TicketNumber earlier, Actor actor) {
    if (ticket.equals(earlier)) {
      return false;
    }
    return transactions.run(
        () -> {
          // Locked: whoever changes it meanwhile must not lose, nor be lost.
          Optional<Ticket> again = tickets.findByNumber(ticket);
          Optional<Ticket> before = tickets.findById(earlier);
          if (again.isEmpty() || before.isEmpty() || !set(ticket, earlier)) {
            return false;
          }
          recorder.note(again.get(), actor, new Happening.Repeats(earlier));
          recorder.note(before.get(), actor, new Happening.CameAgain(ticket));
          raise(again.get());
          return true;
        });
  }

  private void raise(Ticket ticket) {
    Subject subject = ticket.contents().subject();
    if (subject.urgency() == Urgency.GENERAL && State.OPEN.contains(ticket.state())) {
      List<FieldChange> changes =
          ticket.amend(ticket.contents().with(Urgency.URGENT), Utc.now(clock));
      recorder.save(ticket, RAISER, new Happening.Amended(changes));
    }
  }

  /** The earlier ticket that this one repeats. */
  public Optional<TicketNumber> earlier(TicketNumber ticket) {
    return jdbc.sql("SELECT repeat_of FROM ticket WHERE number = :ticket AND repeat_of IS NOT NULL")
        .param("ticket", ticket.value())
        .query((row, n) -> new TicketNumber(row.getLong("repeat_of")))
        .optional();
  }

  /** Those that repeat this one, the first first. */
  public List<TicketNumber> later(TicketNumber ticket) {
    return jdbc.sql(
            "SELECT number FROM ticket WHERE repeat_of = :ticket ORDER BY opened_at, number")
        .param("ticket", ticket.value())
        .query((row, n) -> new TicketNumber(row.getLong("number")))
        .list();
  }

  private boolean set(TicketNumber ticket, TicketNumber earlier) {
    return jdbc.sql(
                "UPDATE ticket SET repeat_of = :earlier WHERE number = :ticket AND repeat_of IS NULL")
            .param("earlier", earlier.value())
            .param("ticket", ticket.value())
            .update()
        > 0;
  }
}
