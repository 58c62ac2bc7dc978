package cn.wuye.hotline.backend.deadline.api;

import cn.wuye.hotline.backend.deadline.rule.ClockKind;
import cn.wuye.hotline.backend.deadline.rule.Conditions;
import cn.wuye.hotline.backend.deadline.rule.DeadlineRule;
import cn.wuye.hotline.backend.deadline.rule.Runs;
import cn.wuye.hotline.backend.deadline.rule.Target;
import cn.wuye.hotline.backend.deadline.store.RuleVersion;
import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.ticket.Kind;
import cn.wuye.hotline.backend.ticket.Urgency;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A version of a deadline rule.
 *
 * @param name as people call it; empty for one that is as shipped
 * @param order decides between rules with the same conditions; the lower wins
 * @param warnings percent of a clock's time; null: as in the whole company
 * @param pauses the longest pause of each allowed reason, in milliseconds
 * @param author {@code user:<login>} or {@code system:<part>}
 */
record RuleView(
    String id,
    int version,
    Instant validFrom,
    String name,
    boolean off,
    int order,
    ConditionsView when,
    @Nullable List<Integer> warnings,
    Map<String, Long> pauses,
    List<TargetView> targets,
    String author,
    Instant createdAt,
    String note) {

  /** For which tickets; null is any, but for the urgency: any but emergency. */
  record ConditionsView(
      @Nullable String thirdParty,
      @Nullable EstateId estate,
      @Nullable String category,
      @Nullable String subcategory,
      @Nullable Kind kind,
      @Nullable Urgency urgency) {
    static ConditionsView of(Conditions when) {
      return new ConditionsView(
          when.thirdParty(),
          when.estate(),
          when.category(),
          when.subcategory(),
          when.kind(),
          when.urgency());
    }
  }

  /** What has to be done within how many milliseconds. */
  record TargetView(
      String id, ClockKind kind, String from, long withinMs, Runs runs, boolean pausable) {
    static TargetView of(Target target) {
      return new TargetView(
          target.id(),
          target.kind(),
          target.from().code(),
          target.within().toMillis(),
          target.runs(),
          target.pausable());
    }
  }

  static RuleView of(RuleVersion version) {
    DeadlineRule rule = version.rule();
    Map<String, Long> pauses = new TreeMap<>();
    rule.pauses().forEach((reason, longest) -> pauses.put(reason.code(), longest.toMillis()));
    return new RuleView(
        rule.ref().id(),
        rule.ref().version(),
        rule.validFrom(),
        version.name(),
        rule.off(),
        rule.order(),
        ConditionsView.of(rule.conditions()),
        rule.warnings(),
        pauses,
        rule.targets().stream().map(TargetView::of).toList(),
        version.author(),
        version.createdAt(),
        version.note());
  }
}
