package cn.wuye.hotline.backend.deadline;

import cn.wuye.hotline.backend.deadline.HistoryEvent.ProfileChanged;
import cn.wuye.hotline.backend.deadline.calendar.CalendarBook;
import cn.wuye.hotline.backend.deadline.calendar.CalendarInForce;
import cn.wuye.hotline.backend.deadline.rule.ClockKind;
import cn.wuye.hotline.backend.deadline.rule.DeadlineRule;
import cn.wuye.hotline.backend.deadline.rule.RuleChoice;
import cn.wuye.hotline.backend.deadline.rule.RuleRef;
import cn.wuye.hotline.backend.deadline.rule.Rulebook;
import cn.wuye.hotline.backend.deadline.rule.Target;
import cn.wuye.hotline.backend.deadline.rule.TicketProfile;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One calculation of one ticket's clocks. */
final class Calculation {
  private final Rulebook rules;
  private final CalendarBook calendars;
  private final TicketHistory history;
  private final Instant now;
  private final List<Round> rounds;
  private final List<ProfileChanged> profiles;
  private final Pauses pauses;
  private final Map<RuleRef, Pauses.Allowed> allowed = new HashMap<>();

  Calculation(Rulebook rules, CalendarBook calendars, TicketHistory history, Instant now) {
    this.rules = rules;
    this.calendars = calendars;
    this.history = history;
    this.rounds = Round.of(history);
    this.profiles = profiles(history);
    this.pauses = Pauses.of(history);
    this.now = latest(history, now.truncatedTo(ChronoUnit.MILLIS));
  }

  Clocks clocks() {
    List<TicketClock> clocks = new ArrayList<>();
    kinds()
        .forEach(
            (target, kind) -> {
              for (Attempt attempt : Attempt.of(kind, history, rounds)) {
                clock(target, attempt).ifPresent(clocks::add);
              }
            });
    return new Clocks(rule(newest(profiles).profile(), newest(rounds)), clocks);
  }

  static RuleChoice explain(Rulebook rules, TicketHistory history) {
    return rules.choose(newest(profiles(history)).profile(), newest(Round.of(history)).begin());
  }

  /** Every target that some rule gives or gave the ticket, those of the present rule first. */
  private Map<String, ClockKind> kinds() {
    Map<String, ClockKind> kinds = new LinkedHashMap<>();
    for (int p = profiles.size() - 1; p >= 0; p--) {
      for (int r = rounds.size() - 1; r >= 0; r--) {
        rule(profiles.get(p).profile(), rounds.get(r))
            .ifPresent(
                rule ->
                    rule.targets().stream()
                        .filter(each -> each.kind() != ClockKind.HELP)
                        .forEach(each -> kinds.putIfAbsent(each.id(), each.kind())));
      }
    }
    // Below the ticket's own.
    kinds.put(ClockKind.HELP.code(), ClockKind.HELP);
    return kinds;
  }

  /** Follows the clock through the changes of the ticket's profile, up to its end or now. */
  private Optional<TicketClock> clock(String target, Attempt attempt) {
    ClockUnderRule current = null;
    ClockUnderRule last = null;
    Instant left = null;
    Instant stopped = attempt.stopped();
    for (int i = 0; i < profiles.size(); i++) {
      ProfileChanged change = profiles.get(i);
      Instant at = change.at();
      // What is stopped, or already missed, is not touched by a later change.
      if (i > 0 && ((stopped != null && !at.isBefore(stopped)) || missed(current, at))) {
        break;
      }
      ClockUnderRule changed =
          underRule(target, attempt, change.profile().withThirdParty(attempt.thirdParty()));
      if (changed == null && current != null) {
        last = current;
        left = at;
      }
      current = changed;
    }
    if (current != null) {
      return Optional.of(current.asOf(now));
    }
    return last == null || left == null ? Optional.empty() : Optional.of(last.droppedAt(left));
  }

  private static boolean missed(@Nullable ClockUnderRule clock, Instant at) {
    return clock != null && clock.missedAt(at);
  }

  /** Null when the rule has no such target, or the clock has not started under it. */
  private @Nullable ClockUnderRule underRule(String id, Attempt attempt, TicketProfile profile) {
    DeadlineRule rule = rule(profile, attempt.round()).orElse(null);
    Target target = rule == null ? null : target(rule, id);
    Instant start = target == null ? null : attempt.start(target, history);
    Instant stopped = attempt.stopped();
    if (rule == null
        || target == null
        || start == null
        || (stopped != null && stopped.isBefore(start))) {
      return null;
    }
    CalendarInForce calendar = calendars.find(profile.estate(), attempt.round().begin());
    Pauses.Allowed pausesOfRule =
        target.pausable()
            ? allowed.computeIfAbsent(rule.ref(), ref -> pauses.allowed(rule.pauses(), now))
            : Pauses.Allowed.NONE;
    List<Interruption> interruptions = pausesOfRule.interruptions();
    int last =
        switch (target.kind().rounds()) {
          case CONTINUED -> attempt.round().number();
          case TASKS -> rounds.size();
          case ONCE, FRESH, MESSAGES -> 1;
        };
    if (last > 1) {
      interruptions = withClosures(interruptions, last);
    }
    Course course = new Course(target.runs().in(calendar), start, interruptions);
    return new ClockUnderRule(
        attempt, target, rule.ref(), calendar.version(), start, course, pausesOfRule.openUntil());
  }

  private static @Nullable Target target(DeadlineRule rule, String id) {
    return (id.equals(ClockKind.HELP.code()) ? rule.help() : rule.target(id)).orElse(null);
  }

  /** Pauses end when a ticket is closed, so the two kinds never overlap. */
  private List<Interruption> withClosures(List<Interruption> interruptions, int round) {
    List<Interruption> all = new ArrayList<>(interruptions);
    for (Round before : rounds.subList(0, round - 1)) {
      Instant closed = before.closed();
      if (closed != null && !closed.equals(before.end())) {
        all.add(new Interruption(closed, before.end(), Optional.empty()));
      }
    }
    all.sort(Comparator.comparing(Interruption::from));
    return all;
  }

  private Optional<DeadlineRule> rule(TicketProfile profile, Round round) {
    return rules.find(profile, round.begin());
  }

  private static List<ProfileChanged> profiles(TicketHistory history) {
    List<ProfileChanged> profiles = new ArrayList<>();
    profiles.add(new ProfileChanged(history.created().at(), history.created().profile()));
    for (HistoryEvent event : history.events()) {
      if (event instanceof ProfileChanged change) {
        profiles.add(change);
      }
    }
    return profiles;
  }

  private static Instant latest(TicketHistory history, Instant now) {
    List<HistoryEvent> events = history.events();
    Instant last = events.isEmpty() ? history.created().at() : newest(events).at();
    return last.isAfter(now) ? last : now;
  }

  private static <T> T newest(List<T> list) {
    return list.get(list.size() - 1);
  }
}
