package cn.wuye.hotline.backend.deadline.store;

import cn.wuye.hotline.backend.deadline.escalation.EscalationPlan.Rung;
import cn.wuye.hotline.backend.deadline.escalation.Ladder;
import cn.wuye.hotline.backend.deadline.escalation.Role;
import cn.wuye.hotline.backend.persistence.Coded;
import cn.wuye.hotline.backend.ticket.Urgency;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A version of the ladder as it is kept.
 *
 * @param ladders by urgency: role → how much too late, {@code PT2H}
 * @param unsolvedAfter {@code PT72H}
 */
record LadderDocument(
    List<Integer> warnings, Map<String, Map<String, String>> ladders, String unsolvedAfter) {

  static LadderDocument of(Ladder ladder) {
    Map<String, Map<String, String>> ladders = new LinkedHashMap<>();
    for (Urgency urgency : Urgency.values()) {
      Map<String, String> rungs = new LinkedHashMap<>();
      ladder.of(urgency).forEach(rung -> rungs.put(rung.role().code(), rung.after().toString()));
      ladders.put(urgency.code(), rungs);
    }
    return new LadderDocument(ladder.warnings(), ladders, ladder.unsolvedAfter().toString());
  }

  Ladder ladder() {
    Map<Urgency, List<Rung>> rungs = new EnumMap<>(Urgency.class);
    ladders.forEach(
        (urgency, roles) -> {
          List<Rung> upwards = new ArrayList<>();
          for (Role role : Role.values()) {
            String after = roles.get(role.code());
            if (after != null) {
              upwards.add(new Rung(role, Duration.parse(after)));
            }
          }
          rungs.put(Coded.of(Urgency.class, urgency), upwards);
        });
    return new Ladder(warnings, rungs, Duration.parse(unsolvedAfter));
  }
}
