package cn.wuye.hotline.backend.deadline.store;

import cn.wuye.hotline.backend.deadline.rule.ClockKind;
import cn.wuye.hotline.backend.message.Addressee;
import cn.wuye.hotline.backend.message.DueTimes;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells who gets a job by when it is to be solved. */
@Component
class SolveDue implements DueTimes {
  private final JdbcClient jdbc;

  SolveDue(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Optional<Instant> due(Addressee to, String event, TicketNumber ticket) {
    if (!event.equals("ticket-dispatched")) {
      return Optional.empty();
    }
    return jdbc.sql(
            "SELECT due_at FROM ticket_clock WHERE ticket = :ticket AND kind = :kind"
                + " AND stopped_at IS NULL AND due_at IS NOT NULL ORDER BY due_at LIMIT 1")
        .param("ticket", ticket.value())
        .param("kind", ClockKind.SOLVE.code())
        .query((row, n) -> Utc.instant(row, "due_at"))
        .optional();
  }
}
