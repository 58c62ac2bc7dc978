package cn.wuye.hotline.backend.deadline.escalation;

import cn.wuye.hotline.backend.deadline.rule.DeadlineRule;
import cn.wuye.hotline.backend.persistence.Coded;
import cn.wuye.hotline.backend.ticket.Urgency;
import cn.wuye.hotline.ivr.data.DataFile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * When who is told.
 *
 * @param warnings percent of a clock's time, rising, 1 to 99; they go to the owner; of rules that
 *     have none of their own
 * @param rungs after a deadline is missed, upwards
 * @param unsolvedAfter wall time after which an unsolved ticket goes to the project manager at once
 */
public record EscalationPlan(List<Integer> warnings, List<Rung> rungs, Duration unsolvedAfter) {

  /**
   * A rung of the ladder.
   *
   * @param after how much too late, in the time the clock runs in: nobody is woken at night for
   *     what runs in working time
   */
  public record Rung(Role role, Duration after) {}

  public EscalationPlan {
    warnings = DeadlineRule.rising(warnings);
    rungs = List.copyOf(rungs);
    for (int i = 0; i < rungs.size(); i++) {
      Rung rung = rungs.get(i);
      boolean sinks =
          i > 0
              && (rung.role.compareTo(rungs.get(i - 1).role) <= 0
                  || rung.after.compareTo(rungs.get(i - 1).after) < 0);
      if (rung.after.isNegative() || sinks) {
        throw new IllegalArgumentException(
            "the ladder goes upwards and never back in time; the rung of "
                + rung.role.code()
                + " after "
                + rung.after
                + " does not");
      }
    }
    if (unsolvedAfter.isNegative() || unsolvedAfter.isZero()) {
      throw new IllegalArgumentException(
          "unsolved tickets go up after more than no time, not " + unsolvedAfter);
    }
  }

  /** As shipped, for every urgency. */
  public static Map<Urgency, EscalationPlan> shipped() {
    DataFile file = DataFile.resource("/deadlines/escalation.yml");
    List<Integer> warnings = file.requiredTexts("warnings").stream().map(Integer::valueOf).toList();
    Duration unsolved = Duration.parse(file.text("unsolved-after"));
    Map<Urgency, EscalationPlan> plans = new EnumMap<>(Urgency.class);
    DataFile ladders = file.mapping("ladders");
    for (Urgency urgency : Urgency.values()) {
      DataFile ladder = ladders.mapping(urgency.code());
      List<Rung> rungs = new ArrayList<>();
      for (String role : ladder.keys()) {
        rungs.add(new Rung(Coded.of(Role.class, role), Duration.parse(ladder.text(role))));
      }
      plans.put(urgency, new EscalationPlan(warnings, rungs, unsolved));
    }
    return plans;
  }
}
