package cn.wuye.hotline.backend.deadline.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import cn.wuye.hotline.backend.deadline.rule.RuleChoice.Verdict;
import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.ticket.Kind;
import cn.wuye.hotline.backend.ticket.Urgency;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RulebookTest {
  private static final Instant NOW = Instant.parse("2026-11-25T00:00:00Z");
  private static final TicketProfile LIFT =
      new TicketProfile(
          Kind.REPAIR, "facilities", "lift", Urgency.GENERAL, new EstateId(5), "otis");

  private static final Conditions ANY = Conditions.ANY;
  private static final Conditions GENERAL = when(null, null, null, Urgency.GENERAL, null, null);
  private static final Conditions REPAIR = when(Kind.REPAIR, null, null, null, null, null);
  private static final Conditions FACILITIES = when(null, "facilities", null, null, null, null);
  private static final Conditions LIFTS = when(null, "facilities", "lift", null, null, null);
  private static final Conditions ESTATE = when(null, null, null, null, new EstateId(5), null);
  private static final Conditions OTIS = when(null, null, null, null, null, "otis");

  @Test
  void theMostSpecificRuleWinsInTheOrderOfTheDimensions() {
    List<DeadlineRule> rules = new ArrayList<>();
    List<Conditions> weakestFirst = List.of(ANY, GENERAL, REPAIR, FACILITIES, LIFTS, ESTATE, OTIS);
    for (Conditions conditions : weakestFirst) {
      String id = "rule-" + rules.size();
      rules.add(rule(id, 1, 10, conditions));

      assertThat(new Rulebook(rules).find(LIFT, NOW).orElseThrow().ref().id()).isEqualTo(id);
    }
  }

  @Test
  void noNumberOfLighterConditionsOutweighsAHeavierOne() {
    Conditions many = when(Kind.REPAIR, "facilities", "lift", Urgency.GENERAL, null, null);
    Rulebook book = new Rulebook(List.of(rule("many", 1, 1, many), rule("estate", 1, 2, ESTATE)));

    assertThat(book.find(LIFT, NOW).orElseThrow().ref().id()).isEqualTo("estate");
  }

  @Test
  void tiesAreDecidedByTheOrderAndThenTheId() {
    Rulebook book =
        new Rulebook(
            List.of(rule("c", 1, 5, GENERAL), rule("b", 1, 5, GENERAL), rule("a", 1, 6, GENERAL)));

    RuleChoice choice = book.choose(LIFT, NOW);

    assertThat(choice.considered())
        .extracting(considered -> considered.rule().id(), RuleChoice.Considered::verdict)
        .containsExactly(
            tuple("b", Verdict.WON),
            tuple("c", Verdict.LATER_IN_ORDER),
            tuple("a", Verdict.LATER_IN_ORDER));
  }

  @Test
  void theChoiceSaysWhyEachOtherRuleLost() {
    Conditions pets = when(null, "neighbour", "pets", null, null, null);
    Rulebook book =
        new Rulebook(
            List.of(rule("any", 1, 1, ANY), rule("pets", 1, 1, pets), rule("lifts", 1, 1, LIFTS)));

    RuleChoice choice = book.choose(LIFT, NOW);

    assertThat(choice.winner().orElseThrow().ref()).hasToString("lifts v1");
    assertThat(choice.considered())
        .extracting(
            considered -> considered.rule().id(),
            RuleChoice.Considered::verdict,
            RuleChoice.Considered::decidedBy)
        .containsExactly(
            tuple("lifts", Verdict.WON, null),
            tuple("pets", Verdict.DOES_NOT_MATCH, Dimension.CATEGORY),
            tuple("any", Verdict.LESS_SPECIFIC, Dimension.SUBCATEGORY));
  }

  @Test
  void anEmergencyNeedsARuleThatIsMeantForIt() {
    TicketProfile emergency = LIFT.withUrgency(Urgency.EMERGENCY);
    Rulebook book = new Rulebook(List.of(rule("any", 1, 1, ANY), rule("lifts", 1, 1, LIFTS)));

    assertThat(book.find(emergency, NOW)).isEmpty();
    assertThat(book.choose(emergency, NOW).considered())
        .extracting(RuleChoice.Considered::decidedBy)
        .containsExactly(Dimension.URGENCY, Dimension.URGENCY);
  }

  @Test
  void theVersionThatHeldWhenTheTicketBeganIsFound() {
    DeadlineRule first = rule("any", 1, 1, ANY);
    DeadlineRule second = version(first, 2, NOW, false);
    DeadlineRule off = version(first, 3, NOW.plusSeconds(60), true);
    Rulebook book = new Rulebook(List.of(off, second, first));

    assertThat(book.find(LIFT, NOW.minusMillis(1))).contains(first);
    assertThat(book.find(LIFT, NOW)).contains(second);
    assertThat(book.find(LIFT, NOW.plusSeconds(60))).isEmpty();
  }

  @Test
  void versionsThatComeTwiceOrGoBackInTimeAreRefused() {
    DeadlineRule first = version(rule("any", 1, 1, ANY), 1, NOW, false);

    assertThatThrownBy(() -> new Rulebook(List.of(first, first)))
        .hasMessageContaining("must be a new version");
    assertThatThrownBy(
            () -> new Rulebook(List.of(first, version(first, 2, NOW.minusMillis(1), false))))
        .hasMessageContaining("not begin before any v1");
  }

  @Test
  void aTargetIdMeansTheSameKindInEveryRule() {
    Target other = target("solve", ClockKind.ON_SITE, StartsFrom.CREATED, "PT1H");

    assertThatThrownBy(
            () -> new Rulebook(List.of(rule("a", 1, 1, ANY), rule("b", 1, 1, GENERAL, other))))
        .hasMessageContaining("target 'solve' is of the kind solve in one rule and on-site");
  }

  @Test
  void impossibleRulesAreRefusedWithASentence() {
    assertThatThrownBy(() -> when(null, null, "lift", null, null, null))
        .hasMessageContaining("needs its category");
    assertThatThrownBy(() -> target("solve", ClockKind.SOLVE, StartsFrom.CREATED, "PT0S"))
        .hasMessageContaining("more than 0");
    assertThatThrownBy(() -> target("solve", ClockKind.SOLVE, StartsFrom.CREATED, "P401D"))
        .hasMessageContaining("at most 400 days");
    assertThatThrownBy(() -> target("So lve", ClockKind.SOLVE, StartsFrom.CREATED, "PT1H"))
        .hasMessageContaining("lower case letters");
    assertThatThrownBy(() -> target("call", ClockKind.CALL_BACK, StartsFrom.CREATED, "PT1H"))
        .hasMessageContaining("call-back from solved");
    assertThatThrownBy(() -> target("up", ClockKind.SOLVE, StartsFrom.RESIDENT_WROTE, "PT1H"))
        .hasMessageContaining("cannot start from resident-wrote");
    Target solve = target("solve", ClockKind.SOLVE, StartsFrom.CREATED, "PT1H");
    assertThatThrownBy(() -> rule("a", 1, 1, ANY, solve, solve))
        .hasMessageContaining("two targets 'solve'");
    assertThatThrownBy(() -> rule("A b", 1, 1, ANY)).hasMessageContaining("names no rule");
    assertThatThrownBy(
            () -> rule("e", 1, 1, when(null, null, null, Urgency.EMERGENCY, null, null), solve))
        .hasMessageContaining("must run in wall-time");
    assertThatThrownBy(
            () ->
                new DeadlineRule(
                    new RuleRef("a", 1),
                    NOW,
                    false,
                    1,
                    ANY,
                    Map.of(PauseReason.WAITING_FOR_PART, Duration.ZERO),
                    List.of()))
        .hasMessageContaining("leave the reason out to forbid it");
  }

  private static Conditions when(
      @Nullable Kind kind,
      @Nullable String category,
      @Nullable String subcategory,
      @Nullable Urgency urgency,
      @Nullable EstateId estate,
      @Nullable String thirdParty) {
    return new Conditions(kind, category, subcategory, urgency, estate, thirdParty);
  }

  private static DeadlineRule rule(String id, int version, int order, Conditions conditions) {
    return rule(
        id,
        version,
        order,
        conditions,
        target("solve", ClockKind.SOLVE, StartsFrom.CREATED, "PT1H"));
  }

  private static DeadlineRule rule(
      String id, int version, int order, Conditions conditions, Target... targets) {
    return new DeadlineRule(
        new RuleRef(id, version),
        Instant.EPOCH,
        false,
        order,
        conditions,
        Map.of(),
        List.of(targets));
  }

  private static DeadlineRule version(
      DeadlineRule rule, int version, Instant validFrom, boolean off) {
    return new DeadlineRule(
        new RuleRef(rule.ref().id(), version),
        validFrom,
        off,
        rule.order(),
        rule.conditions(),
        rule.pauses(),
        rule.targets());
  }

  private static Target target(String id, ClockKind kind, StartsFrom from, String within) {
    return new Target(id, kind, from, Duration.parse(within), Runs.WORKING_TIME, false);
  }
}
