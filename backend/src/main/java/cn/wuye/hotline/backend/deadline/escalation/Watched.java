package cn.wuye.hotline.backend.deadline.escalation;

import cn.wuye.hotline.backend.deadline.Clocks;
import cn.wuye.hotline.backend.deadline.rule.RuleRef;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import cn.wuye.hotline.backend.ticket.Urgency;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A ticket whose deadlines are watched.
 *
 * @param clocks as they stand now
 * @param unsolvedSince when it was opened, or re-opened last; empty once solved, merged or archived
 * @param responsible who fills the roles
 * @param warnings the percentages of the rules that have some of their own
 * @param rulesOff ids of rules that are switched off: their clocks run on, but nobody is told
 */
public record Watched(
    TicketNumber ticket,
    Urgency urgency,
    Clocks clocks,
    Optional<Instant> unsolvedSince,
    Map<Role, String> responsible,
    Map<RuleRef, List<Integer>> warnings,
    Set<String> rulesOff) {

  /** A ticket whose rules warn as the house does. */
  public Watched(
      TicketNumber ticket,
      Urgency urgency,
      Clocks clocks,
      Optional<Instant> unsolvedSince,
      Map<Role, String> responsible,
      Set<String> rulesOff) {
    this(ticket, urgency, clocks, unsolvedSince, responsible, Map.of(), rulesOff);
  }

  /** Who fills the role, or the next one above that is filled. */
  String addressee(Role role) {
    for (Role each : Role.values()) {
      if (each.compareTo(role) >= 0 && responsible.containsKey(each)) {
        return responsible.getOrDefault(each, "");
      }
    }
    return "";
  }
}
