package cn.wuye.hotline.backend.deadline;

import cn.wuye.hotline.backend.deadline.HistoryEvent.Created;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What happened to a ticket, in the order of the times. Events of the same millisecond keep the
 * order they are given in. What claims to be earlier than the creation (another node's clock, a
 * crew's phone) counts as of the creation.
 */
public final class TicketHistory {
  private final Created created;
  private final List<HistoryEvent> events;

  /**
   * @throws IllegalArgumentException when there is not exactly one creation
   */
  public TicketHistory(List<? extends HistoryEvent> events) {
    List<Created> creations =
        events.stream().filter(Created.class::isInstance).map(Created.class::cast).toList();
    if (creations.size() != 1) {
      throw new IllegalArgumentException(
          "a ticket's history has exactly one creation, not " + creations.size());
    }
    Created first = creations.get(0);
    this.created = first.at(millis(first.at()));
    List<HistoryEvent> sorted = new ArrayList<>();
    for (HistoryEvent event : events) {
      if (!(event instanceof Created)) {
        Instant at = millis(event.at());
        sorted.add(event.at(at.isBefore(created.at()) ? created.at() : at));
      }
    }
    sorted.sort(Comparator.comparing(HistoryEvent::at));
    this.events = List.copyOf(sorted);
  }

  public Created created() {
    return created;
  }

  /** Everything after the creation. */
  public List<HistoryEvent> events() {
    return events;
  }

  /** The same with one more event. */
  public TicketHistory and(HistoryEvent event) {
    List<HistoryEvent> more = new ArrayList<>();
    more.add(created);
    more.addAll(events);
    more.add(event);
    return new TicketHistory(more);
  }

  /** The precision of the database. */
  private static Instant millis(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MILLIS);
  }
}
