package cn.wuye.hotline.backend.moving;

import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds the tickets of a chunk that are there already. */
@Component
class KnownTickets {
  private final JdbcClient jdbc;

  KnownTickets(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A ticket that is there.
   *
   * @param own true: it was opened here, and the file was exported from here
   * @param facts everything the file can say about it, joined
   */
  record Known(long number, boolean own, String facts) {}

  /** By origin, for those of these tickets that are there. */
  Map<String, Known> of(Collection<OldTicket> wanted) {
    Map<String, Known> known = new HashMap<>();
    if (wanted.isEmpty()) {
      return known;
    }
    jdbc.sql("SELECT * FROM ticket WHERE origin_key IN (:origins)")
        .param("origins", wanted.stream().map(OldTicket::origin).toList())
        .query(
            row -> {
              known.put(
                  row.getString("origin_key"),
                  new Known(row.getLong("number"), false, TicketFacts.of(row)));
            });
    List<OldTicket> ours =
        wanted.stream()
            .filter(ticket -> ticket.source().equals(TicketExport.SOURCE))
            .filter(ticket -> !known.containsKey(ticket.origin()))
            .filter(ticket -> TicketNumber.find(ticket.number()).isPresent())
            .toList();
    own(ours).forEach(known::putIfAbsent);
    return known;
  }

  // The number alone proves nothing: another installation counts from 1000009, too.
  private Map<String, Known> own(List<OldTicket> ours) {
    Map<String, Known> known = new HashMap<>();
    if (ours.isEmpty()) {
      return known;
    }
    Map<Long, Instant> opened = new HashMap<>();
    jdbc.sql("SELECT number, opened_at FROM ticket WHERE number IN (:numbers)")
        .param("numbers", ours.stream().map(OldTicket::number).map(Long::valueOf).toList())
        .query(
            row -> {
              opened.put(row.getLong("number"), Utc.instant(row, "opened_at"));
            });
    for (OldTicket ticket : ours) {
      long number = Long.parseLong(ticket.number());
      Optional.ofNullable(opened.get(number))
          .filter(at -> at.truncatedTo(ChronoUnit.SECONDS).equals(ticket.opened()))
          .ifPresent(at -> known.put(ticket.origin(), new Known(number, true, "")));
    }
    return known;
  }

  /** Those of these tickets that somebody has worked on since they were imported. */
  Set<Long> touched(Collection<Long> numbers) {
    return numbers.isEmpty()
        ? Set.of()
        : new HashSet<>(
            jdbc.sql(
                    "SELECT DISTINCT ticket FROM ticket_event WHERE ticket IN (:numbers)"
                        + " AND actor <> :import AND kind NOT IN ('viewed', 'recording-played')")
                .param("numbers", numbers)
                .param("import", TicketRows.ACTOR)
                .query(Long.class)
                .list());
  }

  /** Who is reached at these numbers: number and estate to the only resident there. */
  Map<String, Long> reporters(Collection<OldTicket> tickets) {
    Set<String> phones =
        tickets.stream()
            .map(OldTicket::phone)
            .filter(java.util.Objects::nonNull)
            .map(phone -> phone.digits())
            .collect(Collectors.toSet());
    Map<String, @Nullable Long> found = new HashMap<>();
    if (phones.isEmpty()) {
      return Map.of();
    }
    jdbc.sql(
            "SELECT DISTINCT p.number, d.estate_id, p.resident_id FROM resident_phone p"
                + " JOIN resident_dwelling d ON d.resident_id = p.resident_id"
                + " WHERE p.number IN (:phones)")
        .param("phones", phones)
        .query(
            row -> {
              String key = row.getString("number") + "|" + row.getLong("estate_id");
              found.put(key, found.containsKey(key) ? null : (Long) row.getLong("resident_id"));
            });
    Map<String, Long> only = new HashMap<>();
    found.forEach(
        (key, resident) -> {
          if (resident != null) {
            only.put(key, resident);
          }
        });
    return only;
  }
}
