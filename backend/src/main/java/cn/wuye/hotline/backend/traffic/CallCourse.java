package cn.wuye.hotline.backend.traffic;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the events of one call make of its stays, one event after the other. */
final class CallCourse {
  private final Stays.CallKey key;
  private final List<Open> stays = new ArrayList<>();
  private Instant lastHeard = Instant.MIN;

  CallCourse(Stays.CallKey key) {
    this.key = key;
  }

  void take(QueueEvent event) {
    Instant at = event.at();
    lastHeard = at;
    switch (event.kind()) {
      case JOINED -> join(event);
      case STEPPED_OUT -> stepOut();
      case ANSWERED -> answer(event);
      case HELD -> hold(at);
      case RESUMED -> resume(at);
      case TRANSFERRED -> transfer(at);
      case COMPLETED -> endTalk(at, false);
      case ABANDONED -> leave(Outcome.ABANDONED, at);
      case LEFT_BY_KEY -> leave(Outcome.LEFT_BY_KEY, at);
      case CALL_BACK_ASKED -> leave(Outcome.CALL_BACK_ASKED, at);
      case TIMED_OUT -> leave(Outcome.TIMED_OUT, at);
      case EMPTY -> leave(Outcome.EMPTY, at);
      case MOVED -> leave(Outcome.MOVED, at);
      case LOST -> {
        leave(Outcome.LOST, at);
        endTalk(at, false);
      }
      default -> {
        // Positions, rings and call-backs change nothing of a stay.
      }
    }
  }

  List<Stay> stays(Instant now, Map<Stays.WrapUpKey, Long> wrapUps) {
    // An agent who had the same caller twice has one sum of wrap-up: the last talk gets it.
    Set<String> wrapped = new HashSet<>();
    List<Stay> made = new ArrayList<>();
    for (int i = stays.size() - 1; i >= 0; i--) {
      Open open = stays.get(i);
      open.closeLost(lastHeard, now);
      long wrapUp =
          !open.agent.isEmpty() && wrapped.add(open.agent)
              ? wrapUps.getOrDefault(new Stays.WrapUpKey(key.call(), open.agent), 0L)
              : 0;
      made.add(0, open.stay(key, i == 0, now, wrapUp));
    }
    return made;
  }

  private void join(QueueEvent event) {
    Open last = last();
    if (last != null && last.left == null) {
      if (last.queue.equals(event.queue())) {
        last.enter(event);
        return;
      }
      last.leave(Outcome.MOVED, event.at());
    }
    // She cannot wait and talk: the end of the talk was not seen.
    endTalk(event.at(), true);
    Open open = new Open(event.queue(), event.at());
    open.enter(event);
    stays.add(open);
  }

  private void stepOut() {
    Open last = last();
    if (last != null && last.left == null) {
      last.outside = true;
    }
  }

  private void answer(QueueEvent event) {
    Open last = last();
    if (last != null && last.left == null) {
      last.leave(Outcome.ANSWERED, event.at());
      last.agent = event.agent();
    }
  }

  private void leave(Outcome outcome, Instant at) {
    Open last = last();
    if (last != null && last.left == null) {
      last.leave(outcome, at);
    }
  }

  private void hold(Instant at) {
    Open last = last();
    if (last != null && last.talking() && last.heldSince == null) {
      last.heldSince = at;
    }
  }

  private void resume(Instant at) {
    Open last = last();
    if (last != null && last.talking()) {
      last.countHold(at);
    }
  }

  private void endTalk(Instant at, boolean transferred) {
    Open last = last();
    if (last != null && last.talking()) {
      last.countHold(at);
      last.ended = at;
      last.transferred = transferred;
    }
  }

  /** The desk tells it when it has been done: Asterisk may have told the end of the talk before. */
  private void transfer(Instant at) {
    Open last = last();
    endTalk(at, true);
    if (last != null && last.outcome == Outcome.ANSWERED) {
      last.transferred = true;
    }
  }

  private @Nullable Open last() {
    return stays.isEmpty() ? null : stays.get(stays.size() - 1);
  }

  private static long millis(Instant from, Instant to) {
    return Math.max(0, Duration.between(from, to).toMillis());
  }

  /** A stay that is being told of. */
  private static final class Open {
    final String queue;
    final Instant joined;
    Outcome outcome = Outcome.WAITING;
    @Nullable Instant left;
    @Nullable Instant entered;
    boolean outside = true;
    String agent = "";
    @Nullable Instant heldSince;
    long held;
    @Nullable Instant ended;
    boolean transferred;

    Open(String queue, Instant joined) {
      this.queue = queue;
      this.joined = joined;
    }

    void enter(QueueEvent event) {
      if (!event.detail().equals(Stay.DIRECT)) {
        entered = entered == null ? event.at() : entered;
        outside = false;
      }
    }

    void leave(Outcome how, Instant at) {
      outcome = how;
      left = at;
    }

    boolean talking() {
      return outcome == Outcome.ANSWERED && ended == null;
    }

    void countHold(Instant at) {
      if (heldSince != null) {
        held += millis(heldSince, at);
        heldSince = null;
      }
    }

    /**
     * What goes on for longer than any call does ended unseen: no later than it was last heard of.
     */
    void closeLost(Instant lastHeard, Instant now) {
      if (left == null) {
        if (tooLong(joined, now)) {
          leave(Outcome.LOST, lastHeard);
        }
      } else if (talking() && tooLong(left, now)) {
        countHold(lastHeard);
        ended = lastHeard;
      }
    }

    private static boolean tooLong(Instant since, Instant now) {
      return !now.isBefore(since.plus(Stay.LONGEST_CALL));
    }

    Stay stay(Stays.CallKey key, boolean first, Instant now, long wrapUp) {
      Instant until = left != null ? left : now;
      return new Stay(
          key.node(),
          key.call(),
          queue,
          entered,
          outside,
          first,
          joined,
          outcome,
          millis(joined, until),
          outcome == Outcome.ANSWERED ? talk(until, now, wrapUp) : null);
    }

    private Talk talk(Instant answered, Instant now, long wrapUp) {
      Instant until = ended != null ? ended : now;
      long hold = held + (heldSince != null ? millis(heldSince, until) : 0);
      long talk = millis(answered, until) - hold;
      return new Talk(agent, answered, ended != null, talk, hold, wrapUp, transferred);
    }
  }
}
