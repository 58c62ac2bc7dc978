package cn.wuye.hotline.backend.points;

import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of the ledger: read and added, never changed. */
@Component
class LedgerRows {
  private static final String SELECT =
      "SELECT id, resident_id, ticket, estate_id, points, reason, entered_by, at"
          + " FROM points_ledger ";

  private final JdbcClient jdbc;

  LedgerRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Thanks for a survey; once, however often it is told. */
  void thank(
      long survey,
      @Nullable Long resident,
      TicketNumber ticket,
      EstateId estate,
      int points,
      Instant now) {
    jdbc.sql(
            "INSERT INTO points_ledger (once, resident_id, ticket, estate_id, points, at)"
                + " VALUES (:once, :resident, :ticket, :estate, :points, :now)"
                + " ON DUPLICATE KEY UPDATE once = once")
        .param("once", "survey:" + survey)
        .param("resident", resident)
        .param("ticket", ticket.value())
        .param("estate", estate.value())
        .param("points", points)
        .param("now", Utc.column(now))
        .update();
  }

  /** A correction; once for the key of its form. */
  void correct(long resident, int points, String reason, String key, String by, Instant now) {
    jdbc.sql(
            "INSERT INTO points_ledger (once, resident_id, points, reason, entered_by, at)"
                + " VALUES (:once, :resident, :points, :reason, :by, :now)"
                + " ON DUPLICATE KEY UPDATE once = once")
        .param("once", "form:" + key)
        .param("resident", resident)
        .param("points", points)
        .param("reason", reason)
        .param("by", by)
        .param("now", Utc.column(now))
        .update();
  }

  /** Whether a form was sent before. */
  boolean known(String key) {
    return jdbc.sql("SELECT COUNT(*) FROM points_ledger WHERE once = ?")
            .param("form:" + key)
            .query(Long.class)
            .single()
        > 0;
  }

  /** Until the transaction ends nobody else corrects her points. */
  void lock(long resident) {
    jdbc.sql("SELECT id FROM resident WHERE id = ? FOR UPDATE")
        .param(resident)
        .query(Long.class)
        .optional();
  }

  long balance(long resident) {
    return jdbc.sql("SELECT COALESCE(SUM(points), 0) FROM points_ledger WHERE resident_id = ?")
        .param(resident)
        .query(Long.class)
        .single();
  }

  List<PointsEntry> of(long resident, int most) {
    return jdbc.sql(SELECT + "WHERE resident_id = ? ORDER BY id DESC LIMIT " + most)
        .param(resident)
        .query(LedgerRows::row)
        .list();
  }

  List<PointsEntry> of(TicketNumber ticket) {
    return jdbc.sql(SELECT + "WHERE ticket = ? ORDER BY id")
        .param(ticket.value())
        .query(LedgerRows::row)
        .list();
  }

  private static PointsEntry row(ResultSet row, int n) throws SQLException {
    long resident = row.getLong("resident_id");
    Long whose = row.wasNull() ? null : resident;
    long ticket = row.getLong("ticket");
    long estate = row.getLong("estate_id");
    return new PointsEntry(
        row.getLong("id"),
        whose,
        ticket == 0 ? null : new TicketNumber(ticket),
        estate == 0 ? null : new EstateId(estate),
        row.getInt("points"),
        Objects.requireNonNull(row.getString("reason")),
        Objects.requireNonNullElse(row.getString("entered_by"), ""),
        Utc.instant(row, "at"));
  }
}
