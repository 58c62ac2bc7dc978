package cn.wuye.hotline.backend.equipment;

import cn.wuye.hotline.backend.equipment.Proposal.Cause;
import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.estate.ScopeCondition;
import cn.wuye.hotline.backend.persistence.Coded;
import cn.wuye.hotline.backend.persistence.Utc;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Proposes that something is seen to before it fails once more: after many complaints, or after a
 * few when it is old. One proposal of each thing is open at a time, and complaints that led to one
 * do not lead to the next.
 */
@Component
public class PreventiveProposals {
  private static final Logger log = LoggerFactory.getLogger(PreventiveProposals.class);
  private static final int MOST = 100;
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private final JdbcClient jdbc;
  private final EquipmentRegister register;
  private final EquipmentProperties properties;
  private final Clock clock;

  PreventiveProposals(
      JdbcClient jdbc, EquipmentRegister register, EquipmentProperties properties, Clock clock) {
    this.jdbc = jdbc;
    this.register = register;
    this.properties = properties;
    this.clock = clock;
  }

  private record Row(
      long id, long equipment, Cause cause, int complaints, int days, Instant proposedAt) {}

  /** Those that nobody has decided yet, of what this scope sees, the oldest first, 100 at most. */
  public List<Proposal> open(EstateScope scope) {
    Map<String, Object> parameters = new HashMap<>();
    String seen = ScopeCondition.of(scope, "e.estate_id", parameters);
    return rows("p.open_mark = 1" + (seen.isEmpty() ? "" : " AND " + seen), parameters).stream()
        .flatMap(row -> proposal(row, scope).stream())
        .toList();
  }

  /** One that nobody has decided yet. */
  Optional<Proposal> open(long id, EstateScope scope) {
    return rows("p.open_mark = 1 AND p.id = :id", Map.of("id", id)).stream()
        .flatMap(row -> proposal(row, scope).stream())
        .findFirst();
  }

  /** Whether there is such a one, decided or not, of what this scope sees. */
  public boolean known(long id, EstateScope scope) {
    return rows("p.id = :id", Map.of("id", id)).stream()
        .anyMatch(row -> proposal(row, scope).isPresent());
  }

  private List<Row> rows(String which, Map<String, ?> parameters) {
    return jdbc.sql(
            "SELECT p.id, p.equipment, p.cause, p.complaints, p.days, p.proposed_at"
                + " FROM equipment_proposal p JOIN equipment e ON e.id = p.equipment WHERE "
                + which
                + " ORDER BY p.proposed_at, p.id LIMIT "
                + MOST)
        .params(parameters)
        .query(
            (row, n) ->
                new Row(
                    row.getLong("id"),
                    row.getLong("equipment"),
                    Coded.of(Cause.class, row.getString("cause")),
                    row.getInt("complaints"),
                    row.getInt("days"),
                    Utc.instant(row, "proposed_at")))
        .list();
  }

  private Optional<Proposal> proposal(Row row, EstateScope scope) {
    return register
        .find(row.equipment(), scope)
        .map(
            thing ->
                new Proposal(
                    row.id(), thing, row.cause(), row.complaints(), row.days(), row.proposedAt()));
  }

  /**
   * Before a complaint is hung on a thing: of two at once the second waits here, and sees the first
   * when it is looked at.
   */
  void lock(Equipment thing) {
    jdbc.sql("SELECT id FROM equipment WHERE id = :id FOR UPDATE")
        .param("id", thing.id())
        .query(Long.class)
        .single();
  }

  /** Looks at a thing on which a complaint was hung, in the transaction that does. */
  void consider(Equipment thing) {
    int recent = complaints(thing.id(), properties.days());
    if (recent >= properties.complaints()) {
      propose(thing, Cause.COMPLAINTS, recent, properties.days());
    } else if (old(thing)) {
      int some = complaints(thing.id(), properties.oldDays());
      if (some >= properties.oldComplaints()) {
        propose(thing, Cause.AGE, some, properties.oldDays());
      }
    }
  }

  private boolean old(Equipment thing) {
    LocalDate installed = thing.installedOn();
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZONE);
    return installed != null && !installed.plusYears(properties.oldYears()).isAfter(today);
  }

  /** Complaints and repairs that had a cause, since the last proposal. */
  private int complaints(long equipment, int days) {
    return jdbc.sql(
            "SELECT COUNT(*) FROM equipment_ticket e JOIN ticket t ON t.number = e.ticket"
                + " WHERE e.equipment = :equipment AND NOT e.preventive"
                + " AND t.kind IN ('complaint', 'repair')"
                + " AND t.state NOT IN ('not-confirmed', 'withdrawn', 'duplicate')"
                + " AND t.opened_at > :from"
                + " AND e.linked_at > COALESCE((SELECT MAX(p.proposed_at) FROM equipment_proposal p"
                + " WHERE p.equipment = :equipment), '1970-01-01')")
        .param("equipment", equipment)
        .param("from", Utc.column(clock.instant().minus(Duration.ofDays(days))))
        .query(Integer.class)
        .single();
  }

  private void propose(Equipment thing, Cause cause, int complaints, int days) {
    boolean waits =
        jdbc.sql(
                    "SELECT COUNT(*) FROM equipment_proposal WHERE equipment = :equipment"
                        + " AND open_mark = 1")
                .param("equipment", thing.id())
                .query(Long.class)
                .single()
            > 0;
    if (waits) {
      return;
    }
    try {
      jdbc.sql(
              "INSERT INTO equipment_proposal (equipment, cause, complaints, days, proposed_at,"
                  + " open_mark, state) VALUES (:equipment, :cause, :complaints, :days, :now, 1,"
                  + " 'open')")
          .param("equipment", thing.id())
          .param("cause", cause.code())
          .param("complaints", complaints)
          .param("days", days)
          .param("now", Utc.column(Utc.now(clock)))
          .update();
      log.info("a preventive work order is proposed for equipment {}", thing.id());
    } catch (DuplicateKeyException raced) {
      log.debug("equipment {} has a proposal already", thing.id());
    }
  }
}
