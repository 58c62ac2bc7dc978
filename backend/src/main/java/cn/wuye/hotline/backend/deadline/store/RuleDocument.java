package cn.wuye.hotline.backend.deadline.store;

import cn.wuye.hotline.backend.deadline.rule.ClockKind;
import cn.wuye.hotline.backend.deadline.rule.Conditions;
import cn.wuye.hotline.backend.deadline.rule.DeadlineRule;
import cn.wuye.hotline.backend.deadline.rule.PauseReason;
import cn.wuye.hotline.backend.deadline.rule.RuleRef;
import cn.wuye.hotline.backend.deadline.rule.Runs;
import cn.wuye.hotline.backend.deadline.rule.StartsFrom;
import cn.wuye.hotline.backend.deadline.rule.Target;
import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.persistence.Coded;
import cn.wuye.hotline.backend.ticket.Kind;
import cn.wuye.hotline.backend.ticket.Urgency;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A version of a rule as it is kept: codes and ISO durations, null for any.
 *
 * @param name what people call it; null: what its id is called in the message bundles
 * @param warnings null: those of the house
 * @param pauses the longest pause by the code of its reason
 */
record RuleDocument(
    @Nullable String name,
    int order,
    When when,
    @Nullable List<Integer> warnings,
    Map<String, String> pauses,
    List<Goal> targets) {

  /** For which tickets. */
  record When(
      @Nullable String kind,
      @Nullable String category,
      @Nullable String subcategory,
      @Nullable String urgency,
      @Nullable String estate,
      @Nullable String thirdParty) {
    static When of(Conditions conditions) {
      EstateId estate = conditions.estate();
      return new When(
          code(conditions.kind()),
          conditions.category(),
          conditions.subcategory(),
          code(conditions.urgency()),
          estate == null ? null : estate.toString(),
          conditions.thirdParty());
    }

    Conditions conditions() {
      return new Conditions(
          read(kind, code -> Coded.of(Kind.class, code)),
          category,
          subcategory,
          read(urgency, code -> Coded.of(Urgency.class, code)),
          read(estate, EstateId::parse),
          thirdParty);
    }

    private static @Nullable String code(@Nullable Coded value) {
      return value == null ? null : value.code();
    }

    private static <T> @Nullable T read(@Nullable String code, Function<String, T> parse) {
      return code == null ? null : parse.apply(code);
    }
  }

  /** What has to be done within what time. */
  record Goal(String id, String clock, String from, String within, String runs, boolean pausable) {
    static Goal of(Target target) {
      return new Goal(
          target.id(),
          target.kind().code(),
          target.from().code(),
          target.within().toString(),
          target.runs().code(),
          target.pausable());
    }

    Target target() {
      return new Target(
          id,
          Coded.of(ClockKind.class, clock),
          Coded.of(StartsFrom.class, from),
          Duration.parse(within),
          Coded.of(Runs.class, runs),
          pausable);
    }
  }

  static RuleDocument of(DeadlineRule rule, String name) {
    Map<String, String> pauses = new TreeMap<>();
    rule.pauses().forEach((reason, longest) -> pauses.put(reason.code(), longest.toString()));
    return new RuleDocument(
        name.isEmpty() ? null : name,
        rule.order(),
        When.of(rule.conditions()),
        rule.warnings(),
        pauses,
        rule.targets().stream().map(Goal::of).toList());
  }

  DeadlineRule rule(RuleRef ref, Instant validFrom, boolean off) {
    return new DeadlineRule(
        ref,
        validFrom,
        off,
        order,
        when.conditions(),
        warnings,
        pauses.entrySet().stream()
            .collect(
                Collectors.toMap(
                    each -> Coded.of(PauseReason.class, each.getKey()),
                    each -> Duration.parse(each.getValue()))),
        targets.stream().map(Goal::target).toList());
  }
}
