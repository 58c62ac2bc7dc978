package cn.wuye.hotline.backend.traffic.figures;

import cn.wuye.hotline.backend.traffic.AgentSpan;
import cn.wuye.hotline.backend.traffic.EventKind;
import cn.wuye.hotline.backend.traffic.QueueEvent;
import cn.wuye.hotline.backend.traffic.Stay;
import cn.wuye.hotline.backend.traffic.Talk;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Sums by quarter and by queue or agent. Reports of days, weeks, queues and agents are sums of
 * these cells and of nothing else, so that every column of a report adds up.
 *
 * @param <S> what is summed
 */
public final class FigureTable<S extends Sums<S>> {
  private final List<Cell<S>> cells;

  /**
   * One cell.
   *
   * @param of code of a queue, or an agent's extension
   * @param <S> what is summed
   */
  public record Cell<S extends Sums<S>>(Quarter quarter, String of, S sums) {}

  private FigureTable(List<Cell<S>> cells) {
    this.cells = List.copyOf(cells);
  }

  /** Cells as they were kept; of several for the same quarter and name the sum counts. */
  public static <S extends Sums<S>> FigureTable<S> of(Collection<Cell<S>> cells) {
    TreeMap<Place, S> sums = new TreeMap<>();
    cells.forEach(cell -> add(sums, cell.quarter(), cell.of(), cell.sums()));
    return table(sums);
  }

  /** What became of callers, by the quarter in which they began to wait and by queue. */
  public static FigureTable<CallSums> ofQueues(Collection<Stay> stays, FigureRules rules) {
    TreeMap<Place, CallSums> sums = new TreeMap<>();
    for (Stay stay : stays) {
      add(sums, Quarter.of(stay.joined()), stay.queue(), CallSums.of(stay, rules));
    }
    return table(sums);
  }

  /**
   * What agents did, by quarter and agent.
   *
   * @param events of which the rings in vain are counted
   */
  public static FigureTable<AgentSums> ofAgents(
      Collection<AgentSpan> spans, Collection<Stay> stays, Collection<QueueEvent> events) {
    TreeMap<Place, AgentSums> sums = new TreeMap<>();
    for (AgentSpan span : spans) {
      if (span.state() == EventKind.AGENT_GONE) {
        continue;
      }
      for (Quarter quarter = Quarter.of(span.from());
          quarter.start().isBefore(span.to());
          quarter = quarter.next()) {
        long millis = span.within(quarter.start(), quarter.end());
        add(sums, quarter, span.agent(), AgentSums.of(span, millis));
      }
    }
    for (Stay stay : stays) {
      Talk talk = stay.talk();
      if (talk != null) {
        add(sums, Quarter.of(talk.answered()), talk.agent(), AgentSums.of(talk));
      }
    }
    for (QueueEvent event : events) {
      if (event.kind() == EventKind.NOT_ANSWERED) {
        add(sums, Quarter.of(event.at()), event.agent(), AgentSums.MISSED);
      }
    }
    return table(sums);
  }

  /** By quarter, then by name. */
  public List<Cell<S>> cells() {
    return cells;
  }

  /**
   * Only the quarters that begin in a time.
   *
   * @param to does not belong to it
   */
  public FigureTable<S> between(Instant from, Instant to) {
    return new FigureTable<>(
        cells.stream()
            .filter(cell -> !cell.quarter().start().isBefore(from))
            .filter(cell -> cell.quarter().start().isBefore(to))
            .toList());
  }

  /** Only some queues or agents: those that somebody may see. */
  public FigureTable<S> only(Predicate<String> names) {
    return new FigureTable<>(cells.stream().filter(cell -> names.test(cell.of())).toList());
  }

  public SortedMap<String, S> byName() {
    return by(Cell::of);
  }

  public SortedMap<Quarter, S> byQuarter() {
    return by(Cell::quarter);
  }

  public SortedMap<LocalDate, S> byDay(ZoneId zone) {
    return by(cell -> cell.quarter().day(zone));
  }

  /** By the Mondays of the weeks. */
  public SortedMap<LocalDate, S> byWeek(ZoneId zone) {
    return by(
        cell -> cell.quarter().day(zone).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
  }

  /** All together; empty when there is nothing. */
  public Optional<S> total() {
    return cells.stream().map(Cell::sums).reduce((a, b) -> a.plus(b));
  }

  private <K> SortedMap<K, S> by(Function<Cell<S>, K> key) {
    SortedMap<K, S> sums = new TreeMap<>();
    cells.forEach(cell -> sums.merge(key.apply(cell), cell.sums(), (a, b) -> a.plus(b)));
    return sums;
  }

  private static <S extends Sums<S>> void add(
      TreeMap<Place, S> sums, Quarter quarter, String of, S more) {
    sums.merge(new Place(quarter, of), more, (a, b) -> a.plus(b));
  }

  private static <S extends Sums<S>> FigureTable<S> table(TreeMap<Place, S> sums) {
    List<Cell<S>> cells = new ArrayList<>();
    sums.forEach((place, sum) -> cells.add(new Cell<>(place.quarter(), place.of(), sum)));
    return new FigureTable<>(cells);
  }

  private record Place(Quarter quarter, String of) implements Comparable<Place> {
    private static final Comparator<Place> ORDER =
        Comparator.comparing(Place::quarter).thenComparing(Place::of);

    @Override
    public int compareTo(Place other) {
      return ORDER.compare(this, other);
    }
  }
}
