package cn.wuye.hotline.backend.compensation;

import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.estate.ScopeCondition;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What was given, and what waits: for lists and sums. */
@Component
public class CompensationFigures {
  /** Months are cut where the estates are. */
  public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private static final int MONTHS = 12;

  private final CompensationRows rows;
  private final Clock clock;

  CompensationFigures(CompensationRows rows, Clock clock) {
    this.rows = rows;
    this.clock = clock;
  }

  /**
   * What was approved in a month for an estate.
   *
   * @param estate id; empty string for tickets of none
   * @param cents the sum, in hundredths of a yuan
   */
  public record Sum(YearMonth month, String estate, int count, long cents) {}

  /** Those of a ticket, as they were proposed. The ticket must be visible to who asks. */
  public List<Compensation> of(TicketNumber ticket) {
    return rows.where("c.ticket = :ticket", Map.of("ticket", ticket.value()));
  }

  /** Those that nobody has decided yet. */
  public List<Compensation> waiting(EstateScope scope) {
    return seen("c.state = 'proposed'", new HashMap<>(), scope);
  }

  /** Those that were decided in a month. */
  public List<Compensation> decided(YearMonth month, EstateScope scope) {
    return between(month, month, "", scope);
  }

  /** What was approved in the last twelve months, the newest month first, then by estate. */
  public List<Sum> sums(EstateScope scope) {
    YearMonth now = YearMonth.from(clock.instant().atZone(ZONE));
    return between(now.minusMonths(MONTHS - 1), now, " AND c.state = 'approved'", scope).stream()
        .collect(Collectors.groupingBy(CompensationFigures::cell))
        .entrySet()
        .stream()
        .map(
            cell ->
                new Sum(
                    cell.getKey().month(),
                    cell.getKey().estate(),
                    cell.getValue().size(),
                    cell.getValue().stream().mapToLong(Compensation::cents).sum()))
        .sorted(
            Comparator.comparing(Sum::month, Comparator.reverseOrder()).thenComparing(Sum::estate))
        .toList();
  }

  private record Cell(YearMonth month, String estate) {}

  private static Cell cell(Compensation each) {
    return new Cell(
        YearMonth.from(Objects.requireNonNull(each.decidedAt()).atZone(ZONE)),
        Objects.toString(each.estate(), ""));
  }

  private List<Compensation> between(
      YearMonth first, YearMonth last, String more, EstateScope scope) {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("from", Utc.column(first.atDay(1).atStartOfDay(ZONE).toInstant()));
    parameters.put("to", Utc.column(last.plusMonths(1).atDay(1).atStartOfDay(ZONE).toInstant()));
    return seen("c.decided_at >= :from AND c.decided_at < :to" + more, parameters, scope);
  }

  private List<Compensation> seen(
      String condition, Map<String, Object> parameters, EstateScope scope) {
    String seen = ScopeCondition.of(scope, "t.estate_id", parameters);
    return rows.where(seen.isEmpty() ? condition : condition + " AND " + seen, parameters);
  }
}
