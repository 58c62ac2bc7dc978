package cn.wuye.hotline.backend.traffic.desk;

import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.traffic.Blind;
import cn.wuye.hotline.backend.traffic.figures.AgentSums;
import cn.wuye.hotline.backend.traffic.figures.CallSums;
import cn.wuye.hotline.backend.traffic.figures.FigureRules;
import cn.wuye.hotline.backend.traffic.figures.FigureTable;
import cn.wuye.hotline.backend.traffic.figures.FigureTable.Cell;
import cn.wuye.hotline.backend.traffic.figures.Quarter;
import cn.wuye.hotline.backend.traffic.keep.KeptFigures;
import cn.wuye.hotline.backend.traffic.log.QueueEvents;
import cn.wuye.hotline.backend.traffic.report.TrafficReports;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Reports: past days as they were kept, the present one and those that are not kept yet from the
 * events; only of queues and agents that are seen.
 */
@Component
public class TrafficDesk {
  private final KeptFigures kept;
  private final TrafficReports fresh;
  private final QueueEvents log;
  private final InSight sight;
  private final Clock clock;

  TrafficDesk(KeptFigures kept, TrafficReports fresh, QueueEvents log, InSight sight, Clock clock) {
    this.kept = kept;
    this.fresh = fresh;
    this.log = log;
    this.sight = sight;
    this.clock = clock;
  }

  /**
   * A line of a report.
   *
   * @param of the moment when a quarter begins, as ISO 8601; a day; the Monday of a week; a queue's
   *     code; an agent's extension
   * @param <S> what is summed
   */
  public record Line<S>(String of, S sums) {}

  /**
   * Lines and what they come to.
   *
   * @param total of all lines
   * @param <S> what is summed
   */
  public record Report<S>(List<Line<S>> lines, S total) {
    public Report {
      lines = List.copyOf(lines);
    }

    private static <S> Report<S> of(List<Line<S>> lines, S none, BinaryOperator<S> plus) {
      return new Report<>(lines, lines.stream().map(Line::sums).reduce(none, plus));
    }
  }

  /**
   * What became of callers who began to wait on these days; without a line where nobody did.
   *
   * @param by anything but {@link Grouping#AGENT}
   * @param queue only this one; empty for all that are seen. One that is not seen has no lines.
   */
  public Report<CallSums> calls(Grouping by, Days days, Optional<String> queue, EstateScope scope) {
    Predicate<String> seen = seen(sight.queues(scope), scope);
    FigureTable<CallSums> table =
        queues(days).only(code -> seen.test(code) && queue.map(code::equals).orElse(true));
    return Report.of(lines(table, by), CallSums.NONE, CallSums::plus);
  }

  private static List<Line<CallSums>> lines(FigureTable<CallSums> table, Grouping by) {
    return switch (by) {
      case QUARTER ->
          table.byQuarter().entrySet().stream()
              .map(each -> new Line<>(each.getKey().start().toString(), each.getValue()))
              .toList();
      case DAY -> lines(table.byDay(Days.ZONE));
      case WEEK -> lines(table.byWeek(Days.ZONE));
      case QUEUE -> lines(table.byName());
      case AGENT -> throw new IllegalArgumentException("agents have sums of their own");
    };
  }

  /** What agents did on these days; without a line for who was never there. */
  public Report<AgentSums> agents(Days days, EstateScope scope) {
    Predicate<String> seen = seen(sight.agents(scope), scope);
    return Report.of(lines(agents(days).only(seen).byName()), AgentSums.NONE, AgentSums::plus);
  }

  /** When a node saw nothing of its Asterisk on these days: then figures are not whole. */
  public List<Blind> blind(Days days) {
    return log.blind(start(days.from()), start(days.end()));
  }

  /** Of what has been deleted meanwhile, only those know who see everything. */
  private static Predicate<String> seen(List<Named> names, EstateScope scope) {
    Set<String> codes = names.stream().map(Named::code).collect(Collectors.toSet());
    return code -> scope.all() || codes.contains(code);
  }

  private FigureTable<CallSums> queues(Days days) {
    List<Cell<CallSums>> cells = new ArrayList<>();
    cells.addAll(kept.queues(days.from(), days.end()).cells());
    for (Days open : notKept(days)) {
      cells.addAll(fresh.queues(first(open), end(open), FigureRules.SHIPPED).cells());
    }
    return FigureTable.of(cells);
  }

  private FigureTable<AgentSums> agents(Days days) {
    List<Cell<AgentSums>> cells = new ArrayList<>();
    cells.addAll(kept.agents(days.from(), days.end()).cells());
    for (Days open : notKept(days)) {
      cells.addAll(fresh.agents(first(open), end(open)).cells());
    }
    return FigureTable.of(cells);
  }

  /** Days of which the sums are not kept, until today, as they follow on each other. */
  private List<Days> notKept(Days days) {
    Set<LocalDate> known = kept.days(days.from(), days.end());
    LocalDate tomorrow = LocalDate.ofInstant(Utc.now(clock), Days.ZONE).plusDays(1);
    List<Days> spans = new ArrayList<>();
    for (LocalDate day = days.from();
        day.isBefore(days.end()) && day.isBefore(tomorrow);
        day = day.plusDays(1)) {
      if (known.contains(day)) {
        continue;
      }
      int last = spans.size() - 1;
      if (last >= 0 && spans.get(last).end().equals(day)) {
        spans.set(last, new Days(spans.get(last).from(), day));
      } else {
        spans.add(new Days(day, day));
      }
    }
    return spans;
  }

  private static Quarter first(Days days) {
    return new Quarter(start(days.from()));
  }

  private static Quarter end(Days days) {
    return new Quarter(start(days.end()));
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(Days.ZONE).toInstant();
  }

  private static <K, S> List<Line<S>> lines(Map<K, S> sums) {
    return sums.entrySet().stream()
        .map(each -> new Line<>(String.valueOf(each.getKey()), each.getValue()))
        .toList();
  }
}
