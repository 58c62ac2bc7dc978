package cn.wuye.hotline.backend.deadline.escalation;

import cn.wuye.hotline.backend.deadline.escalation.EscalationPlan.Rung;
import cn.wuye.hotline.backend.ticket.Urgency;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * When who is told, of tickets of every urgency.
 *
 * @param warnings percent of a clock's time, rising, 1 to 99, of rules that have none of their own
 * @param rungs after a deadline is missed, upwards, by urgency; an urgency that is not named has
 *     none
 * @param unsolvedAfter wall time after which an unsolved ticket goes to the project manager at once
 */
public record Ladder(
    List<Integer> warnings, Map<Urgency, List<Rung>> rungs, Duration unsolvedAfter) {

  /**
   * @throws IllegalArgumentException when a ladder does not go upwards, warnings do not rise, or
   *     unsolved tickets go up after no time
   */
  public Ladder {
    warnings = List.copyOf(warnings);
    Map<Urgency, List<Rung>> checked = new EnumMap<>(Urgency.class);
    for (Urgency urgency : Urgency.values()) {
      List<Rung> ladder = rungs.getOrDefault(urgency, List.of());
      checked.put(urgency, new EscalationPlan(warnings, ladder, unsolvedAfter).rungs());
    }
    rungs = Map.copyOf(checked);
  }

  /** What holds for tickets of this urgency. */
  public EscalationPlan plan(Urgency urgency) {
    return new EscalationPlan(warnings, of(urgency), unsolvedAfter);
  }

  /** The rungs for tickets of this urgency. */
  public List<Rung> of(Urgency urgency) {
    return rungs.getOrDefault(urgency, List.of());
  }

  /** As shipped. */
  public static Ladder shipped() {
    Map<Urgency, EscalationPlan> plans = EscalationPlan.shipped();
    EscalationPlan any = Objects.requireNonNull(plans.get(Urgency.GENERAL), "general");
    Map<Urgency, List<Rung>> rungs = new EnumMap<>(Urgency.class);
    plans.forEach((urgency, plan) -> rungs.put(urgency, plan.rungs()));
    return new Ladder(any.warnings(), rungs, any.unsolvedAfter());
  }
}
