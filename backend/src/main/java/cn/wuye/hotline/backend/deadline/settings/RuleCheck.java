package cn.wuye.hotline.backend.deadline.settings;

import cn.wuye.hotline.backend.deadline.calendar.WorkingCalendar;
import cn.wuye.hotline.backend.deadline.rule.Conditions;
import cn.wuye.hotline.backend.deadline.rule.DeadlineRule;
import cn.wuye.hotline.backend.deadline.rule.RuleDraft;
import cn.wuye.hotline.backend.deadline.rule.RuleFaults;
import cn.wuye.hotline.backend.deadline.rule.RuleFaults.Fault;
import cn.wuye.hotline.backend.deadline.rule.Target;
import cn.wuye.hotline.backend.deadline.settings.Wrong.Term;
import cn.wuye.hotline.backend.deadline.store.RuleVersion;
import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.estate.Estates;
import cn.wuye.hotline.backend.persistence.Text;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.ticket.Categories;
import cn.wuye.hotline.backend.ticket.Category;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whether a rule can be kept as it is written. */
@Component
class RuleCheck {
  static final int LONGEST_NAME = 30;
  static final int LONGEST_NOTE = 200;
  private static final int HIGHEST_ORDER = 9999;
  private static final int MOST_WARNINGS = 5;

  private final Categories categories;
  private final Estates estates;
  private final ThirdParties parties;
  private final CalendarsNow calendars;
  private final Clock clock;

  RuleCheck(
      Categories categories,
      Estates estates,
      ThirdParties parties,
      CalendarsNow calendars,
      Clock clock) {
    this.categories = categories;
    this.estates = estates;
    this.parties = parties;
    this.calendars = calendars;
    this.clock = clock;
  }

  /**
   * What is wrong with it, by field.
   *
   * @param before its newest version, if there is one
   */
  Map<String, Wrong> of(
      RuleDraft draft, String note, Optional<RuleVersion> before, EstateScope scope) {
    Map<String, Wrong> wrong = new LinkedHashMap<>();
    boolean named = before.filter(version -> version.name().isEmpty()).isPresent();
    name("name", draft.name(), named, wrong);
    if (Text.length(note.strip()) > LONGEST_NOTE) {
      wrong.put("note", Wrong.of("error.tooLong", LONGEST_NOTE, Text.length(note.strip())));
    }
    if (draft.order() < 0 || draft.order() > HIGHEST_ORDER) {
      wrong.put("order", Wrong.of("rules.error.order", HIGHEST_ORDER));
    }
    conditions(draft.conditions(), scope, wrong);
    warnings(draft.warnings(), wrong);
    draft
        .pauses()
        .forEach(
            (reason, longest) -> {
              if (longest.compareTo(Duration.ofMinutes(1)) < 0
                  || longest.compareTo(Target.LONGEST) > 0) {
                wrong.put("pause-" + reason.code(), Wrong.of("rules.error.amount"));
              }
            });
    if (wrong.isEmpty()) {
      reach(draft).ifPresent(fault -> wrong.put("targets", fault));
    }
    return wrong;
  }

  /** What is wrong with it among the versions of all rules. */
  Map<String, Wrong> amongOthers(String id, RuleDraft draft, List<RuleVersion> all) {
    Map<String, Wrong> wrong = new LinkedHashMap<>();
    List<DeadlineRule> rules = all.stream().map(RuleVersion::rule).toList();
    for (Fault fault : RuleFaults.of(id, draft, rules)) {
      String field = fault.code() == RuleFaults.Code.TIE ? "order" : "targets";
      wrong.putIfAbsent(field, sentence(fault, all));
    }
    return wrong;
  }

  private static Wrong sentence(Fault fault, List<RuleVersion> all) {
    String key = "rules.error." + fault.code().code();
    return switch (fault.code()) {
      case TIE -> Wrong.of(key, name(fault.subject().get(0), all));
      case LOOP ->
          new Wrong(
              key, List.of(fault.subject().stream().map(id -> new Term("clock", id)).toList()));
      default ->
          new Wrong(
              key, fault.subject().stream().<Object>map(id -> new Term("clock", id)).toList());
    };
  }

  private static Object name(String id, List<RuleVersion> all) {
    String name = "";
    for (RuleVersion version : all) {
      if (version.rule().ref().id().equals(id)) {
        name = version.name();
      }
    }
    return name.isEmpty() ? new Term("deadline-rule", id) : name;
  }

  static void name(String field, String name, boolean optional, Map<String, Wrong> wrong) {
    int length = Text.length(name.strip());
    if (length == 0 && !optional) {
      wrong.put(field, Wrong.of("rules.error.name"));
    } else if (length > LONGEST_NAME) {
      wrong.put(field, Wrong.of("error.tooLong", LONGEST_NAME, length));
    }
  }

  private void conditions(Conditions conditions, EstateScope scope, Map<String, Wrong> wrong) {
    String category = conditions.category();
    if (category != null
        && categories
            .find(category)
            .filter(known -> has(known, conditions.subcategory()))
            .isEmpty()) {
      wrong.put("category", Wrong.of("rules.error.category"));
    }
    EstateId estate = conditions.estate();
    if (estate != null && !(scope.sees(estate) && estates.existsById(estate))) {
      wrong.put("estate", Wrong.of("rules.error.estate"));
    }
    String party = conditions.thirdParty();
    if (party != null && !parties.knows(party)) {
      wrong.put("thirdParty", Wrong.of("rules.error.thirdParty"));
    }
  }

  private static boolean has(Category category, @Nullable String subcategory) {
    return subcategory == null
        || category.subcategories().stream().anyMatch(sub -> sub.code().equals(subcategory));
  }

  private static void warnings(@Nullable List<Integer> warnings, Map<String, Wrong> wrong) {
    if (warnings == null) {
      return;
    }
    try {
      if (DeadlineRule.rising(warnings).size() > MOST_WARNINGS) {
        wrong.put("warnings", Wrong.of("rules.error.warnings", MOST_WARNINGS));
      }
    } catch (IllegalArgumentException notRising) {
      wrong.put("warnings", Wrong.of("rules.error.warnings", MOST_WARNINGS));
    }
  }

  /** A target that has no calendar in which it would ever be due. */
  private Optional<Wrong> reach(RuleDraft draft) {
    Instant now = Utc.now(clock);
    for (CalendarsNow.Named calendar : calendars.of(draft.conditions().estate(), now)) {
      WorkingCalendar working = calendar.content().calendar();
      Optional<Target> beyond = Reach.beyond(draft.targets(), working, now);
      if (beyond.isPresent()) {
        return Optional.of(
            Wrong.of("rules.error.beyond", new Term("clock", beyond.get().id()), calendar.name()));
      }
    }
    return Optional.empty();
  }
}
