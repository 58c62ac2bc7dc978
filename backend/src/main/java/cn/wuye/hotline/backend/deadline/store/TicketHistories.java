package cn.wuye.hotline.backend.deadline.store;

import cn.wuye.hotline.backend.deadline.HistoryEvent;
import cn.wuye.hotline.backend.deadline.HistoryEvent.Created;
import cn.wuye.hotline.backend.deadline.HistoryEvent.Paused;
import cn.wuye.hotline.backend.deadline.HistoryEvent.ProfileChanged;
import cn.wuye.hotline.backend.deadline.HistoryEvent.Reached;
import cn.wuye.hotline.backend.deadline.HistoryEvent.TaskEnded;
import cn.wuye.hotline.backend.deadline.HistoryEvent.TaskOpened;
import cn.wuye.hotline.backend.deadline.Milestone;
import cn.wuye.hotline.backend.deadline.TicketHistory;
import cn.wuye.hotline.backend.deadline.rule.PauseReason;
import cn.wuye.hotline.backend.deadline.rule.TicketProfile;
import cn.wuye.hotline.backend.persistence.Coded;
import cn.wuye.hotline.backend.ticket.Channel;
import cn.wuye.hotline.backend.ticket.Ticket;
import cn.wuye.hotline.backend.ticket.TicketEvent;
import cn.wuye.hotline.backend.ticket.Timeline;
import cn.wuye.hotline.backend.ticket.Verb;
import cn.wuye.hotline.router.callback.CallBackCalls;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What of a ticket's timeline matters to its clocks. */
@Component
class TicketHistories {
  private final Timeline timeline;

  TicketHistories(Timeline timeline) {
    this.timeline = timeline;
  }

  TicketHistory of(Ticket ticket) {
    return of(ticket, timeline.of(ticket.number()));
  }

  /** Of a ticket to which nothing has happened but that it was opened. */
  static TicketHistory ofNew(Ticket ticket) {
    return of(ticket, List.of());
  }

  /**
   * @param events the whole timeline, in order
   */
  static TicketHistory of(Ticket ticket, List<TicketEvent> events) {
    List<HistoryEvent> history = new ArrayList<>();
    ProfileTrail trail = ProfileTrail.of(ticket.contents(), events);
    TicketProfile profile = trail.first();
    // A sensor does not wait for our answer.
    boolean byResident = ticket.channel() != Channel.SENSOR;
    history.add(new Created(ticket.openedAt(), profile, byResident));
    Set<String> calls = new HashSet<>();
    Map<String, Integer> tasks = new HashMap<>();
    for (TicketEvent event : events) {
      switch (event.kind()) {
        case "amended" -> {
          TicketProfile after = trail.after(profile, event);
          if (!after.equals(profile)) {
            history.add(new ProfileChanged(event.at(), after));
            profile = after;
          }
        }
        case "state-changed" ->
            milestone(event).ifPresent(what -> history.add(new Reached(event.at(), what)));
        case "paused" ->
            Coded.find(PauseReason.class, text(event, "reason"))
                .ifPresent(reason -> history.add(new Paused(event.at(), reason)));
        case "resumed" -> history.add(new Reached(event.at(), Milestone.RESUMED));
        case "merge-undone" -> history.removeIf(what -> merging(what, event));
        case "call-added" -> {
          // What the same call adds later is no further message, and what we have called is none.
          if (!CallBackCalls.isCallBack(event.call()) && calls.add(event.call())) {
            history.add(new Reached(event.at(), Milestone.RESIDENT_WROTE));
          }
        }
        case "made-safe" -> history.add(new Reached(event.at(), Milestone.MADE_SAFE));
        case "task-moved" -> task(event, tasks).ifPresent(history::add);
        default -> {
          // Nothing that a clock waits for.
        }
      }
    }
    return new TicketHistory(history);
  }

  /**
   * @param known the tasks so far, each with its number
   */
  private static Optional<HistoryEvent> task(TicketEvent event, Map<String, Integer> known) {
    String kind = text(event, "partyKind");
    String party = kind + ":" + text(event, "party");
    Integer number = known.get(party);
    if (number == null) {
      number = known.size() + 1;
      known.put(party, number);
      String company = kind.equals("third-party") ? text(event, "party") : "";
      return Optional.of(new TaskOpened(event.at(), number, company));
    }
    int task = number;
    return switch (text(event, "state")) {
      case "done" -> Optional.of(new TaskEnded(event.at(), task, true));
      case "refused" -> Optional.of(new TaskEnded(event.at(), task, false));
      default -> Optional.empty();
    };
  }

  /** As if the ticket had never been merged: its end by that is taken back. */
  private static boolean merging(HistoryEvent what, TicketEvent undone) {
    return what instanceof Reached reached
        && reached.what() == Milestone.ENDED
        && !reached.at().isBefore(Instant.parse(text(undone, "mergedAt")));
  }

  private static Optional<Milestone> milestone(TicketEvent event) {
    return Coded.find(Verb.class, text(event, "verb")).map(TicketHistories::milestone);
  }

  private static Milestone milestone(Verb verb) {
    return switch (verb) {
      case ACCEPT -> Milestone.ACCEPTED;
      case DISPATCH -> Milestone.DISPATCHED;
      case START -> Milestone.ON_SITE;
      case SOLVE, DECLINE, NOT_CONFIRM -> Milestone.SOLVED;
      case CALL_BACK -> Milestone.CALLED_BACK;
      case REOPEN -> Milestone.REOPENED;
      case ARCHIVE, WITHDRAW, MARK_DUPLICATE -> Milestone.ENDED;
    };
  }

  private static String text(TicketEvent event, String key) {
    return String.valueOf(event.details().getOrDefault(key, ""));
  }
}
