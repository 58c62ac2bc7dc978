package cn.wuye.hotline.backend.deadline;

import cn.wuye.hotline.backend.deadline.HistoryEvent.Reached;
import cn.wuye.hotline.backend.deadline.HistoryEvent.TaskEnded;
import cn.wuye.hotline.backend.deadline.HistoryEvent.TaskOpened;
import cn.wuye.hotline.backend.deadline.rule.ClockKind;
import cn.wuye.hotline.backend.deadline.rule.Target;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One time that something is waited for: in a round, for a message, or for a task.
 *
 * @param own when the resident wrote or the task was opened, for clocks of messages and tasks
 * @param reached when it came; null while it did not
 * @param dropped from when on nobody waits for it
 * @param thirdParty code of the company that has the task; empty for what is ours
 */
record Attempt(
    int occurrence,
    Round first,
    Round round,
    @Nullable Instant own,
    @Nullable Instant reached,
    @Nullable Instant dropped,
    String thirdParty) {
  private static final String OURS = "";

  /** Those of a kind of clock, in their order. */
  static List<Attempt> of(ClockKind kind, TicketHistory history, List<Round> rounds) {
    return switch (kind.rounds()) {
      case ONCE -> List.of(inRound(kind, rounds.get(0), rounds.get(0)));
      case FRESH, CONTINUED ->
          rounds.stream().map(round -> inRound(kind, rounds.get(0), round)).toList();
      case MESSAGES -> messages(history, rounds);
      case TASKS -> tasks(history, rounds);
    };
  }

  private static Attempt inRound(ClockKind kind, Round first, Round round) {
    return new Attempt(
        round.number(), first, round, null, round.reached(kind), round.dropped(kind), OURS);
  }

  /** Each keeps the versions of the round in which it began, over re-openings. */
  private static List<Attempt> tasks(TicketHistory history, List<Round> rounds) {
    List<Attempt> attempts = new ArrayList<>();
    Instant closed = rounds.get(rounds.size() - 1).closed();
    for (HistoryEvent event : history.events()) {
      if (event instanceof TaskOpened task) {
        Round round =
            rounds.stream()
                .filter(each -> !each.begin().isAfter(task.at()))
                .reduce(rounds.get(0), (earlier, later) -> later);
        Optional<TaskEnded> end = end(task, history);
        Instant refused = end.filter(found -> !found.done()).map(TaskEnded::at).orElse(null);
        attempts.add(
            new Attempt(
                task.task(),
                rounds.get(0),
                round,
                task.at(),
                end.filter(TaskEnded::done).map(TaskEnded::at).orElse(null),
                Round.earlier(refused, closed),
                task.thirdParty()));
      }
    }
    return attempts;
  }

  private static Optional<TaskEnded> end(TaskOpened task, TicketHistory history) {
    return history.events().stream()
        .filter(TaskEnded.class::isInstance)
        .map(TaskEnded.class::cast)
        .filter(end -> end.task() == task.task())
        .findFirst();
  }

  /** From the first unanswered message to the answer; further messages change nothing. */
  private static List<Attempt> messages(TicketHistory history, List<Round> rounds) {
    List<Attempt> attempts = new ArrayList<>();
    Instant waiting = history.created().byResident() ? history.created().at() : null;
    int round = 0;
    boolean closed = false;
    for (HistoryEvent event : history.events()) {
      Milestone what = event instanceof Reached reached ? reached.what() : null;
      boolean answers = what == Milestone.WE_ANSWERED || what == Milestone.CALLED_BACK;
      boolean closes = what == Milestone.SOLVED || what == Milestone.ENDED;
      if (waiting != null && (answers || closes)) {
        Instant at = event.at();
        attempts.add(
            new Attempt(
                attempts.size() + 1,
                rounds.get(0),
                rounds.get(round),
                waiting,
                answers ? at : null,
                answers ? null : at,
                OURS));
        waiting = null;
      }
      if (what == Milestone.RESIDENT_WROTE && waiting == null && !closed) {
        waiting = event.at();
      }
      if (what == Milestone.REOPENED && closed) {
        round++;
      }
      closed = (closed || closes) && what != Milestone.REOPENED;
    }
    if (waiting != null) {
      Round last = rounds.get(round);
      attempts.add(
          new Attempt(attempts.size() + 1, rounds.get(0), last, waiting, null, null, OURS));
    }
    return attempts;
  }

  /** When the clock started; null while it has not. */
  @Nullable Instant start(Target target, TicketHistory history) {
    boolean continued = target.kind().rounds() == ClockKind.Rounds.CONTINUED;
    boolean again = round.number() > 1 && !continued;
    return switch (target.from()) {
      case CREATED -> {
        boolean unasked =
            target.kind() == ClockKind.FIRST_RESPONSE && !history.created().byResident();
        yield unasked ? null : again ? round.begin() : first.begin();
      }
      case ACCEPTED -> again ? round.begin() : inFirst(Milestone.ACCEPTED, continued);
      case DISPATCHED -> inFirst(Milestone.DISPATCHED, continued);
      case SOLVED -> round.first(Milestone.SOLVED);
      case RESIDENT_WROTE, TASK_OPENED -> own;
    };
  }

  /** When nothing more can change the result; null while something can. */
  @Nullable Instant stopped() {
    return Round.earlier(reached, dropped);
  }

  /** Whether it was reached before nobody waited for it any more. */
  boolean met() {
    return reached != null && (dropped == null || !reached.isAfter(dropped));
  }

  /** A clock that goes on over re-openings starts in the first round, if it ever did there. */
  private @Nullable Instant inFirst(Milestone milestone, boolean continued) {
    Instant original = continued ? first.first(milestone) : null;
    return original != null ? original : round.first(milestone);
  }
}
