package cn.wuye.hotline.backend.deadline.escalation;

import cn.wuye.hotline.backend.deadline.ClockKey;
import cn.wuye.hotline.backend.deadline.ClockState;
import cn.wuye.hotline.backend.deadline.TicketClock;
import cn.wuye.hotline.backend.deadline.escalation.EscalationPlan.Rung;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Which steps are to be taken now. It may be asked late, twice, or on two nodes: what stands in the
 * database as taken is not given again, and the key decides between two who ask at once.
 */
public final class Escalation {
  private Escalation() {}

  /**
   * The steps, lowest rung first.
   *
   * @param taken the keys of what has been done already
   */
  public static List<Step> steps(
      EscalationPlan plan, Watched ticket, Instant now, Set<StepKey> taken) {
    List<Step> steps = new ArrayList<>();
    for (TicketClock clock : ticket.clocks().all()) {
      Instant due = clock.due();
      if (clock.open() && due != null && !ticket.rulesOff().contains(clock.rule().id())) {
        if (clock.state() == ClockState.MISSED) {
          missed(plan, ticket, clock, due, steps);
        } else {
          warning(plan, ticket, clock, due, steps);
        }
      }
    }
    ticket.unsolvedSince().ifPresent(since -> unsolved(plan, ticket, since, now, steps));
    steps.removeIf(step -> taken.contains(step.key()));
    return steps;
  }

  /** Of several warnings that have been passed over only the last is worth giving. */
  private static void warning(
      EscalationPlan plan, Watched ticket, TicketClock clock, Instant due, List<Step> steps) {
    List<Integer> reached =
        ticket.warnings().getOrDefault(clock.rule(), plan.warnings()).stream()
            .filter(percent -> clock.used() * 100 >= percent)
            .toList();
    if (!reached.isEmpty()) {
      int percent = reached.get(reached.size() - 1);
      steps.add(step(ticket, clock.key(), "warn-" + percent, due, Role.OWNER));
    }
  }

  private static void missed(
      EscalationPlan plan, Watched ticket, TicketClock clock, Instant due, List<Step> steps) {
    Duration over = clock.left().negated();
    for (Rung rung : plan.rungs()) {
      if (over.compareTo(rung.after()) >= 0) {
        String name = "missed-" + rung.role().code();
        steps.add(step(ticket, clock.key(), name, due, rung.role()));
      }
    }
  }

  private static void unsolved(
      EscalationPlan plan, Watched ticket, Instant since, Instant now, List<Step> steps) {
    Instant limit = since.plus(plan.unsolvedAfter());
    if (!now.isBefore(limit)) {
      ClockKey all = new ClockKey("unsolved", 1);
      steps.add(step(ticket, all, "unsolved", limit, Role.PROJECT_MANAGER));
    }
  }

  private static Step step(Watched ticket, ClockKey clock, String name, Instant due, Role role) {
    StepKey key = new StepKey(ticket.ticket(), clock, name, due);
    return new Step(key, ticket.urgency(), role, ticket.addressee(role));
  }
}
