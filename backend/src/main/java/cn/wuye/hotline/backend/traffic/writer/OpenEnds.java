package cn.wuye.hotline.backend.traffic.writer;

import cn.wuye.hotline.backend.database.DatabaseAwayException;
import cn.wuye.hotline.backend.database.DatabaseGate;
import cn.wuye.hotline.backend.database.Periodically;
import cn.wuye.hotline.backend.traffic.EventKind;
import cn.wuye.hotline.backend.traffic.QueueEvent;
import cn.wuye.hotline.backend.traffic.Stay;
import cn.wuye.hotline.backend.traffic.Stays;
import cn.wuye.hotline.backend.traffic.Talk;
import cn.wuye.hotline.backend.traffic.log.QueueEvents;
import cn.wuye.hotline.backend.traffic.report.TrafficReports;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes in the log what this node had open when it was last seen and what is not there any more:
 * who waited or talked then is lost, who was signed in is gone. Once, after the node's start.
 */
final class OpenEnds implements QueueScribe.FirstSight, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(OpenEnds.class);
  private static final Duration PAUSE = Duration.ofSeconds(5);

  private final String node;
  private final QueueEvents events;
  private final DatabaseGate gate;
  private final Periodically work = new Periodically("queue-open-ends", PAUSE, this::round);
  private volatile @Nullable Seen seen;

  private record Seen(Instant at, Set<String> calls, Set<String> agents) {}

  OpenEnds(String node, QueueEvents events, DatabaseGate gate) {
    this.node = node;
    this.events = events;
    this.gate = gate;
  }

  @Override
  public void of(Instant at, Set<String> calls, Set<String> agents) {
    seen = new Seen(at, Set.copyOf(calls), Set.copyOf(agents));
    work.start();
    work.now();
  }

  /** Does it, as soon as the database is there. */
  synchronized void round() {
    Seen now = seen;
    if (now == null) {
      return;
    }
    try {
      List<QueueEvent> ends = gate.run(() -> close(now));
      seen = null;
      if (!ends.isEmpty()) {
        log.info("{} calls and agents that ended while this node was away are closed", ends.size());
      }
    } catch (DatabaseAwayException e) {
      log.debug("What ended while this node was away is closed later: {}", e.getMessage());
    }
  }

  private List<QueueEvent> close(Seen now) {
    List<QueueEvent> known =
        events.between(now.at().minus(TrafficReports.LONGEST_CALL), now.at()).stream()
            .filter(event -> event.node().equals(node))
            .toList();
    List<QueueEvent> ends = new ArrayList<>();
    for (Stay stay : Stays.of(known, now.at())) {
      if (!stay.over() && !now.calls().contains(stay.call())) {
        Talk talk = stay.talk();
        String agent = talk == null ? "" : talk.agent();
        ends.add(end(EventKind.LOST, now.at(), stay.call(), stay.queue(), agent));
      }
    }
    for (QueueEvent state : events.statesAt(now.at())) {
      boolean open = state.kind() != EventKind.AGENT_GONE && state.node().equals(node);
      if (open && !now.agents().contains(state.agent())) {
        ends.add(end(EventKind.AGENT_GONE, now.at(), "", "", state.agent()));
      }
    }
    events.append(ends);
    return ends;
  }

  private QueueEvent end(EventKind kind, Instant at, String call, String queue, String agent) {
    return QueueEvent.told(node, kind, at, call, queue, agent, "");
  }

  @Override
  public void close() {
    work.close();
  }
}
