package cn.wuye.hotline.backend.related.watch;

import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.related.RelatedProperties;
import cn.wuye.hotline.backend.resident.NumberKey;
import cn.wuye.hotline.backend.ticket.State;
import cn.wuye.hotline.backend.ticket.Ticket;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import cn.wuye.hotline.backend.ticket.TicketPlace;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds tickets of the same kind by whose they are or where; each half has an index of its own. */
@Component
class Earlier {
  private static final int MOST = 20;
  private static final String OF_PHONE = "reporter_phone IN (:numbers)";
  private static final String OF_RESIDENT = "resident_id = :resident";
  private static final String AT_PLACE =
      "estate_id = :estate AND building = :building AND unit = :unit AND room = :room";
  private static final String SELECT =
      "SELECT number, opened_at FROM ticket WHERE %s AND category = :category"
          + " AND subcategory = :subcategory AND number <> :self AND opened_at %s AND %s";

  private final JdbcClient jdbc;
  private final RelatedProperties properties;

  Earlier(JdbcClient jdbc, RelatedProperties properties) {
    this.jdbc = jdbc;
    this.properties = properties;
  }

  /** Open tickets of the same reporter about the same kind, near in time; the first first. */
  List<TicketNumber> sure(Ticket ticket) {
    Map<String, Object> parameters = parameters(ticket);
    parameters.put("from", Utc.column(ticket.openedAt().minus(properties.sureWithin())));
    parameters.put("to", Utc.column(ticket.openedAt().plus(properties.sureWithin())));
    List<String> halves = new ArrayList<>();
    for (String own : own(ticket, parameters)) {
      halves.add(SELECT.formatted(own, "BETWEEN :from AND :to", "state IN (:open)"));
    }
    return found(halves, "opened_at, number", parameters);
  }

  /**
   * Earlier tickets about the same kind within the window, the latest first: the reporter's own,
   * whether their work is over or not, and those of the place whose work is over. What somebody
   * else has open at the place is no repeat but perhaps the same.
   */
  List<TicketNumber> repeated(Ticket ticket) {
    EstateId estate = ticket.contents().place().estateId();
    Map<String, Object> parameters = parameters(ticket);
    parameters.put(
        "from",
        Utc.column(
            ticket
                .openedAt()
                .minus(properties.repeatWindow(estate == null ? "" : estate.toString()))));
    parameters.put("to", Utc.column(ticket.openedAt()));
    String when = "BETWEEN :from AND :to";
    List<String> halves = new ArrayList<>();
    for (String own : own(ticket, parameters)) {
      halves.add(SELECT.formatted(own, when, "state NOT IN ('withdrawn', 'not-confirmed')"));
    }
    TicketPlace place = ticket.contents().place();
    if (estate != null && !place.building().isEmpty()) {
      parameters.put("estate", estate.value());
      parameters.put("building", place.building());
      parameters.put("unit", place.unit());
      parameters.put("room", place.room());
      halves.add(
          SELECT.formatted(
              AT_PLACE,
              when,
              "state NOT IN (:open) AND state NOT IN ('withdrawn', 'not-confirmed', 'duplicate')"));
    }
    return found(halves, "opened_at DESC, number DESC", parameters);
  }

  private static Map<String, Object> parameters(Ticket ticket) {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("category", ticket.contents().subject().category());
    parameters.put("subcategory", ticket.contents().subject().subcategory());
    parameters.put("self", ticket.number().value());
    parameters.put("open", State.OPEN.stream().map(State::code).toList());
    return parameters;
  }

  private static List<String> own(Ticket ticket, Map<String, Object> parameters) {
    List<String> own = new ArrayList<>();
    PhoneNumber phone = ticket.contents().reporter().phone();
    if (phone != null) {
      parameters.put("numbers", NumberKey.spellings(phone));
      own.add(OF_PHONE);
    }
    Long resident = ticket.contents().reporter().residentId();
    if (resident != null) {
      parameters.put("resident", resident);
      own.add(OF_RESIDENT);
    }
    return own;
  }

  private List<TicketNumber> found(
      List<String> halves, String order, Map<String, Object> parameters) {
    return halves.isEmpty()
        ? List.of()
        : jdbc.sql(String.join(" UNION ", halves) + " ORDER BY " + order + " LIMIT " + MOST)
            .params(parameters)
            .query((row, n) -> new TicketNumber(row.getLong("number")))
            .list();
  }
}
