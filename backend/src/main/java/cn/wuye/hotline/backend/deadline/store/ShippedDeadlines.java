package cn.wuye.hotline.backend.deadline.store;

import cn.wuye.hotline.backend.deadline.calendar.ShippedCalendar;
import cn.wuye.hotline.backend.deadline.escalation.Ladder;
import cn.wuye.hotline.backend.deadline.rule.DeadlineRule;
import cn.wuye.hotline.backend.deadline.rule.ShippedRules;
import java.time.Instant;
import java.util.List;

/** Version 1 of every rule, of the calendar and of the ladder. */
final class ShippedDeadlines {
  private static final String AUTHOR = "system:shipped";

  private ShippedDeadlines() {}

  /**
   * @param at when they were entered
   */
  static List<RuleVersion> rules(Instant validFrom, Instant at) {
    return ShippedRules.read().stream()
        .map(rule -> new RuleVersion(from(rule, validFrom), AUTHOR, at, ""))
        .toList();
  }

  private static DeadlineRule from(DeadlineRule rule, Instant validFrom) {
    return new DeadlineRule(
        rule.ref(),
        validFrom,
        rule.off(),
        rule.order(),
        rule.conditions(),
        rule.pauses(),
        rule.targets());
  }

  /**
   * @param at when it was entered
   */
  static LadderVersion ladder(Instant at) {
    return new LadderVersion(1, Instant.EPOCH, Ladder.shipped(), AUTHOR, at, "");
  }

  /**
   * @param at when it was entered
   */
  static CalendarEdition calendar(Instant at) {
    return new CalendarEdition(
        CalendarEdition.DEFAULT, 1, Instant.EPOCH, ShippedCalendar.content(), AUTHOR, at, "");
  }
}
