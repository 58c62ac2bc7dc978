package cn.wuye.hotline.backend.deadline;

import cn.wuye.hotline.backend.deadline.HistoryEvent.Paused;
import cn.wuye.hotline.backend.deadline.HistoryEvent.Reached;
import cn.wuye.hotline.backend.deadline.rule.PauseReason;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The pauses of a ticket. The longest time holds for all pauses of a reason in a round together, in
 * wall time: going on and pausing again gives no more of it. When it is used up the clocks run
 * again by themselves.
 */
final class Pauses {
  private final List<Asked> asked = new ArrayList<>();

  /** A pause as somebody asked for it. */
  private record Asked(int round, PauseReason reason, Instant from, @Nullable Instant to) {}

  private record Share(int round, PauseReason reason) {}

  /**
   * Those that a rule allows, as far as it allows them.
   *
   * @param openUntil when the pause that is still open will end by itself; null when none is
   */
  record Allowed(List<Interruption> interruptions, @Nullable Instant openUntil) {
    static final Allowed NONE = new Allowed(List.of(), null);
  }

  private Pauses() {}

  static Pauses of(TicketHistory history) {
    Pauses pauses = new Pauses();
    int round = 1;
    boolean closed = false;
    Paused open = null;
    for (HistoryEvent event : history.events()) {
      boolean ends = event instanceof Paused;
      if (event instanceof Reached reached) {
        boolean closes = reached.what() == Milestone.SOLVED || reached.what() == Milestone.ENDED;
        ends = closes || reached.what() == Milestone.RESUMED;
        if (reached.what() == Milestone.REOPENED && closed) {
          round++;
        }
        closed = (closed || closes) && reached.what() != Milestone.REOPENED;
      }
      if (ends && open != null) {
        pauses.add(round, open, event.at());
        open = null;
      }
      if (event instanceof Paused paused && !closed) {
        open = paused;
      }
    }
    if (open != null) {
      pauses.add(round, open, null);
    }
    return pauses;
  }

  /**
   * @param longest per reason; reasons that are missing do not pause
   */
  Allowed allowed(Map<PauseReason, Duration> longest, Instant now) {
    if (asked.isEmpty() || longest.isEmpty()) {
      return Allowed.NONE;
    }
    Map<Share, Duration> left = new HashMap<>();
    List<Interruption> interruptions = new ArrayList<>();
    Instant openUntil = null;
    for (Asked pause : asked) {
      Share share = new Share(pause.round, pause.reason);
      Duration budget = left.getOrDefault(share, longest.getOrDefault(pause.reason, Duration.ZERO));
      if (budget.isZero()) {
        continue;
      }
      Instant last = pause.from.plus(budget);
      Instant to = Round.earlier(pause.to, last);
      if (pause.to == null && last.isAfter(now)) {
        openUntil = last;
        to = null;
      }
      interruptions.add(new Interruption(pause.from, to, Optional.of(pause.reason)));
      left.put(share, to == null ? budget : budget.minus(Duration.between(pause.from, to)));
    }
    return new Allowed(interruptions, openUntil);
  }

  private void add(int round, Paused pause, @Nullable Instant to) {
    if (!pause.at().equals(to)) {
      asked.add(new Asked(round, pause.reason(), pause.at(), to));
    }
  }
}
