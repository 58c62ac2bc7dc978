package cn.wuye.hotline.backend.related.merge;

import cn.wuye.hotline.backend.persistence.Coded;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.ticket.Actor;
import cn.wuye.hotline.backend.ticket.State;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was put together, and what never is. Written only while the ticket is locked. */
@Component
class MergeRows {
  private final JdbcClient jdbc;
  private final Clock clock;

  MergeRows(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  void add(TicketNumber ticket, TicketNumber survivor, State before, Actor by) {
    jdbc.sql(
            "INSERT INTO ticket_merge (ticket, survivor, state_before, merged_at, merged_by)"
                + " VALUES (:ticket, :survivor, :before, :now, :by)")
        .param("ticket", ticket.value())
        .param("survivor", survivor.value())
        .param("before", before.code())
        .param("now", Utc.column(Utc.now(clock)))
        .param("by", by.value())
        .update();
  }

  /** The merge that holds now. */
  Optional<Merge> current(TicketNumber ticket) {
    return jdbc
        .sql(
            "SELECT ticket, survivor, state_before, merged_at, merged_by FROM ticket_merge"
                + " WHERE ticket = :ticket AND undone_at IS NULL ORDER BY id DESC LIMIT 1")
        .param("ticket", ticket.value())
        .query(
            (row, n) ->
                new Merge(
                    new TicketNumber(row.getLong("ticket")),
                    new TicketNumber(row.getLong("survivor")),
                    Coded.of(State.class, row.getString("state_before")),
                    Utc.instant(row, "merged_at"),
                    row.getString("merged_by")))
        .list()
        .stream()
        .findFirst();
  }

  void undone(TicketNumber ticket, Actor by) {
    jdbc.sql(
            "UPDATE ticket_merge SET undone_at = :now, undone_by = :by"
                + " WHERE ticket = :ticket AND undone_at IS NULL")
        .param("now", Utc.column(Utc.now(clock)))
        .param("by", by.value())
        .param("ticket", ticket.value())
        .update();
  }

  /** They are not the same; of staff the first counts, and more than what a caller says. */
  void distinct(TicketNumber one, TicketNumber other, Actor by) {
    jdbc.sql(
            "INSERT INTO ticket_distinct (lower_number, higher_number, decided_at, decided_by)"
                + " VALUES (:lower, :higher, :now, :by)"
                + " ON DUPLICATE KEY UPDATE decided_by ="
                + " CASE WHEN decided_by LIKE 'call:%' THEN :by ELSE decided_by END")
        .param("lower", Math.min(one.value(), other.value()))
        .param("higher", Math.max(one.value(), other.value()))
        .param("now", Utc.column(Utc.now(clock)))
        .param("by", by.value())
        .update();
  }

  /** Those that are known not to be the same as this one, whoever says so. */
  List<TicketNumber> distinctFrom(TicketNumber ticket) {
    return distinct(ticket, "%");
  }

  /** Those that staff know not to be the same. */
  List<TicketNumber> distinctForStaff(TicketNumber ticket) {
    return distinct(ticket, "user:%");
  }

  private List<TicketNumber> distinct(TicketNumber ticket, String by) {
    return jdbc.sql(
            "SELECT higher_number AS other FROM ticket_distinct"
                + " WHERE lower_number = :ticket AND decided_by LIKE :by"
                + " UNION SELECT lower_number FROM ticket_distinct"
                + " WHERE higher_number = :ticket AND decided_by LIKE :by")
        .param("ticket", ticket.value())
        .param("by", by)
        .query((row, n) -> new TicketNumber(row.getLong("other")))
        .list();
  }
}
