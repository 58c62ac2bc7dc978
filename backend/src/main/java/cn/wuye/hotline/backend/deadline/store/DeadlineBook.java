package cn.wuye.hotline.backend.deadline.store;

import cn.wuye.hotline.backend.deadline.ClockCalculator;
import cn.wuye.hotline.backend.deadline.calendar.CalendarBook;
import cn.wuye.hotline.backend.deadline.calendar.CalendarVersion;
import cn.wuye.hotline.backend.deadline.calendar.EstateCalendar;
import cn.wuye.hotline.backend.deadline.escalation.Ladder;
import cn.wuye.hotline.backend.deadline.rule.DeadlineRule;
import cn.wuye.hotline.backend.deadline.rule.Rulebook;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Everything that deadlines are reckoned with, as it stood in the database at some revision.
 *
 * @param rules all versions
 * @param calendars all versions
 * @param ladders all versions, at least one
 * @param ofEstates which estate has had which calendar from when on
 */
public record DeadlineBook(
    long revision,
    ClockCalculator calculator,
    List<RuleVersion> rules,
    List<CalendarEdition> calendars,
    List<LadderVersion> ladders,
    List<EstateCalendar> ofEstates) {

  static DeadlineBook of(
      long revision,
      List<RuleVersion> rules,
      List<CalendarEdition> calendars,
      List<LadderVersion> ladders,
      List<EstateCalendar> ofEstates) {
    List<CalendarVersion> versions = calendars.stream().map(CalendarEdition::ready).toList();
    return new DeadlineBook(
        revision,
        new ClockCalculator(
            new Rulebook(rules.stream().map(RuleVersion::rule).toList()),
            new CalendarBook(versions, ofEstates, CalendarEdition.DEFAULT)),
        rules,
        calendars,
        ladders,
        ofEstates);
  }

  /** The ladder for what began at a moment: the newest that held then. */
  public Ladder ladder(Instant began) {
    LadderVersion found = ladders.get(0);
    for (LadderVersion each : ladders) {
      if (!each.validFrom().isAfter(began) && each.version() > found.version()) {
        found = each;
      }
    }
    return found.ladder();
  }

  /** Ids of the rules that are switched off at this moment. */
  public Set<String> switchedOff(Instant now) {
    Map<String, DeadlineRule> newest = new HashMap<>();
    for (RuleVersion version : rules) {
      DeadlineRule rule = version.rule();
      if (!rule.validFrom().isAfter(now)) {
        newest.merge(
            rule.ref().id(), rule, (a, b) -> a.ref().version() > b.ref().version() ? a : b);
      }
    }
    return newest.values().stream()
        .filter(DeadlineRule::off)
        .map(rule -> rule.ref().id())
        .collect(Collectors.toSet());
  }
}
