package cn.wuye.hotline.backend.ticket;

import cn.wuye.hotline.backend.persistence.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The append-only timeline of all tickets. */
@Component
public class Timeline {
  private static final String SELECT =
      "SELECT id, ticket, ticket_version, happened_at, kind, actor, details FROM ticket_event ";
  private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final JdbcTemplate template;
  private final JsonMapper json;
  private final Clock clock;

  Timeline(JdbcClient jdbc, JdbcTemplate template, JsonMapper json, Clock clock) {
    this.jdbc = jdbc;
    this.template = template;
    this.json = json;
    this.clock = clock;
  }

  /** Appends in the transaction of the change itself; several entries are one statement. */
  @Transactional(propagation = Propagation.MANDATORY)
  void append(
      TicketNumber ticket, long ticketVersion, Actor actor, List<? extends Happening> happened) {
    Object now = Utc.column(Utc.now(clock));
    template.batchUpdate(
        "INSERT INTO ticket_event (ticket, ticket_version, happened_at, kind, actor, details)"
            + " VALUES (?, ?, ?, ?, ?, ?)",
        happened.stream()
            .map(
                what ->
                    new Object[] {
                      ticket.value(),
                      ticketVersion,
                      now,
                      what.kind(),
                      actor.value(),
                      json.writeValueAsString(what)
                    })
            .toList());
  }

  /** What happened to a ticket, in order. */
  public List<TicketEvent> of(TicketNumber ticket) {
    return jdbc.sql(SELECT + "WHERE ticket = :ticket ORDER BY id")
        .param("ticket", ticket.value())
        .query(this::event)
        .list();
  }

  /** What happened to a ticket after it had this version. */
  List<TicketEvent> since(TicketNumber ticket, long version) {
    return of(ticket).stream().filter(event -> event.ticketVersion() > version).toList();
  }

  /** What its recordings were turned into, in order. */
  List<String> transcripts(TicketNumber ticket) {
    return jdbc
        .sql(SELECT + "WHERE ticket = :ticket AND kind = 'transcript-added' ORDER BY id")
        .param("ticket", ticket.value())
        .query(this::event)
        .list()
        .stream()
        .map(event -> String.valueOf(event.details().getOrDefault("text", "")))
        .distinct()
        .toList();
  }

  /** At most {@code limit} entries of all tickets with ids after this one, in order. */
  public List<TicketEvent> after(long id, int limit) {
    return jdbc.sql(SELECT + "WHERE id > :id ORDER BY id LIMIT :limit")
        .param("id", id)
        .param("limit", limit)
        .query(this::event)
        .list();
  }

  /** Those of these ids that are visible by now. */
  List<TicketEvent> withIds(Collection<Long> ids) {
    return jdbc.sql(SELECT + "WHERE id IN (:ids) ORDER BY id")
        .param("ids", ids)
        .query(this::event)
        .list();
  }

  /** The highest id so far; 0 when nothing ever happened. */
  public long lastId() {
    return jdbc.sql("SELECT COALESCE(MAX(id), 0) FROM ticket_event").query(Long.class).single();
  }

  private TicketEvent event(ResultSet row, int n) throws SQLException {
    return new TicketEvent(
        row.getLong("id"),
        new TicketNumber(row.getLong("ticket")),
        row.getLong("ticket_version"),
        Utc.instant(row, "happened_at"),
        row.getString("kind"),
        row.getString("actor"),
        json.readValue(row.getString("details"), MAP));
  }
}
