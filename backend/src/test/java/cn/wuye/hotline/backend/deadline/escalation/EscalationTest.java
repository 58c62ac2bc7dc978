package cn.wuye.hotline.backend.deadline.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import cn.wuye.hotline.backend.deadline.ClockKey;
import cn.wuye.hotline.backend.deadline.ClockState;
import cn.wuye.hotline.backend.deadline.Clocks;
import cn.wuye.hotline.backend.deadline.TicketClock;
import cn.wuye.hotline.backend.deadline.escalation.EscalationPlan.Rung;
import cn.wuye.hotline.backend.deadline.rule.ClockKind;
import cn.wuye.hotline.backend.deadline.rule.RuleRef;
import cn.wuye.hotline.backend.deadline.rule.Runs;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import cn.wuye.hotline.backend.ticket.Urgency;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EscalationTest {
  private static final Instant START = Instant.parse("2026-11-25T01:00:00Z");
  private static final TicketNumber TICKET = TicketNumber.ofSequence(100_000);
  private static final EscalationPlan PLAN =
      new EscalationPlan(
          List.of(50, 80),
          List.of(
              new Rung(Role.OWNER, Duration.ZERO),
              new Rung(Role.DEPARTMENT_LEAD, Duration.ofMinutes(30)),
              new Rung(Role.PROJECT_MANAGER, Duration.ofHours(2)),
              new Rung(Role.HEADQUARTERS, Duration.ofHours(8))),
          Duration.ofHours(72));
  private static final Map<Role, String> ALL =
      Map.of(
          Role.OWNER, "zhang",
          Role.DEPARTMENT_LEAD, "li",
          Role.PROJECT_MANAGER, "wang",
          Role.HEADQUARTERS, "hq");

  @Test
  void halfAndFourFifthsOfTheTimeWarnTheOwnerOnceEach() {
    Set<StepKey> taken = new HashSet<>();

    assertThat(names(taken, 49)).isEmpty();
    assertThat(names(taken, 50)).containsExactly("warn-50 zhang");
    assertThat(names(taken, 79)).isEmpty();
    assertThat(names(taken, 80)).containsExactly("warn-80 zhang");
    assertThat(names(taken, 100)).isEmpty();
  }

  @Test
  void aMissedDeadlineClimbsTheLadder() {
    Set<StepKey> taken = new HashSet<>();

    assertThat(names(taken, 101)).containsExactly("missed-owner zhang");
    assertThat(names(taken, 129)).isEmpty();
    assertThat(names(taken, 130)).containsExactly("missed-department-lead li");
    assertThat(names(taken, 220)).containsExactly("missed-project-manager wang");
    assertThat(names(taken, 580)).containsExactly("missed-headquarters hq");
    assertThat(names(taken, 5_000)).containsExactly("unsolved wang");
    assertThat(names(taken, 9_000)).isEmpty();
  }

  @Test
  void aJobThatRunsLateGivesOnlyTheLastWarningAndAllRungs() {
    assertThat(names(new HashSet<>(), 95)).containsExactly("warn-80 zhang");
    assertThat(names(new HashSet<>(), 230))
        .containsExactly(
            "missed-owner zhang", "missed-department-lead li", "missed-project-manager wang");
  }

  @Test
  void twoRunsAtOnceGiveTheSameKeys() {
    List<Step> one = steps(Set.of(), 130);
    List<Step> other = steps(Set.of(), 130);

    assertThat(other).isEqualTo(one);
    assertThat(one.get(0).key().text())
        .isEqualTo(TICKET + "|solve#1|missed-owner|2026-11-25T02:40:00Z");
  }

  @Test
  void aMovedDueTimeMayWarnAgain() {
    Set<StepKey> taken = new HashSet<>();
    names(taken, 50);
    TicketClock moved = clock(ClockState.RUNNING, 50, START.plus(Duration.ofHours(9)), null);

    assertThat(Escalation.steps(PLAN, watched(List.of(moved), Set.of()), START, taken)).hasSize(1);
  }

  @Test
  void whatIsMetPausedOrSwitchedOffIsNotEscalated() {
    Instant due = START.plus(Duration.ofMinutes(100));
    TicketClock met = clock(ClockState.MISSED, -500, due, START.plusSeconds(36_000));
    TicketClock paused = clock(ClockState.PAUSED, 10, null, null);
    TicketClock late = clock(ClockState.MISSED, -500, due, null);

    assertThat(Escalation.steps(PLAN, watched(List.of(met, paused), Set.of()), START, Set.of()))
        .isEmpty();
    assertThat(Escalation.steps(PLAN, watched(List.of(late), Set.of("general")), START, Set.of()))
        .isEmpty();
  }

  @Test
  void unsolvedFor72HoursGoesToTheProjectManagerEvenWithoutAnyClock() {
    Watched bare = watched(List.of(), Set.of());
    Instant limit = START.plus(Duration.ofHours(72));

    assertThat(Escalation.steps(PLAN, bare, limit.minusMillis(1), Set.of())).isEmpty();
    assertThat(Escalation.steps(PLAN, bare, limit, Set.of()))
        .extracting(step -> step.key().step(), Step::role, Step::addressee)
        .containsExactly(tuple("unsolved", Role.PROJECT_MANAGER, "wang"));
    Watched solved =
        new Watched(TICKET, Urgency.GENERAL, bare.clocks(), Optional.empty(), ALL, Set.of());
    assertThat(Escalation.steps(PLAN, solved, limit, Set.of())).isEmpty();
  }

  @Test
  void whereARoleIsNotFilledTheNextOneUpIsTold() {
    TicketClock late = clock(ClockState.MISSED, -1, START.plus(Duration.ofMinutes(100)), null);
    Clocks clocks = new Clocks(Optional.empty(), List.of(late));

    assertThat(addressee(clocks, Map.of(Role.PROJECT_MANAGER, "wang"))).isEqualTo("wang");
    assertThat(addressee(clocks, Map.of())).isEmpty();
  }

  @Test
  void afterAnOutageAllButEmergenciesWaitForTheDigest() {
    Instant latest = START.plus(Outage.LENGTH);

    assertThat(Outage.over(START, latest)).isFalse();
    assertThat(Outage.over(START, latest.plusMillis(1))).isTrue();
    assertThat(Outage.over(null, START)).isTrue();
    assertThat(many())
        .filteredOn(step -> !Outage.canWait(step))
        .isNotEmpty()
        .allMatch(step -> step.urgency() == Urgency.EMERGENCY);
  }

  @Test
  void theShippedLaddersClimbFasterTheMoreUrgentTheTicket() {
    Map<Urgency, EscalationPlan> plans = EscalationPlan.shipped();

    assertThat(plans).containsOnlyKeys(Urgency.values());
    for (Role role : Role.values()) {
      assertThat(plans.values().stream().map(plan -> plan.rungs().get(role.ordinal()).after()))
          .isSorted();
    }
    assertThat(plans.values()).allMatch(plan -> plan.unsolvedAfter().equals(Duration.ofHours(72)));
  }

  @Test
  void impossiblePlansAreRefused() {
    List<Rung> none = List.of();
    Rung owner = new Rung(Role.OWNER, Duration.ofMinutes(5));
    Rung lead = new Rung(Role.DEPARTMENT_LEAD, Duration.ZERO);
    Duration day = Duration.ofDays(1);

    assertThatThrownBy(() -> new EscalationPlan(List.of(80, 50), none, day))
        .hasMessageContaining("rise");
    assertThatThrownBy(() -> new EscalationPlan(List.of(100), none, day))
        .hasMessageContaining("1 to 99");
    assertThatThrownBy(() -> new EscalationPlan(List.of(), List.of(owner, lead), day))
        .hasMessageContaining("department-lead after PT0S");
    assertThatThrownBy(() -> new EscalationPlan(List.of(), List.of(owner, owner), day))
        .hasMessageContaining("upwards");
    assertThatThrownBy(() -> new EscalationPlan(List.of(), none, Duration.ZERO))
        .hasMessageContaining("more than no time");
  }

  @Test
  void aRuleMayWarnAtPercentagesOfItsOwnOrNotAtAll() {
    TicketClock used = clock(ClockState.RUNNING, 35, START.plus(Duration.ofMinutes(100)), null);

    assertThat(warned(used, List.of(60, 90))).containsExactly("warn-60");
    assertThat(warned(used, List.of(70))).isEmpty();
    assertThat(warned(used, List.of())).isEmpty();
  }

  private static List<String> warned(TicketClock clock, List<Integer> own) {
    Watched watched =
        new Watched(
            TICKET,
            Urgency.GENERAL,
            new Clocks(Optional.empty(), List.of(clock)),
            Optional.empty(),
            ALL,
            Map.of(clock.rule(), own),
            Set.of());
    return Escalation.steps(PLAN, watched, START, Set.of()).stream()
        .map(step -> step.key().step())
        .toList();
  }

  /** Steps of a clock of 100 minutes, this long after its start; what they are is noted. */
  private static List<String> names(Set<StepKey> taken, int minutes) {
    List<Step> steps = steps(taken, minutes);
    steps.forEach(step -> taken.add(step.key()));
    return steps.stream().map(step -> step.key().step() + " " + step.addressee()).toList();
  }

  private static List<Step> steps(Set<StepKey> taken, int minutes) {
    ClockState state = minutes > 100 ? ClockState.MISSED : ClockState.RUNNING;
    TicketClock clock = clock(state, 100 - minutes, START.plus(Duration.ofMinutes(100)), null);
    Instant now = START.plus(Duration.ofMinutes(minutes));
    return Escalation.steps(PLAN, watched(List.of(clock), Set.of()), now, taken);
  }

  private static List<Step> many() {
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      steps.add(step(i, Urgency.GENERAL, "zhang"));
    }
    for (int i = 10; i < 15; i++) {
      steps.add(step(i, Urgency.URGENT, "li"));
    }
    steps.add(step(15, Urgency.EMERGENCY, "li"));
    steps.add(step(16, Urgency.EMERGENCY, "li"));
    return steps;
  }

  private static Step step(int ticket, Urgency urgency, String addressee) {
    StepKey key =
        new StepKey(
            TicketNumber.ofSequence(100_000 + ticket),
            new ClockKey("solve", 1),
            "missed-owner",
            START);
    return new Step(key, urgency, Role.OWNER, addressee);
  }

  private static String addressee(Clocks clocks, Map<Role, String> responsible) {
    Map<Role, String> roles = new EnumMap<>(Role.class);
    roles.putAll(responsible);
    Watched watched =
        new Watched(TICKET, Urgency.GENERAL, clocks, Optional.empty(), roles, Set.of());
    return Escalation.steps(PLAN, watched, START, Set.of()).get(0).addressee();
  }

  private static Watched watched(List<TicketClock> clocks, Set<String> rulesOff) {
    return new Watched(
        TICKET,
        Urgency.GENERAL,
        new Clocks(Optional.empty(), clocks),
        Optional.of(START),
        ALL,
        rulesOff);
  }

  private static TicketClock clock(
      ClockState state, int left, @Nullable Instant due, @Nullable Instant stopped) {
    return new TicketClock(
        new ClockKey("solve", 1),
        ClockKind.SOLVE,
        START,
        Duration.ofMinutes(100),
        Runs.WORKING_TIME,
        due,
        null,
        state,
        stopped,
        Duration.ofMinutes(left),
        List.of(),
        new RuleRef("general", 1),
        "default",
        1);
  }
}
