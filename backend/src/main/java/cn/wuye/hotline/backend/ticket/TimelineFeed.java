package cn.wuye.hotline.backend.ticket;

import static java.util.stream.Collectors.toSet;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Follows the timeline of all tickets, whichever node writes it. Every entry comes exactly once.
 *
 * <p>Ids rise but become visible in the order of the commits: 7 may be seen while 6 is still in an
 * open transaction. So every id that is jumped over is waited for until no transaction that took it
 * can live any more; an id that never comes belonged to one that was rolled back. Entries therefore
 * come nearly, not strictly, in the order of their ids. Not thread-safe: one follower, one feed.
 */
public final class TimelineFeed {
  /**
   * Longer than the longest transaction: {@code spring.transaction.default-timeout}, 20 s, before
   * its last statement, and as long as a statement can take ({@code socketTimeout}, 30 s).
   */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final int BATCH = 500;
  // A jump as wide as this is no race but a server that was restarted or set up anew.
  private static final int WIDEST_GAP = 1000;

  private final Timeline timeline;
  private final Clock clock;
  private final Map<Long, Instant> missing = new HashMap<>();
  private long last;

  /** Begins with what comes after now. */
  public TimelineFeed(Timeline timeline, Clock clock) {
    this.timeline = timeline;
    this.clock = clock;
    this.last = timeline.lastId();
    // A transaction that is open now may hold one of the latest ids.
    long first = Math.max(0, last - WIDEST_GAP);
    Set<Long> visible =
        timeline.after(first, WIDEST_GAP).stream().map(TicketEvent::id).collect(toSet());
    Instant now = clock.instant();
    for (long id = first + 1; id < last; id++) {
      if (!visible.contains(id)) {
        missing.put(id, now);
      }
    }
  }

  /** What has become visible since the last time; empty when nothing has. Asks the database. */
  public List<TicketEvent> next() {
    List<TicketEvent> events = new ArrayList<>(late());
    List<TicketEvent> batch = timeline.after(last, BATCH);
    Instant now = clock.instant();
    for (TicketEvent event : batch) {
      if (event.id() - last <= WIDEST_GAP) {
        for (long skipped = last + 1; skipped < event.id(); skipped++) {
          missing.put(skipped, now);
        }
      }
      last = event.id();
    }
    events.addAll(batch);
    events.sort(Comparator.comparingLong(TicketEvent::id));
    return events;
  }

  private List<TicketEvent> late() {
    Instant now = clock.instant();
    List<TicketEvent> late = missing.isEmpty() ? List.of() : timeline.withIds(missing.keySet());
    late.forEach(event -> missing.remove(event.id()));
    missing.values().removeIf(since -> now.isAfter(since.plus(PATIENCE)));
    return late;
  }
}
