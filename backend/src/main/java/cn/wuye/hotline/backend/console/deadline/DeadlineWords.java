package cn.wuye.hotline.backend.console.deadline;

import cn.wuye.hotline.backend.console.Choice;
import cn.wuye.hotline.backend.console.DeadlineNames;
import cn.wuye.hotline.backend.console.Labels;
import cn.wuye.hotline.backend.deadline.settings.Wrong;
import cn.wuye.hotline.backend.deadline.settings.Wrong.Term;
import cn.wuye.hotline.backend.deadline.store.CalendarEdition;
import cn.wuye.hotline.backend.deadline.store.RuleVersion;
import cn.wuye.hotline.backend.dispatch.staff.DispatchPlan;
import cn.wuye.hotline.backend.dispatch.staff.ThirdParty;
import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.user.StaffNames;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What rules, calendars, companies and refusals are called. */
@Component
class DeadlineWords {
  private final Labels labels;
  private final DeadlineNames names;
  private final DispatchPlan plan;
  private final StaffNames staff;

  DeadlineWords(Labels labels, DeadlineNames names, DispatchPlan plan, StaffNames staff) {
    this.labels = labels;
    this.names = names;
    this.plan = plan;
    this.staff = staff;
  }

  /** What a rule is called. */
  String name(RuleVersion version) {
    return names.of(version);
  }

  /** What a calendar is called. */
  String name(CalendarEdition edition) {
    return names.calendar(edition.id(), edition.name());
  }

  /**
   * The same of one that may not be there yet.
   *
   * @param name may be empty
   */
  String calendar(String id, String name) {
    return names.calendar(id, name);
  }

  String estate(EstateId estate) {
    return names.estate(estate);
  }

  String party(String code) {
    return plan.thirdParty(code).map(ThirdParty::name).orElse(code);
  }

  List<Choice> parties() {
    return plan.thirdParties().stream().map(each -> new Choice(each.code(), each.name())).toList();
  }

  /** A length of time, exactly. */
  String amount(Duration length) {
    Amount amount = Amount.of(length);
    return labels.text("rules.amount." + amount.unit(), String.valueOf(amount.number()));
  }

  /** The units in which a length of time is typed. */
  List<Choice> units() {
    return List.of(
        new Choice("m", labels.text("rules.unit.m")),
        new Choice("h", labels.text("rules.unit.h")),
        new Choice("d", labels.text("rules.unit.d")));
  }

  /** Who wrote a version, and when. */
  String written(String author, Instant at) {
    return labels.fullTime(at) + " " + who(author);
  }

  /** What a version changed, each with who wrote it and when. */
  Stream<String> told(String author, Instant at, List<String> changes) {
    String written = written(author, at);
    return changes.stream().map(change -> written + "：" + change);
  }

  /** What an author is called. */
  String who(String author) {
    String name = author.substring(author.indexOf(':') + 1);
    return author.startsWith("user:") ? staff.of(name) : labels.text("rules.shipped");
  }

  /** Refusals in sentences, by field. */
  Map<String, String> sentences(Map<String, Wrong> wrong) {
    Map<String, String> sentences = new LinkedHashMap<>();
    wrong.forEach((field, why) -> sentences.put(field, sentence(why)));
    return sentences;
  }

  private String sentence(Wrong wrong) {
    return labels.text(wrong.message(), wrong.arguments().stream().map(this::argument).toArray());
  }

  private Object argument(Object argument) {
    if (argument instanceof Term term) {
      return term.group().equals("work-calendar")
          ? calendar(term.code(), "")
          : labels.name(term.group(), term.code());
    }
    if (argument instanceof Number number) {
      // Without separators of thousands.
      return String.valueOf(number);
    }
    return argument instanceof List<?> several
        ? several.stream()
            .map(each -> String.valueOf(argument(each)))
            .collect(Collectors.joining(" → "))
        : argument;
  }
}
