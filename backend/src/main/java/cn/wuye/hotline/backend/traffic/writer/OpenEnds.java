package cn.wuye.hotline.backend.traffic.writer;

import cn.wuye.hotline.backend.database.DatabaseAwayException;
import cn.wuye.hotline.backend.database.DatabaseGate;
import cn.wuye.hotline.backend.database.Periodically;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.traffic.EventKind;
import cn.wuye.hotline.backend.traffic.QueueEvent;
import cn.wuye.hotline.backend.traffic.Stay;
import cn.wuye.hotline.backend.traffic.Stays;
import cn.wuye.hotline.backend.traffic.Talk;
import cn.wuye.hotline.backend.traffic.log.QueueEvents;
import cn.wuye.hotline.router.ami.SentCallers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes in the log what this node had open when it was last seen and what is not there any more:
 * who waited or talked then is lost, who was signed in is gone, at the moment of the last that the
 * node has told. Once, after the node's start; whose call went on meanwhile is lost when it ends,
 * unless it was seen what became of her.
 */
final class OpenEnds implements QueueScribe.FirstSight, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(OpenEnds.class);
  private static final Duration PAUSE = Duration.ofSeconds(5);

  private final String node;
  private final Instant started;
  private final QueueEvents events;
  private final BooleanSupplier complete;
  private final DatabaseGate gate;
  private final Clock clock;
  private final Periodically work = new Periodically("queue-open-ends", PAUSE, this::round);
  private final Predicate<String> exists;
  private volatile @Nullable Seen seen;

  /** Calls that were open, and there, at the start. */
  private Set<String> going = Set.of();

  /** Those of them that are gone: what they have told on the way may come a moment later. */
  private Set<String> gone = Set.of();

  private record Seen(Instant at, Set<String> calls, Set<String> agents) {}

  /**
   * @param started the node's start: what it tells from then on says nothing of its last run
   * @param complete whether all that the last run has told is in the log
   * @param exists whether a call is still there; true as well while that cannot be seen
   */
  OpenEnds(
      String node,
      Instant started,
      QueueEvents events,
      BooleanSupplier complete,
      Predicate<String> exists,
      DatabaseGate gate,
      Clock clock) {
    this.node = node;
    this.started = started;
    this.events = events;
    this.complete = complete;
    this.exists = exists;
    this.gate = gate;
    this.clock = clock;
  }

  @Override
  public void of(Instant at, Set<String> calls, Set<String> agents) {
    seen = new Seen(at, Set.copyOf(calls), Set.copyOf(agents));
    work.start();
    work.now();
  }

  /** Does it, as soon as the database is there and has all of the last run. */
  synchronized void round() {
    Seen now = seen;
    if ((now == null && going.isEmpty()) || !complete.getAsBoolean()) {
      return;
    }
    try {
      if (now != null) {
        List<QueueEvent> ends = gate.run(() -> close(now));
        seen = null;
        if (!ends.isEmpty()) {
          log.info("{} calls and agents that ended while this node was away", ends.size());
        }
      } else {
        goneMeanwhile();
      }
    } catch (DatabaseAwayException e) {
      log.debug("What ended while this node was away is closed later: {}", e.getMessage());
    }
  }

  private void goneMeanwhile() {
    Set<String> over = gone;
    if (!over.isEmpty()) {
      gate.run(() -> closeGone(over));
      going = going.stream().filter(call -> !over.contains(call)).collect(Collectors.toSet());
    }
    gone = going.stream().filter(call -> !exists.test(call)).collect(Collectors.toSet());
  }

  private List<QueueEvent> closeGone(Set<String> over) {
    Instant now = Utc.now(clock);
    List<QueueEvent> ends =
        Stays.of(events.between(now.minus(Stay.LONGEST_CALL), now), now).stream()
            .filter(stay -> over.contains(stay.call()) && !stay.over())
            .map(stay -> lost(stay, now))
            .toList();
    events.append(ends);
    ends.forEach(end -> log.info("call {}: what became of her was not seen", end.call()));
    return ends;
  }

  private QueueEvent lost(Stay stay, Instant at) {
    Talk talk = stay.talk();
    return end(EventKind.LOST, at, stay.call(), stay.queue(), talk == null ? "" : talk.agent());
  }

  private List<QueueEvent> close(Seen now) {
    Instant before = started.isBefore(now.at()) ? started : now.at();
    List<QueueEvent> ends =
        events.lastOf(node, before).map(last -> ends(now, last)).orElse(List.of());
    events.append(ends);
    return ends;
  }

  private List<QueueEvent> ends(Seen now, Instant last) {
    // Of a call that was sent from one node to another, the other one tells a part.
    List<QueueEvent> known =
        events.between(last.minus(Stay.LONGEST_CALL), now.at().plusMillis(1)).stream()
            .filter(event -> !event.node().equals(node) || !event.at().isAfter(last))
            .toList();
    Set<String> own =
        known.stream()
            .filter(event -> event.node().equals(node))
            .map(QueueEvent::call)
            .collect(Collectors.toSet());
    List<QueueEvent> ends = new ArrayList<>();
    Set<String> there = new HashSet<>();
    for (Stay stay : Stays.of(known, now.at())) {
      // Who waited here for another node is back there, and that one tells what became of her.
      boolean elsewhere = stay.talk() == null && SentCallers.sentTo(node, stay.call());
      if (own.contains(stay.call()) && !stay.over() && !elsewhere) {
        if (now.calls().contains(stay.call())) {
          there.add(stay.call());
        } else {
          ends.add(lost(stay, last));
        }
      }
    }
    going = there;
    for (QueueEvent state : events.statesAt(now.at())) {
      boolean open = state.kind() != EventKind.AGENT_GONE && state.node().equals(node);
      if (open && !now.agents().contains(state.agent())) {
        Instant gone = state.at().isAfter(last) ? state.at() : last;
        ends.add(end(EventKind.AGENT_GONE, gone, "", "", state.agent()));
      }
    }
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
