package cn.wuye.hotline.backend.quality;

import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.survey.ArchivedTicket;
import cn.wuye.hotline.backend.survey.Satisfaction;
import cn.wuye.hotline.backend.ticket.Ticket;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of what was archived, as it was then. */
@Component
class ArchivedRows {
  private final JdbcClient jdbc;

  ArchivedRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Keeps a ticket that is archived just now, with the lowest score it ever had. */
  void add(Ticket ticket, String agent, Instant now) {
    EstateId estate = ticket.contents().place().estateId();
    jdbc.sql(
            "INSERT INTO quality_archived (ticket, archived_at, estate_id, category, agent,"
                + " satisfaction) SELECT :ticket, :now, :estate, :category, :agent,"
                + " MIN(satisfaction) FROM survey WHERE ticket = :ticket"
                + " ON DUPLICATE KEY UPDATE archived_at = :now")
        .param("ticket", ticket.number().value())
        .param("now", Utc.column(now))
        .param("estate", estate == null ? null : estate.value())
        .param("category", ticket.contents().subject().category())
        .param("agent", agent)
        .update();
  }

  /** Login of the person who opened it; empty string when it was the machine. */
  String openedBy(TicketNumber ticket) {
    return jdbc.sql(
            "SELECT actor FROM ticket_event WHERE ticket = ? AND kind = 'opened' ORDER BY id LIMIT 1")
        .param(ticket.value())
        .query(String.class)
        .optional()
        .filter(actor -> actor.startsWith("user:"))
        .map(actor -> actor.substring("user:".length()))
        .orElse("");
  }

  List<ArchivedTicket> of(Week week) {
    return jdbc.sql(
            "SELECT ticket, estate_id, category, agent, satisfaction FROM quality_archived"
                + " WHERE archived_at >= :from AND archived_at < :to")
        .param("from", Utc.column(week.from()))
        .param("to", Utc.column(week.to()))
        .query(ArchivedRows::row)
        .list();
  }

  void forgetBefore(Instant moment) {
    jdbc.sql("DELETE FROM quality_archived WHERE archived_at < ?")
        .param(Utc.column(moment))
        .update();
  }

  private static ArchivedTicket row(ResultSet row, int n) throws SQLException {
    long estate = row.getLong("estate_id");
    int satisfaction = row.getInt("satisfaction");
    Optional<Satisfaction> score =
        row.wasNull() ? Optional.empty() : Satisfaction.ofKey(satisfaction);
    return new ArchivedTicket(
        new TicketNumber(row.getLong("ticket")),
        estate == 0 ? null : new EstateId(estate),
        Objects.requireNonNull(row.getString("category")),
        Objects.requireNonNull(row.getString("agent")),
        score);
  }
}
