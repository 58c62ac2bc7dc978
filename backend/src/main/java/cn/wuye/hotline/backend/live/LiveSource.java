package cn.wuye.hotline.backend.live;

import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.ticket.TicketEvent;
import cn.wuye.hotline.backend.ticket.Timeline;
import cn.wuye.hotline.backend.ticket.TimelineFeed;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The timeline as live events: with the estate, without what changed nothing. */
@Component
class LiveSource {
  private static final Set<String> QUIET = Set.of("viewed", "recording-played");

  private final Timeline timeline;
  private final JdbcClient jdbc;
  private final Clock clock;
  private @Nullable TimelineFeed feed;

  LiveSource(Timeline timeline, JdbcClient jdbc, Clock clock) {
    this.timeline = timeline;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Forgets where it was: what happens while nobody watches is not kept. One thread only. */
  void rest() {
    feed = null;
  }

  /** What happened since the last time, on any node. One thread only. */
  List<LiveEvent> next() {
    TimelineFeed current = feed;
    if (current == null) {
      current = new TimelineFeed(timeline, clock);
      feed = current;
    }
    return events(current.next());
  }

  /** At most {@code limit} events after an id, for a screen that comes back. */
  List<LiveEvent> after(long id, int limit) {
    return events(timeline.after(id, limit));
  }

  private List<LiveEvent> events(List<TicketEvent> happened) {
    List<TicketEvent> loud =
        happened.stream().filter(event -> !QUIET.contains(event.kind())).toList();
    if (loud.isEmpty()) {
      return List.of();
    }
    Map<Long, EstateId> estates =
        estates(loud.stream().map(event -> event.ticket().value()).collect(Collectors.toSet()));
    return loud.stream()
        .map(
            event ->
                new LiveEvent(
                    event.id(),
                    event.ticket().toString(),
                    event.kind(),
                    estates.get(event.ticket().value())))
        .toList();
  }

  private Map<Long, EstateId> estates(Set<Long> tickets) {
    Map<Long, EstateId> estates = new HashMap<>();
    jdbc.sql(
            "SELECT number, estate_id FROM ticket"
                + " WHERE number IN (:numbers) AND estate_id IS NOT NULL")
        .param("numbers", tickets)
        .query(
            row -> {
              estates.put(row.getLong("number"), new EstateId(row.getLong("estate_id")));
            });
    return estates;
  }
}
