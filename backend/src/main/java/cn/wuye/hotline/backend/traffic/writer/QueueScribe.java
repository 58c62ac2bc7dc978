package cn.wuye.hotline.backend.traffic.writer;

import static cn.wuye.hotline.router.ami.AmiWords.text;

import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.traffic.Blind;
import cn.wuye.hotline.backend.traffic.EventKind;
import cn.wuye.hotline.backend.traffic.InAsterisk;
import cn.wuye.hotline.backend.traffic.QueueEvent;
import cn.wuye.hotline.backend.traffic.Stay;
import cn.wuye.hotline.router.ami.AmiListener;
import cn.wuye.hotline.router.ami.AmiWords;
import cn.wuye.hotline.router.ami.BlindSpan;
import cn.wuye.hotline.router.ami.SentCallers;
import cn.wuye.hotline.router.live.Placeholder;
import cn.wuye.hotline.router.live.QueueHappening;
import cn.wuye.hotline.router.live.QueueView;
import cn.wuye.hotline.router.live.QueuesListener;
import cn.wuye.hotline.router.live.QueuesNow;
import cn.wuye.hotline.router.live.WaitingCaller;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.asteriskjava.manager.event.CoreShowChannelEvent;
import org.asteriskjava.manager.event.DialEndEvent;
import org.asteriskjava.manager.event.HangupEvent;
import org.asteriskjava.manager.event.HoldEvent;
import org.asteriskjava.manager.event.ManagerEvent;
import org.asteriskjava.manager.event.UnholdEvent;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes events of what Asterisk and the dialog tell of callers. Asterisk says only that a caller is
 * out of the queue: why is what comes next — an answer, the queue again, a word of the dialog, or
 * the end of her channel.
 */
final class QueueScribe implements QueuesListener, AmiListener, CallerSteps {
  private static final Logger log = LoggerFactory.getLogger(QueueScribe.class);
  private static final String TRANSFER = "transfer";

  private final String node;
  private final Consumer<QueueEvent> events;
  private final FirstSight firstSight;
  private final Clock clock;
  private final Map<String, Place> waiting = new HashMap<>();
  private final Map<String, Talk> talks = new HashMap<>();
  private Set<String> calls = Set.of();
  private boolean seen;

  /** Who talks with a caller. */
  private record Talk(String queue, String agent) {}

  /** Is told what there is when Asterisk is seen for the first time. */
  @FunctionalInterface
  interface FirstSight {
    /**
     * Of this node.
     *
     * @param calls of all channels: their unique ids, or what they are at the node that sent them
     * @param agents extensions of those signed in
     */
    void of(Instant at, Set<String> calls, Set<String> agents);
  }

  /**
   * @param events takes them at once
   */
  QueueScribe(String node, Consumer<QueueEvent> events, FirstSight firstSight, Clock clock) {
    this.node = node;
    this.events = events;
    this.firstSight = firstSight;
    this.clock = clock;
  }

  @Override
  public synchronized void happened(QueueHappening happening, Instant at) {
    if (happening instanceof QueueHappening.Joined joined) {
      if (!Placeholder.is(joined.call())) {
        joined(joined.call(), InAsterisk.queue(joined.queue()), at);
      }
    } else if (happening instanceof QueueHappening.Left left) {
      waiting.computeIfPresent(left.call(), (call, place) -> place.out(at));
    } else if (happening instanceof QueueHappening.Rung rung) {
      tell(EventKind.RINGING, at, rung.call(), rung.queue(), rung.device());
    } else if (happening instanceof QueueHappening.RungInVain vain) {
      tell(EventKind.NOT_ANSWERED, at, vain.call(), vain.queue(), vain.device());
    } else if (happening instanceof QueueHappening.Answered answered) {
      waiting.remove(answered.call());
      talks.put(
          answered.call(),
          new Talk(InAsterisk.queue(answered.queue()), InAsterisk.agent(answered.device())));
      tell(EventKind.ANSWERED, at, answered.call(), answered.queue(), answered.device());
    } else if (happening instanceof QueueHappening.Ended ended) {
      talks.remove(ended.call());
      boolean transfer = ended.reason().equals(TRANSFER);
      EventKind kind = transfer ? EventKind.TRANSFERRED : EventKind.COMPLETED;
      tell(kind, at, ended.call(), ended.queue(), ended.device());
    }
  }

  private void joined(String call, String queue, Instant at) {
    Place before = waiting.put(call, new Place(queue, true, null));
    if (before != null) {
      steppedOut(call, before);
    }
    write(EventKind.JOINED, at, call, queue, "", "");
  }

  @Override
  public synchronized void onSynchronised(
      List<CoreShowChannelEvent> existing, Optional<BlindSpan> blind) {
    calls = AmiWords.ids(existing);
  }

  /** What ended unseen is lost, who waits unseen has joined. */
  @Override
  public synchronized void replaced(QueuesNow now, Optional<BlindSpan> blind) {
    blind.ifPresent(this::wasBlind);
    Instant at = Utc.now(clock);
    Map<String, String> inside = new HashMap<>();
    for (QueueView queue : now.queues()) {
      inPerson(queue).forEach(caller -> inside.put(caller.call(), InAsterisk.queue(queue.name())));
    }
    for (Map.Entry<String, Place> known : Map.copyOf(waiting).entrySet()) {
      String call = known.getKey();
      boolean outside = known.getValue().outside() && calls.contains(call);
      if (!inside.containsKey(call) && !outside) {
        waiting.remove(call);
        if (SentCallers.sentTo(node, call) && !calls.contains(call)) {
          // Her own node has her back, or knows that she is gone.
          steppedOut(call, known.getValue().out(at));
        } else {
          write(EventKind.LOST, at, call, known.getValue().queue(), "", "");
        }
      }
    }
    for (QueueView queue : now.queues()) {
      inPerson(queue).forEach(caller -> seenWaiting(caller, InAsterisk.queue(queue.name())));
    }
    for (Map.Entry<String, Talk> known : Map.copyOf(talks).entrySet()) {
      if (!calls.contains(known.getKey())) {
        talks.remove(known.getKey());
        Talk talk = known.getValue();
        write(EventKind.LOST, at, known.getKey(), talk.queue(), talk.agent(), "");
      }
    }
    if (!seen) {
      seen = true;
      Set<String> agents = new HashSet<>();
      now.devices().forEach(device -> agents.add(InAsterisk.agent(device)));
      firstSight.of(at, calls, agents);
    }
  }

  /** Who waits for a call-back does so in no queue. */
  private static List<WaitingCaller> inPerson(QueueView queue) {
    return queue.waiting().stream().filter(caller -> !Placeholder.is(caller.call())).toList();
  }

  private void wasBlind(BlindSpan span) {
    Blind blind = new Blind(node, Utc.truncated(span.from()), Utc.truncated(span.to()));
    events.accept(blind.event());
  }

  private void seenWaiting(WaitingCaller caller, String queue) {
    Place known = waiting.get(caller.call());
    if (known == null || !known.queue().equals(queue) || known.outside()) {
      joined(caller.call(), queue, caller.since());
    }
  }

  @Override
  public synchronized void onEvent(ManagerEvent event) {
    if (event instanceof HangupEvent hangup) {
      boolean elsewhere = SentCallers.betweenNodes(hangup.getChannel());
      hungUp(text(hangup.getUniqueId()), elsewhere, moment(event));
    } else if (event instanceof DialEndEvent dialled
        && DialEndEvent.DIALSTATUS_ANSWER.equals(dialled.getDialStatus())) {
      if (SentCallers.betweenNodes(dialled.getDestChannel())) {
        elsewhere(text(dialled.getUniqueId()));
        return;
      }
      answeredDirectly(text(dialled.getUniqueId()), text(dialled.getDestChannel()), moment(event));
    } else if (event instanceof HoldEvent hold) {
      held(EventKind.HELD, hold.getLinkedId(), hold.getUniqueId(), moment(event));
    } else if (event instanceof UnholdEvent resumed) {
      held(EventKind.RESUMED, resumed.getLinkedId(), resumed.getUniqueId(), moment(event));
    }
  }

  /**
   * A channel is gone.
   *
   * @param elsewhere whether another node has sent her: she may be back there, and what becomes of
   *     her is told there
   */
  private void hungUp(String call, boolean elsewhere, Instant at) {
    Place place = waiting.remove(call);
    if (place != null && elsewhere) {
      steppedOut(call, place.outside() ? place : place.out(at));
    } else if (place != null) {
      Instant left = place.leftBy(at);
      if (left == null) {
        steppedOut(call, place);
      }
      write(EventKind.ABANDONED, left == null ? at : left, call, place.queue(), "", "");
    }
    Talk talk = talks.remove(call);
    if (talk != null) {
      write(EventKind.COMPLETED, at, call, talk.queue(), talk.agent(), "");
    }
  }

  /** Her last agent, whose phone was rung without the queue. */
  private void answeredDirectly(String call, String channel, Instant at) {
    Place place = waiting.get(call);
    if (place == null || place.entered()) {
      return;
    }
    waiting.remove(call);
    String agent = InAsterisk.agent(channel.replaceFirst("-[^-]*$", ""));
    talks.put(call, new Talk(place.queue(), agent));
    write(EventKind.ANSWERED, at, call, place.queue(), agent, "");
  }

  /** Only what an agent does: the caller's own phone may hold, too, and that is talk. */
  private void held(EventKind kind, @Nullable String linked, @Nullable String channel, Instant at) {
    String call = text(linked);
    Talk talk = talks.get(call);
    if (talk != null && !call.equals(channel)) {
      write(kind, at, call, talk.queue(), talk.agent(), "");
    }
  }

  @Override
  public synchronized void waits(String call, String queue) {
    if (waiting.putIfAbsent(call, new Place(queue, false, null)) == null) {
      write(EventKind.JOINED, Utc.now(clock), call, queue, "", Stay.DIRECT);
    }
  }

  @Override
  public synchronized void left(String call, String queue, EventKind why, String detail) {
    Place place = waiting.remove(call);
    if (place != null) {
      steppedOut(call, place);
    }
    write(why, Utc.now(clock), call, queue, "", detail);
  }

  @Override
  public synchronized void talked(
      String call, String queue, String agent, Instant answered, Instant ended) {
    Place place = waiting.remove(call);
    Talk talk = talks.remove(call);
    if (place != null) {
      steppedOut(call, place);
      write(EventKind.ANSWERED, answered, call, queue, agent, "");
    }
    // Else she has hung up meanwhile, and that has ended it.
    if (place != null || talk != null) {
      write(EventKind.COMPLETED, ended, call, queue, agent, "");
    }
  }

  @Override
  public synchronized void elsewhere(String call) {
    Place place = waiting.remove(call);
    if (place != null) {
      steppedOut(call, place);
    }
  }

  private void steppedOut(String call, Place place) {
    Instant left = place.left();
    if (left != null) {
      write(EventKind.STEPPED_OUT, left, call, place.queue(), "", "");
    }
  }

  private void tell(EventKind kind, Instant at, String call, String queue, String device) {
    write(kind, at, call, InAsterisk.queue(queue), InAsterisk.agent(device), "");
  }

  /** What Asterisk tells must harm nobody: what cannot be an event is said and left out. */
  private void write(
      EventKind kind, Instant at, String call, String queue, String agent, String detail) {
    try {
      events.accept(QueueEvent.told(node, kind, at, call, queue, agent, detail));
    } catch (IllegalArgumentException e) {
      log.warn("Not in the log of queues: {}", e.getMessage());
    }
  }

  /** Asterisk's own moment; ours where it has none. */
  private Instant moment(ManagerEvent event) {
    return AmiWords.moment(event).orElseGet(() -> Utc.now(clock));
  }
}
