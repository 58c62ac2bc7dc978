package cn.wuye.hotline.backend.deadline;

import cn.wuye.hotline.backend.deadline.HistoryEvent.Reached;
import cn.wuye.hotline.backend.deadline.rule.ClockKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * From the creation or a re-opening to the next re-opening. Of every milestone the first one
 * counts: what was reached in time is not made late by doing it again.
 */
final class Round {
  private final int number;
  private final Instant begin;
  private final Map<Milestone, Instant> first = new EnumMap<>(Milestone.class);
  private @Nullable Instant end;

  private Round(int number, Instant begin) {
    this.number = number;
    this.begin = begin;
  }

  /** The rounds of a ticket, at least one. Re-opening what is not closed begins none. */
  static List<Round> of(TicketHistory history) {
    List<Round> rounds = new ArrayList<>();
    Round current = new Round(1, history.created().at());
    rounds.add(current);
    for (HistoryEvent event : history.events()) {
      if (event instanceof Reached reached) {
        if (reached.what() != Milestone.REOPENED) {
          current.reach(reached);
        } else if (current.closed() != null) {
          current.end = reached.at();
          current = new Round(current.number + 1, reached.at());
          rounds.add(current);
        }
      }
    }
    return rounds;
  }

  /** A call before the solution is an answer, not the one that asks whether it is solved. */
  private void reach(Reached reached) {
    boolean early = reached.what() == Milestone.CALLED_BACK && !first.containsKey(Milestone.SOLVED);
    first.putIfAbsent(early ? Milestone.WE_ANSWERED : reached.what(), reached.at());
  }

  int number() {
    return number;
  }

  Instant begin() {
    return begin;
  }

  /** The re-opening; null for the last round. */
  @Nullable Instant end() {
    return end;
  }

  @Nullable Instant first(Milestone milestone) {
    return first.get(milestone);
  }

  /** When it was solved or ended, whichever came first; null while it is open. */
  @Nullable Instant closed() {
    return earlier(first(Milestone.SOLVED), first(Milestone.ENDED));
  }

  /** When what the clock waits for was reached; a later step implies the earlier ones. */
  @Nullable Instant reached(ClockKind kind) {
    Instant solved = first(Milestone.SOLVED);
    Instant onSite = earlier(first(Milestone.ON_SITE), solved);
    Instant dispatched = earlier(first(Milestone.DISPATCHED), onSite);
    return switch (kind) {
      case ACCEPT -> earlier(first(Milestone.ACCEPTED), dispatched);
      case DISPATCH -> dispatched;
      case ON_SITE -> onSite;
      case MADE_SAFE -> earlier(first(Milestone.MADE_SAFE), solved);
      case SOLVE -> solved;
      case CALL_BACK -> first(Milestone.CALLED_BACK);
      case FIRST_RESPONSE, UPDATE ->
          earlier(first(Milestone.WE_ANSWERED), first(Milestone.CALLED_BACK));
      // Each task has an end of its own.
      case HELP -> null;
    };
  }

  /** From when on the clock is not waited for any more, if it was not reached; null while it is. */
  @Nullable Instant dropped(ClockKind kind) {
    return kind == ClockKind.CALL_BACK ? earlier(first(Milestone.ENDED), end) : closed();
  }

  static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isBefore(other) ? one : other;
  }
}
