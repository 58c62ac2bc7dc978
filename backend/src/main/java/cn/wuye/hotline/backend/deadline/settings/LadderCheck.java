package cn.wuye.hotline.backend.deadline.settings;

import cn.wuye.hotline.backend.deadline.escalation.EscalationPlan.Rung;
import cn.wuye.hotline.backend.deadline.rule.ClockKind;
import cn.wuye.hotline.backend.deadline.rule.DeadlineRule;
import cn.wuye.hotline.backend.deadline.rule.Runs;
import cn.wuye.hotline.backend.deadline.rule.StartsFrom;
import cn.wuye.hotline.backend.deadline.rule.Target;
import cn.wuye.hotline.backend.deadline.settings.Wrong.Term;
import cn.wuye.hotline.backend.persistence.Text;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.ticket.Urgency;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Whether a ladder can be kept as it is written. */
@Component
class LadderCheck {
  /** The most percentages at which is warned. */
  static final int MOST_WARNINGS = 5;

  private static final Duration LONGEST_RUNG = Duration.ofDays(60);
  private static final Duration SHORTEST_UNSOLVED = Duration.ofHours(1);

  private final CalendarsNow calendars;
  private final Clock clock;

  LadderCheck(CalendarsNow calendars, Clock clock) {
    this.calendars = calendars;
    this.clock = clock;
  }

  /**
   * What is wrong with it, by field: {@code warnings, unsolved, note, r-emergency-owner …}, {@code
   * u-emergency} for all of an urgency.
   */
  Map<String, Wrong> of(LadderDraft draft, String note) {
    Map<String, Wrong> wrong = new LinkedHashMap<>();
    int length = Text.length(note.strip());
    if (length > RuleCheck.LONGEST_NOTE) {
      wrong.put("note", Wrong.of("error.tooLong", RuleCheck.LONGEST_NOTE, length));
    }
    if (draft.warnings().size() > MOST_WARNINGS || !rising(draft.warnings())) {
      wrong.put("warnings", Wrong.of("rules.error.warnings", MOST_WARNINGS));
    }
    Duration unsolved = draft.unsolvedAfter();
    if (unsolved.compareTo(SHORTEST_UNSOLVED) < 0 || unsolved.compareTo(LONGEST_RUNG) > 0) {
      wrong.put("unsolved", Wrong.of("ladder.error.unsolved"));
    }
    for (Urgency urgency : Urgency.values()) {
      rungs(urgency, draft.upwards(urgency), wrong);
    }
    return wrong;
  }

  private void rungs(Urgency urgency, List<Rung> upwards, Map<String, Wrong> wrong) {
    if (upwards.isEmpty()) {
      wrong.put(
          "u-" + urgency.code(),
          Wrong.of("ladder.error.nobody", new Term("urgency", urgency.code())));
    }
    Rung below = null;
    for (Rung rung : upwards) {
      String field = "r-" + urgency.code() + "-" + rung.role().code();
      if (rung.after().isNegative() || rung.after().compareTo(LONGEST_RUNG) > 0) {
        wrong.put(field, Wrong.of("ladder.error.amount"));
      } else if (below != null && rung.after().compareTo(below.after()) < 0) {
        wrong.put(
            field,
            Wrong.of(
                "ladder.error.sinks",
                new Term("escalation-role", rung.role().code()),
                new Term("escalation-role", below.role().code())));
      } else if (!rung.after().isZero() && beyond(rung.after())) {
        wrong.put(field, Wrong.of("ladder.error.beyond"));
      }
      below = rung;
    }
  }

  /** Whether some calendar comes so far only after ten years. */
  private boolean beyond(Duration after) {
    Instant now = Utc.now(clock);
    List<Target> late =
        List.of(
            new Target(
                "rung", ClockKind.SOLVE, StartsFrom.CREATED, after, Runs.WORKING_TIME, false));
    return calendars.of(null, now).stream()
        .anyMatch(each -> Reach.beyond(late, each.content().calendar(), now).isPresent());
  }

  private static boolean rising(List<Integer> percents) {
    try {
      return DeadlineRule.rising(percents).size() == percents.size();
    } catch (IllegalArgumentException notRising) {
      return false;
    }
  }
}
