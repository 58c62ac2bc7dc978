package cn.wuye.hotline.backend.ticket;

import cn.wuye.hotline.backend.persistence.Transactions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tickets about the same thing as one that was solved before. */
@Component
public class Repeats {
  private final JdbcClient jdbc;
  private final TicketRepository tickets;
  private final TicketRecorder recorder;
  private final Transactions transactions;

  Repeats(
      JdbcClient jdbc,
      TicketRepository tickets,
      TicketRecorder recorder,
      Transactions transactions) {
    this.jdbc = jdbc;
    this.tickets = tickets;
    this.recorder = recorder;
    this.transactions = transactions;
  }

  /**
   * Links a ticket to the earlier one; both timelines tell it, once. Does nothing if one is
   * missing.
   */
  public void link(TicketNumber ticket, TicketNumber earlier, Actor actor) {
    if (ticket.equals(earlier)) {
      return;
    }
    transactions.run(
        () -> {
          var again = tickets.findById(ticket);
          var before = tickets.findById(earlier);
          if (again.isEmpty() || before.isEmpty() || !set(ticket, earlier)) {
            return false;
          }
          recorder.note(again.get(), actor, new Happening.Repeats(earlier));
          recorder.note(before.get(), actor, new Happening.CameAgain(ticket));
          return true;
        });
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
