package cn.wuye.hotline.backend.deadline;

import static cn.wuye.hotline.backend.deadline.rule.ClockKind.FIRST_RESPONSE;
import static cn.wuye.hotline.backend.deadline.rule.ClockKind.SOLVE;
import static cn.wuye.hotline.backend.deadline.rule.ClockKind.UPDATE;
import static cn.wuye.hotline.backend.deadline.rule.PauseReason.WAITING_FOR_PART;
import static cn.wuye.hotline.backend.deadline.rule.PauseReason.WAITING_FOR_RESIDENT;
import static cn.wuye.hotline.backend.deadline.rule.StartsFrom.CREATED;
import static cn.wuye.hotline.backend.deadline.rule.StartsFrom.RESIDENT_WROTE;

import cn.wuye.hotline.backend.deadline.rule.Conditions;
import cn.wuye.hotline.backend.deadline.rule.DeadlineRule;
import cn.wuye.hotline.backend.deadline.rule.PauseReason;
import cn.wuye.hotline.backend.deadline.rule.RuleRef;
import cn.wuye.hotline.backend.deadline.rule.Rulebook;
import cn.wuye.hotline.backend.deadline.rule.Runs;
import cn.wuye.hotline.backend.deadline.rule.Target;
import cn.wuye.hotline.backend.ticket.Urgency;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The rules of the cases; there is none for complex tickets. */
final class TestRules {
  /** Waiting for a part ends after a day; waiting for a third party is not allowed. */
  static final Map<PauseReason, Duration> PAUSES =
      Map.of(WAITING_FOR_RESIDENT, Duration.ofDays(60), WAITING_FOR_PART, Duration.ofDays(1));

  static final DeadlineRule GENERAL =
      rule("general", 1, Instant.EPOCH, Urgency.GENERAL, three(60, 120, 180));
  static final DeadlineRule URGENT =
      rule("urgent", 1, Instant.EPOCH, Urgency.URGENT, three(30, 60, 90));
  static final DeadlineRule EMERGENCY =
      rule(
          "emergency",
          1,
          Instant.EPOCH,
          Urgency.EMERGENCY,
          List.of(new Target("solve", SOLVE, CREATED, Duration.ofHours(2), Runs.WALL_TIME, false)));

  /** Weighs more than a rule for an urgency. */
  static final DeadlineRule CLEANING =
      rule("cleaning", category("environment"), three(60, 120, 240));

  /** A company's own time, which weighs most. */
  static final DeadlineRule OTIS = rule("otis", company("otis"), three(60, 120, 45));

  private TestRules() {}

  static Rulebook book() {
    return new Rulebook(List.of(GENERAL, URGENT, EMERGENCY, CLEANING, OTIS));
  }

  private static Conditions category(String code) {
    return new Conditions(null, code, null, null, null, null);
  }

  private static Conditions company(String code) {
    return new Conditions(null, null, null, null, null, code);
  }

  private static DeadlineRule rule(String id, Conditions conditions, List<Target> targets) {
    return new DeadlineRule(
        new RuleRef(id, 1), Instant.EPOCH, false, 10, conditions, PAUSES, targets);
  }

  static DeadlineRule rule(
      String id, int version, Instant validFrom, Urgency urgency, List<Target> targets) {
    return new DeadlineRule(
        new RuleRef(id, version),
        validFrom,
        false,
        10,
        new Conditions(null, null, null, urgency, null, null),
        PAUSES,
        targets);
  }

  static List<Target> three(int firstResponse, int update, int solve) {
    return List.of(
        new Target(
            "first-response",
            FIRST_RESPONSE,
            CREATED,
            Duration.ofMinutes(firstResponse),
            Runs.WORKING_TIME,
            true),
        new Target(
            "update", UPDATE, RESIDENT_WROTE, Duration.ofMinutes(update), Runs.WORKING_TIME, true),
        new Target("solve", SOLVE, CREATED, Duration.ofMinutes(solve), Runs.WORKING_TIME, true));
  }
}
