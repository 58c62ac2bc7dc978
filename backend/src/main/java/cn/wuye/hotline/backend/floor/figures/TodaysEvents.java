package cn.wuye.hotline.backend.floor.figures;

import cn.wuye.hotline.backend.traffic.QueueEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * The events of a day, read as they come in: of what is known already only the last minutes are
 * read again. Used by one thread at a time.
 */
final class TodaysEvents {
  /** A node writes what it is told within this time. */
  static final Duration LATE = Duration.ofMinutes(2);

  /** A node that was cut off writes later: so often everything is read again. */
  static final Duration ANEW = Duration.ofMinutes(15);

  private final BiFunction<Instant, Instant, List<QueueEvent>> between;
  private final Function<Instant, List<QueueEvent>> statesAt;
  private final Map<Once, QueueEvent> events = new LinkedHashMap<>();
  private Instant begin = Instant.MIN;
  private Instant read = Instant.MIN;
  private Instant readWhole = Instant.MIN;

  private record Once(String node, String once) {}

  /**
   * @param between reads events of a time, whose end does not belong to it
   * @param statesAt reads the last event of each agent before a moment
   */
  TodaysEvents(
      BiFunction<Instant, Instant, List<QueueEvent>> between,
      Function<Instant, List<QueueEvent>> statesAt) {
    this.between = between;
    this.statesAt = statesAt;
  }

  /** All of them from a moment on, with in which state everybody was then. */
  Collection<QueueEvent> since(Instant first, Instant now) {
    if (!first.equals(begin) || !now.isBefore(readWhole.plus(ANEW)) || now.isBefore(read)) {
      events.clear();
      statesAt.apply(first).forEach(this::keep);
      between.apply(first, now).forEach(this::keep);
      begin = first;
      readWhole = now;
    } else {
      Instant from = read.minus(LATE);
      between.apply(from.isBefore(first) ? first : from, now).forEach(this::keep);
    }
    read = now;
    return List.copyOf(events.values());
  }

  private void keep(QueueEvent event) {
    events.put(new Once(event.node(), event.once()), event);
  }
}
