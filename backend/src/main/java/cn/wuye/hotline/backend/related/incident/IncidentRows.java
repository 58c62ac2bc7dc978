package cn.wuye.hotline.backend.related.incident;

import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.persistence.Coded;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.ticket.Actor;
import cn.wuye.hotline.backend.ticket.MergedTickets;
import cn.wuye.hotline.backend.ticket.State;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import cn.wuye.hotline.ivr.conversation.CallId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of incidents. Written only while the head is locked. */
@Component
class IncidentRows {
  private static final String SELECT =
      "SELECT i.ticket, i.version, i.estate_id, i.announcement, i.expected_end, i.declared_at,"
          + " i.declared_by, t.state"
          + " FROM incident i JOIN ticket t ON t.number = i.ticket ";

  /** Also what goes on as another ticket, whose work decides then. */
  private static final List<String> LASTING =
      Stream.concat(State.OPEN.stream(), Stream.of(State.DUPLICATE)).map(State::code).toList();

  /** So many of the latest at a place are looked at. */
  private static final int LATEST = 20;

  private final JdbcClient jdbc;
  private final MergedTickets merged;
  private final Clock clock;

  IncidentRows(JdbcClient jdbc, MergedTickets merged, Clock clock) {
    this.jdbc = jdbc;
    this.merged = merged;
    this.clock = clock;
  }

  Optional<Incident> find(TicketNumber ticket) {
    return jdbc
        .sql(SELECT + "WHERE i.ticket = :ticket")
        .param("ticket", ticket.value())
        .query(IncidentRows::row)
        .list()
        .stream()
        .findFirst()
        .map(this::incident);
  }

  /** The latest that lasts and is announced there; in an unknown building only the estate's. */
  Optional<Incident> at(EstateId estate, String building) {
    return jdbc
        .sql(
            SELECT
                + "WHERE i.estate_id = :estate AND t.state IN (:lasting)"
                + " AND (NOT EXISTS (SELECT 1 FROM incident_building b WHERE b.ticket = i.ticket)"
                + " OR EXISTS (SELECT 1 FROM incident_building b"
                + " WHERE b.ticket = i.ticket AND b.building = :building))"
                + " ORDER BY i.declared_at DESC, i.ticket DESC LIMIT "
                + LATEST)
        .param("lasting", LASTING)
        .param("estate", estate.value())
        .param("building", building)
        .query(IncidentRows::row)
        .list()
        .stream()
        .filter(this::lasting)
        .findFirst()
        .map(this::incident);
  }

  void add(TicketNumber ticket, EstateId estate, Announcement announcement, Actor by) {
    jdbc.sql(
            "INSERT INTO incident (ticket, estate_id, announcement, expected_end, declared_at,"
                + " declared_by) VALUES (:ticket, :estate, :words, :end, :now, :by)")
        .param("ticket", ticket.value())
        .param("estate", estate.value())
        .param("words", announcement.words())
        .param("end", Utc.columnOrNull(announcement.expectedEnd()))
        .param("now", Utc.column(Utc.now(clock)))
        .param("by", by.value())
        .update();
    buildings(ticket, announcement);
  }

  /** False when somebody else was faster. */
  boolean change(TicketNumber ticket, long version, Announcement announcement) {
    boolean changed =
        jdbc.sql(
                    "UPDATE incident SET version = version + 1, announcement = :words,"
                        + " expected_end = :end WHERE ticket = :ticket AND version = :version")
                .param("words", announcement.words())
                .param("end", Utc.columnOrNull(announcement.expectedEnd()))
                .param("ticket", ticket.value())
                .param("version", version)
                .update()
            > 0;
    if (changed) {
      jdbc.sql("DELETE FROM incident_building WHERE ticket = :ticket")
          .param("ticket", ticket.value())
          .update();
      buildings(ticket, announcement);
    }
    return changed;
  }

  boolean remove(TicketNumber ticket, long version) {
    return jdbc.sql("DELETE FROM incident WHERE ticket = :ticket AND version = :version")
            .param("ticket", ticket.value())
            .param("version", version)
            .update()
        > 0;
  }

  /** A call has heard of it; heard twice, the first counts. */
  void heard(TicketNumber ticket, CallId call) {
    jdbc.sql(
            "INSERT INTO incident_heard (ticket, call_id, heard_at)"
                + " SELECT i.ticket, :call, :now FROM incident i WHERE i.ticket = :ticket"
                + " ON DUPLICATE KEY UPDATE call_id = :call")
        .param("ticket", ticket.value())
        .param("call", call.value())
        .param("now", Utc.column(Utc.now(clock)))
        .update();
  }

  int heard(TicketNumber ticket) {
    return jdbc.sql("SELECT COUNT(*) FROM incident_heard WHERE ticket = :ticket")
        .param("ticket", ticket.value())
        .query(Integer.class)
        .single();
  }

  /**
   * One call of each number that has added to one of these tickets, without those who have a ticket
   * among them: who reported is told by that.
   */
  List<CallId> callers(List<TicketNumber> tickets) {
    return jdbc.sql(
            "SELECT MIN(a.call_id) AS call_id FROM call_addition a"
                + " LEFT JOIN call_record c ON c.call_id = a.call_id"
                + " WHERE a.ticket IN (:tickets) AND (c.caller IS NULL OR c.caller NOT IN"
                + " (SELECT t.reporter_phone FROM ticket t WHERE t.number IN (:tickets)"
                + " AND t.reporter_phone IS NOT NULL))"
                + " GROUP BY COALESCE(c.caller, a.call_id) ORDER BY call_id")
        .param("tickets", tickets.stream().map(TicketNumber::value).toList())
        .query((row, n) -> new CallId(row.getString("call_id")))
        .list();
  }

  private void buildings(TicketNumber ticket, Announcement announcement) {
    for (String building : announcement.buildings()) {
      jdbc.sql("INSERT INTO incident_building (ticket, building) VALUES (:ticket, :building)")
          .param("ticket", ticket.value())
          .param("building", building)
          .update();
    }
  }

  /** An incident of which the buildings, and whether it lasts, are still to be found out. */
  private record Row(Incident withoutBuildings, State state) {}

  private boolean lasting(Row row) {
    return State.OPEN.contains(row.state)
        || (row.state == State.DUPLICATE
            && merged
                .head(row.withoutBuildings.ticket())
                .filter(head -> State.OPEN.contains(head.state()))
                .isPresent());
  }

  private static Row row(ResultSet row, int n) throws SQLException {
    return new Row(
        new Incident(
            new TicketNumber(row.getLong("ticket")),
            row.getLong("version"),
            new EstateId(row.getLong("estate_id")),
            new Announcement(
                row.getString("announcement"), List.of(), Utc.instantOrNull(row, "expected_end")),
            false,
            Utc.instant(row, "declared_at"),
            row.getString("declared_by")),
        Coded.of(State.class, row.getString("state")));
  }

  private Incident incident(Row row) {
    Incident bare = row.withoutBuildings;
    List<String> buildings =
        jdbc.sql("SELECT building FROM incident_building WHERE ticket = :ticket ORDER BY building")
            .param("ticket", bare.ticket().value())
            .query(String.class)
            .list();
    return new Incident(
        bare.ticket(),
        bare.version(),
        bare.estate(),
        new Announcement(bare.announcement().words(), buildings, bare.announcement().expectedEnd()),
        lasting(row),
        bare.declaredAt(),
        bare.declaredBy());
  }
}
