package cn.wuye.hotline.backend.dispatch.work;

import static java.util.stream.Collectors.toMap;

import cn.wuye.hotline.backend.dispatch.Reason;
import cn.wuye.hotline.backend.persistence.Coded;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Why each ticket is with its owner, or with nobody. */
@Component
public class Reasons {
  private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final Clock clock;

  Reasons(JdbcClient jdbc, JsonMapper json, Clock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.clock = clock;
  }

  /** The last reason of each of these tickets that has one. */
  public Map<TicketNumber, Reason> of(Collection<TicketNumber> tickets) {
    if (tickets.isEmpty()) {
      return Map.of();
    }
    return jdbc
        .sql("SELECT ticket, code, arguments FROM dispatch_reason WHERE ticket IN (:tickets)")
        .param("tickets", tickets.stream().map(TicketNumber::value).toList())
        .query(
            (row, n) ->
                Map.entry(
                    new TicketNumber(row.getLong("ticket")),
                    new Reason(
                        Coded.of(Reason.Code.class, row.getString("code")),
                        json.readValue(row.getString("arguments"), TEXTS))))
        .list()
        .stream()
        .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** The reason in an entry of the timeline; empty for one that is not understood. */
  static Optional<Reason> said(Map<String, Object> details) {
    List<String> arguments =
        details.get("arguments") instanceof List<?> values
            ? values.stream().map(String::valueOf).toList()
            : List.of();
    return Coded.find(Reason.Code.class, String.valueOf(details.get("code")))
        .map(code -> new Reason(code, arguments));
  }

  void keep(TicketNumber ticket, Reason reason) {
    jdbc.sql(
            "INSERT INTO dispatch_reason (ticket, code, arguments, decided_at)"
                + " VALUES (:ticket, :code, :arguments, :now)"
                + " ON DUPLICATE KEY UPDATE code = :code, arguments = :arguments, decided_at = :now")
        .param("ticket", ticket.value())
        .param("code", reason.code().code())
        .param("arguments", json.writeValueAsString(reason.arguments()))
        .param("now", Utc.column(Utc.now(clock)))
        .update();
  }
}
