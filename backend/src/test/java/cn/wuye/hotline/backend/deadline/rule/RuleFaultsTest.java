package cn.wuye.hotline.backend.deadline.rule;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.backend.deadline.rule.RuleFaults.Code;
import cn.wuye.hotline.backend.deadline.rule.RuleFaults.Fault;
import cn.wuye.hotline.backend.ticket.Urgency;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RuleFaultsTest {
  private static final Conditions GENERAL =
      new Conditions(null, null, null, Urgency.GENERAL, null, null);

  @Test
  void everyShippedRuleIsWithoutFault() {
    List<DeadlineRule> all = ShippedRules.read();

    assertThat(all)
        .allSatisfy(
            rule ->
                assertThat(RuleFaults.of(rule.ref().id(), RuleDraft.of(rule, ""), all)).isEmpty());
  }

  @Test
  void ruleLoop() {
    assertThat(
            faults(
                draft(
                    GENERAL,
                    target("accept", ClockKind.ACCEPT, StartsFrom.DISPATCHED),
                    target("dispatch", ClockKind.DISPATCH, StartsFrom.ACCEPTED),
                    target("solve", ClockKind.SOLVE, StartsFrom.CREATED))))
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.code()).isEqualTo(Code.LOOP);
              assertThat(fault.subject()).containsExactlyInAnyOrder("accept", "dispatch");
            });
    assertThat(faults(draft(GENERAL, target("accept", ClockKind.ACCEPT, StartsFrom.ACCEPTED))))
        .containsExactly(new Fault(Code.LOOP, List.of("accept")));
  }

  @Test
  void aClockThatStartsWhenItIsDoneIsRefused() {
    assertThat(
            faults(
                draft(
                    GENERAL,
                    target("accept", ClockKind.ACCEPT, StartsFrom.DISPATCHED),
                    target("dispatch", ClockKind.DISPATCH, StartsFrom.CREATED))))
        .containsExactly(new Fault(Code.STARTS_TOO_LATE, List.of("accept")));
  }

  @Test
  void ruleTie() {
    DeadlineRule other = rule("other", 1, false);

    assertThat(faults(draft(GENERAL, target("solve", ClockKind.SOLVE, StartsFrom.CREATED)), other))
        .containsExactly(new Fault(Code.TIE, List.of("other")));
    assertThat(
            faults(
                draft(GENERAL, target("solve", ClockKind.SOLVE, StartsFrom.CREATED)),
                other,
                rule("other", 2, true)))
        .isEmpty();
  }

  @Test
  void anEmergencyWaitsForNobody() {
    Conditions emergency = new Conditions(null, null, null, Urgency.EMERGENCY, null, null);

    assertThat(faults(draft(emergency, target("solve", ClockKind.SOLVE, StartsFrom.CREATED))))
        .containsExactly(new Fault(Code.EMERGENCY_WAITS, List.of("solve")));
  }

  @Test
  void anIdMeansTheSameEverywhereAndOnce() {
    Target solve = target("solve", ClockKind.SOLVE, StartsFrom.CREATED);

    assertThat(faults(draft(GENERAL, solve, solve)))
        .containsExactly(new Fault(Code.DUPLICATE_TARGET, List.of("solve")));
    assertThat(
            RuleFaults.of(
                "",
                draft(
                    new Conditions(null, null, null, null, null, null),
                    target("solve", ClockKind.ON_SITE, StartsFrom.CREATED)),
                List.of(rule("other", 1, false))))
        .containsExactly(new Fault(Code.OTHER_KIND, List.of("solve")));
    assertThat(faults(draft(GENERAL))).containsExactly(new Fault(Code.NO_TARGET, List.of()));
  }

  @Test
  void whatIsDifferentIsToldPartByPart() {
    RuleDraft before = draft(GENERAL, target("solve", ClockKind.SOLVE, StartsFrom.CREATED));
    RuleDraft after =
        new RuleDraft(
            "电梯",
            true,
            20,
            new Conditions(null, "facilities", "lift", Urgency.GENERAL, null, null),
            List.of(60),
            Map.of(PauseReason.WAITING_FOR_PART, Duration.ofDays(1)),
            List.of(target("accept", ClockKind.ACCEPT, StartsFrom.CREATED)));

    assertThat(RuleChanges.between(before, before)).isEmpty();
    assertThat(RuleChanges.between(before, after))
        .extracting(RuleChanges.Change::name)
        .containsExactly(
            "name",
            "off",
            "condition.subcategory",
            "condition.category",
            "order",
            "target.accept",
            "target.solve",
            "pause.waiting-for-part",
            "warnings");
    assertThat(RuleChanges.between(before, after).get(6).codes())
        .isEqualTo(Map.of("from", "PT2H working-time created", "to", ""));
  }

  private static List<Fault> faults(RuleDraft draft, DeadlineRule... others) {
    return RuleFaults.of("mine", draft, List.of(others));
  }

  private static RuleDraft draft(Conditions conditions, Target... targets) {
    return new RuleDraft("", false, 10, conditions, null, Map.of(), List.of(targets));
  }

  private static DeadlineRule rule(String id, int version, boolean off) {
    return new DeadlineRule(
        new RuleRef(id, version),
        Instant.EPOCH,
        off,
        10,
        GENERAL,
        Map.of(),
        List.of(target("solve", ClockKind.SOLVE, StartsFrom.CREATED)));
  }

  private static Target target(String id, ClockKind kind, StartsFrom from) {
    return new Target(id, kind, from, Duration.ofHours(2), Runs.WORKING_TIME, false);
  }
}
