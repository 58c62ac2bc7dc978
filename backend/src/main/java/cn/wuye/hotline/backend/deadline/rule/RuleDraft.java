package cn.wuye.hotline.backend.deadline.rule;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody writes down of a rule, before it is a version of it.
 *
 * @param name what people call it, may be empty
 * @param warnings null for those of the house
 */
public record RuleDraft(
    String name,
    boolean off,
    int order,
    Conditions conditions,
    @Nullable List<Integer> warnings,
    Map<PauseReason, Duration> pauses,
    List<Target> targets) {
  public RuleDraft {
    warnings = warnings == null ? null : List.copyOf(warnings);
    pauses = Map.copyOf(pauses);
    targets = List.copyOf(targets);
  }

  /** What a version says. */
  public static RuleDraft of(DeadlineRule rule, String name) {
    return new RuleDraft(
        name,
        rule.off(),
        rule.order(),
        rule.conditions(),
        rule.warnings(),
        rule.pauses(),
        rule.targets());
  }

  /** The same, switched off or on. */
  public RuleDraft switchedOff(boolean now) {
    return new RuleDraft(name, now, order, conditions, warnings, pauses, targets);
  }
}
