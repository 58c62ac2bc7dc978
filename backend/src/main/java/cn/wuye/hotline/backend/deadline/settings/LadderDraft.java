package cn.wuye.hotline.backend.deadline.settings;

import cn.wuye.hotline.backend.deadline.escalation.EscalationPlan.Rung;
import cn.wuye.hotline.backend.deadline.escalation.Ladder;
import cn.wuye.hotline.backend.deadline.escalation.Role;
import cn.wuye.hotline.backend.ticket.Urgency;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A ladder as somebody wants it; it may hold anything that was typed.
 *
 * @param rungs by urgency, how much too late each role is told; a role that is not named is not
 */
public record LadderDraft(
    List<Integer> warnings, Map<Urgency, Map<Role, Duration>> rungs, Duration unsolvedAfter) {

  /** What a ladder says. */
  public static LadderDraft of(Ladder ladder) {
    Map<Urgency, Map<Role, Duration>> rungs = new EnumMap<>(Urgency.class);
    for (Urgency urgency : Urgency.values()) {
      Map<Role, Duration> roles = new EnumMap<>(Role.class);
      ladder.of(urgency).forEach(rung -> roles.put(rung.role(), rung.after()));
      rungs.put(urgency, roles);
    }
    return new LadderDraft(ladder.warnings(), rungs, ladder.unsolvedAfter());
  }

  /** How much too late roles are told, upwards. */
  List<Rung> upwards(Urgency urgency) {
    Map<Role, Duration> roles = new EnumMap<>(Role.class);
    roles.putAll(rungs.getOrDefault(urgency, Map.of()));
    return roles.entrySet().stream().map(each -> new Rung(each.getKey(), each.getValue())).toList();
  }

  /**
   * The same to be kept.
   *
   * @throws IllegalArgumentException when {@link LadderCheck} has something to say
   */
  Ladder ladder() {
    Map<Urgency, List<Rung>> ladders = new EnumMap<>(Urgency.class);
    for (Urgency urgency : Urgency.values()) {
      ladders.put(urgency, upwards(urgency));
    }
    return new Ladder(warnings, ladders, unsolvedAfter);
  }
}
