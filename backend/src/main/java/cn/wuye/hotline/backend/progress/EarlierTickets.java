package cn.wuye.hotline.backend.progress;

import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.resident.NumberKey;
import cn.wuye.hotline.backend.resident.Resident;
import cn.wuye.hotline.backend.resident.Residents;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import cn.wuye.hotline.ivr.intent.Intent;
import cn.wuye.hotline.ivr.intent.Place;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds tickets by whose they are; each half of a search has an index of its own. */
@Component
class EarlierTickets {
  private static final int MOST = 3;

  /**
   * Told as long as they are at work, then for a while. A duplicate stands where its survivor does.
   */
  private static final String RECENT =
      "SELECT number, opened_at FROM ticket WHERE %s AND (state IN ('new', 'accepted', 'dispatched',"
          + " 'in-progress', 'duplicate') OR (state IN ('solved', 'callback', 'archived',"
          + " 'not-our-duty', 'not-confirmed') AND state_since > :since))";

  private static final String SAME =
      "SELECT number, opened_at FROM ticket WHERE %s AND category = :category"
          + " AND subcategory = :subcategory AND opened_at > :since"
          + " AND state NOT IN ('archived', 'withdrawn', 'duplicate')";

  private static final String BY_NUMBER = "reporter_phone IN (:numbers)";
  private static final String BY_RESIDENT = "resident_id = :resident";
  private static final String BY_DWELLING =
      "estate_id = :estate AND building = :building AND unit = :unit AND room = :room";

  private final JdbcClient jdbc;
  private final Residents residents;
  private final ProgressProperties properties;
  private final Clock clock;

  EarlierTickets(JdbcClient jdbc, Residents residents, ProgressProperties properties, Clock clock) {
    this.jdbc = jdbc;
    this.residents = residents;
    this.properties = properties;
    this.clock = clock;
  }

  /** Those that belong to a number, the newest first. */
  List<TicketNumber> recent(PhoneNumber caller) {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("since", Utc.column(Utc.now(clock).minus(properties.solvedWindow())));
    return found(RECENT, of(caller, parameters), parameters, MOST);
  }

  /** The newest about the same thing. */
  Optional<TicketNumber> same(Optional<PhoneNumber> caller, Place place, Intent intent) {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("since", Utc.column(Utc.now(clock).minus(properties.sameWindow())));
    parameters.put("category", intent.category());
    parameters.put("subcategory", intent.subcategory());
    Set<String> owners = new java.util.LinkedHashSet<>();
    caller.ifPresent(number -> owners.addAll(of(number, parameters)));
    if (place.estateId().matches("[0-9]{1,18}") && !place.room().isEmpty()) {
      parameters.put("estate", Long.parseLong(place.estateId()));
      parameters.put("building", place.building());
      parameters.put("unit", place.unit());
      parameters.put("room", place.room());
      owners.add(BY_DWELLING);
    }
    return owners.isEmpty()
        ? Optional.empty()
        : found(SAME, owners, parameters, 1).stream().findFirst();
  }

  /** By the number itself; by its resident only where nobody else can be calling. */
  private Set<String> of(PhoneNumber caller, Map<String, Object> parameters) {
    parameters.put("numbers", NumberKey.spellings(caller));
    Optional<Long> resident = residents.household(caller).onlyOne().map(Resident::id);
    if (resident.isEmpty()) {
      return Set.of(BY_NUMBER);
    }
    parameters.put("resident", resident.get());
    return Set.of(BY_NUMBER, BY_RESIDENT);
  }

  private List<TicketNumber> found(
      String select, Set<String> owners, Map<String, Object> parameters, int most) {
    List<String> halves = owners.stream().map(select::formatted).toList();
    return jdbc.sql(
            String.join(" UNION ", halves) + " ORDER BY opened_at DESC, number DESC LIMIT " + most)
        .params(parameters)
        .query(EarlierTickets::number)
        .list();
  }

  private static TicketNumber number(ResultSet row, int n) throws SQLException {
    return new TicketNumber(row.getLong("number"));
  }
}
