package cn.wuye.hotline.backend.deadline.rule;

import cn.wuye.hotline.backend.ticket.Urgency;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A version of a rule. It never changes; a change makes the next version, and running tickets keep
 * theirs.
 *
 * @param validFrom when it began to hold for new tickets
 * @param off whether this version switches the rule off: it matches no ticket
 * @param order decides between equally specific rules; the lower wins
 * @param warnings percent of a clock's time after which its owner is warned, rising, 1 to 99; null
 *     for those of the house
 * @param pauses the reasons for which clocks may be paused, and how long in all per reason and
 *     round, in wall time
 */
public record DeadlineRule(
    RuleRef ref,
    Instant validFrom,
    boolean off,
    int order,
    Conditions conditions,
    @Nullable List<Integer> warnings,
    Map<PauseReason, Duration> pauses,
    List<Target> targets) {

  /** A rule with the warnings of the house. */
  public DeadlineRule(
      RuleRef ref,
      Instant validFrom,
      boolean off,
      int order,
      Conditions conditions,
      Map<PauseReason, Duration> pauses,
      List<Target> targets) {
    this(ref, validFrom, off, order, conditions, null, pauses, targets);
  }

  /**
   * @throws IllegalArgumentException when target ids repeat, a longest pause is not positive,
   *     warnings do not rise from 1 to 99, or an emergency would wait for office hours
   */
  public DeadlineRule {
    if (warnings != null) {
      warnings = rising(warnings);
    }
    pauses = Map.copyOf(pauses);
    targets = List.copyOf(targets);
    if (ref.version() < 1 || !ref.id().matches("[a-z0-9][a-z0-9-]{0,47}")) {
      throw new IllegalArgumentException(
          "'" + ref + "' names no rule; use lower case letters, digits and '-', versions from 1");
    }
    Set<String> ids = new HashSet<>();
    for (Target target : targets) {
      if (!ids.add(target.id())) {
        throw new IllegalArgumentException(
            "rule " + ref + " has two targets '" + target.id() + "'; name them differently");
      }
      boolean stops = target.runs() != Runs.WALL_TIME || target.pausable();
      if (conditions.urgency() == Urgency.EMERGENCY && stops) {
        throw new IllegalArgumentException(
            "rule "
                + ref
                + ": '"
                + target.id()
                + "' of an emergency must run in wall-time and not be pausable");
      }
    }
    pauses.forEach(
        (reason, longest) -> {
          if (longest.isNegative() || longest.isZero()) {
            throw new IllegalArgumentException(
                "rule "
                    + ref
                    + ": the longest pause '"
                    + reason.code()
                    + "' must be more than 0,"
                    + " not "
                    + longest
                    + "; leave the reason out to forbid it");
          }
        });
  }

  /**
   * The same percentages.
   *
   * @throws IllegalArgumentException when they are not from 1 to 99 and rise
   */
  public static List<Integer> rising(List<Integer> warnings) {
    int before = 0;
    for (int percent : warnings) {
      if (percent <= before || percent > 99) {
        throw new IllegalArgumentException(
            "warnings are percentages from 1 to 99 that rise, not " + warnings);
      }
      before = percent;
    }
    return List.copyOf(warnings);
  }

  /**
   * How long those have who help, from the beginning of their task. Where the rule does not say it,
   * as long as it gives for the danger to be over, or else for the solution.
   */
  public Optional<Target> help() {
    return first(ClockKind.HELP)
        .or(() -> first(ClockKind.MADE_SAFE))
        .or(() -> target(ClockKind.SOLVE.code()).filter(each -> each.kind() == ClockKind.SOLVE))
        .or(() -> first(ClockKind.SOLVE))
        .map(
            each ->
                new Target(
                    ClockKind.HELP.code(),
                    ClockKind.HELP,
                    StartsFrom.TASK_OPENED,
                    each.within(),
                    each.runs(),
                    each.pausable()));
  }

  private Optional<Target> first(ClockKind kind) {
    return targets.stream().filter(target -> target.kind() == kind).findFirst();
  }

  /** The target with this id. */
  public Optional<Target> target(String id) {
    return targets.stream().filter(target -> target.id().equals(id)).findFirst();
  }
}
