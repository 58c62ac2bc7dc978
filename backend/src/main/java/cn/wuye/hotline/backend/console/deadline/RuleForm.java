package cn.wuye.hotline.backend.console.deadline;

import cn.wuye.hotline.backend.deadline.rule.ClockKind;
import cn.wuye.hotline.backend.deadline.rule.Conditions;
import cn.wuye.hotline.backend.deadline.rule.DeadlineRule;
import cn.wuye.hotline.backend.deadline.rule.PauseReason;
import cn.wuye.hotline.backend.deadline.rule.RuleDraft;
import cn.wuye.hotline.backend.deadline.rule.Runs;
import cn.wuye.hotline.backend.deadline.rule.StartsFrom;
import cn.wuye.hotline.backend.deadline.rule.Target;
import cn.wuye.hotline.backend.deadline.settings.Wrong;
import cn.wuye.hotline.backend.deadline.store.RuleVersion;
import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.persistence.Coded;
import cn.wuye.hotline.backend.ticket.Kind;
import cn.wuye.hotline.backend.ticket.Urgency;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The form of a rule: what is typed, field by field. */
final class RuleForm {
  /** What may be asked for, with its kind of clock, in the order of a ticket's life. */
  private static final Map<String, ClockKind> TARGETS = new LinkedHashMap<>();

  static {
    TARGETS.put("accept", ClockKind.ACCEPT);
    TARGETS.put("first-response", ClockKind.FIRST_RESPONSE);
    TARGETS.put("update", ClockKind.UPDATE);
    TARGETS.put("dispatch", ClockKind.DISPATCH);
    TARGETS.put("on-site", ClockKind.ON_SITE);
    TARGETS.put("made-safe", ClockKind.MADE_SAFE);
    TARGETS.put("cleaning-finished", ClockKind.SOLVE);
    TARGETS.put("solve", ClockKind.SOLVE);
    TARGETS.put("city-rule", ClockKind.SOLVE);
    TARGETS.put("call-back", ClockKind.CALL_BACK);
    TARGETS.put("help", ClockKind.HELP);
  }

  private final Map<String, String> typed;

  RuleForm(Map<String, String> typed) {
    this.typed = Map.copyOf(typed);
  }

  /** A rule for general tickets, to begin with. */
  static RuleForm empty() {
    Map<String, String> typed = new LinkedHashMap<>();
    typed.put("version", "0");
    typed.put("order", "50");
    typed.put("urgency", Urgency.GENERAL.code());
    typed.put("warnings", "50 80");
    return new RuleForm(typed);
  }

  /** What a version says. */
  static RuleForm of(RuleVersion version, List<Integer> houseWarnings) {
    DeadlineRule rule = version.rule();
    Conditions when = rule.conditions();
    List<Integer> warnings = rule.warnings();
    Map<String, String> typed = new LinkedHashMap<>();
    typed.put("version", String.valueOf(rule.ref().version()));
    typed.put("name", version.name());
    typed.put("order", String.valueOf(rule.order()));
    typed.put("kind", code(when.kind()));
    typed.put(
        "category",
        text(when.category()) + (when.subcategory() == null ? "" : "/" + when.subcategory()));
    typed.put("urgency", code(when.urgency()));
    typed.put("estate", when.estate() == null ? "" : when.estate().toString());
    typed.put("thirdParty", text(when.thirdParty()));
    typed.put(
        "warnings",
        (warnings == null ? houseWarnings : warnings)
            .stream().map(String::valueOf).collect(Collectors.joining(" ")));
    rule.pauses().forEach((reason, longest) -> amount(typed, "pause-" + reason.code(), longest));
    for (Target target : rule.targets()) {
      String field = "t-" + target.id();
      amount(typed, field, target.within());
      typed.put(field + "-runs", target.runs().code());
      typed.put(field + "-from", target.from().code());
      typed.put(field + "-pausable", String.valueOf(target.pausable()));
    }
    return new RuleForm(typed);
  }

  /** What is typed into a field; empty string for nothing. */
  public String value(String field) {
    return typed.getOrDefault(field, "");
  }

  /** The version that the writer had before her. */
  int version() {
    return value("version").matches("[0-9]{1,9}") ? Integer.parseInt(value("version")) : -1;
  }

  /** The same for another version. */
  RuleForm with(String field, String value) {
    Map<String, String> changed = new LinkedHashMap<>(typed);
    changed.put(field, value);
    return new RuleForm(changed);
  }

  /** What may be asked for, and what the rule asks for beside it. */
  static Map<String, ClockKind> targets(Optional<RuleVersion> before) {
    Map<String, ClockKind> targets = new LinkedHashMap<>(TARGETS);
    before.ifPresent(
        version -> version.rule().targets().forEach(t -> targets.putIfAbsent(t.id(), t.kind())));
    return targets;
  }

  /** The starts that a kind of clock can have. */
  static List<StartsFrom> starts(ClockKind kind) {
    return switch (kind) {
      case UPDATE -> List.of(StartsFrom.RESIDENT_WROTE);
      case CALL_BACK -> List.of(StartsFrom.SOLVED);
      case HELP -> List.of(StartsFrom.TASK_OPENED);
      default -> List.of(StartsFrom.CREATED, StartsFrom.ACCEPTED, StartsFrom.DISPATCHED);
    };
  }

  /**
   * What it says.
   *
   * @param before the newest version, if there is one
   * @param houseWarnings what is typed when a rule has none of its own
   * @param wrong gets what cannot be read, by field
   */
  RuleDraft draft(
      Optional<RuleVersion> before, List<Integer> houseWarnings, Map<String, Wrong> wrong) {
    return new RuleDraft(
        value("name").strip(),
        before.map(version -> version.rule().off()).orElse(false),
        order(wrong),
        conditions(wrong),
        warnings(before, houseWarnings, wrong),
        pauses(wrong),
        targets(before, wrong));
  }

  private int order(Map<String, Wrong> wrong) {
    if (value("order").strip().matches("[0-9]{1,4}")) {
      return Integer.parseInt(value("order").strip());
    }
    wrong.put("order", new Wrong("rules.error.order", List.of(9999)));
    return 0;
  }

  private Conditions conditions(Map<String, Wrong> wrong) {
    String[] category = value("category").split("/", 2);
    return new Conditions(
        choice("kind", Kind.class, wrong),
        category[0].isEmpty() ? null : category[0],
        category.length > 1 && !category[0].isEmpty() ? category[1] : null,
        choice("urgency", Urgency.class, wrong),
        estate(wrong),
        value("thirdParty").isEmpty() ? null : value("thirdParty"));
  }

  private @Nullable EstateId estate(Map<String, Wrong> wrong) {
    Optional<EstateId> estate = EstateId.find(value("estate"));
    if (estate.isEmpty() && !value("estate").isEmpty()) {
      wrong.put("estate", new Wrong("rules.error.estate", List.of()));
    }
    return estate.orElse(null);
  }

  private <E extends Enum<E> & Coded> @Nullable E choice(
      String field, Class<E> type, Map<String, Wrong> wrong) {
    Optional<E> chosen = Coded.find(type, value(field));
    if (chosen.isEmpty() && !value(field).isEmpty()) {
      wrong.put(field, new Wrong("error.choose", List.of()));
    }
    return chosen.orElse(null);
  }

  private @Nullable List<Integer> warnings(
      Optional<RuleVersion> before, List<Integer> houseWarnings, Map<String, Wrong> wrong) {
    List<Integer> percents = new ArrayList<>();
    for (String part : value("warnings").strip().split("[\\s,，、;；%％]+")) {
      if (part.matches("[0-9]{1,2}")) {
        percents.add(Integer.valueOf(part));
      } else if (!part.isEmpty()) {
        wrong.put("warnings", new Wrong("rules.error.warnings", List.of(5)));
      }
    }
    // Untouched, those of the house go on to be those of the house.
    boolean untouched =
        percents.equals(houseWarnings)
            && before.map(version -> version.rule().warnings() == null).orElse(true);
    return untouched ? null : percents;
  }

  private Map<PauseReason, Duration> pauses(Map<String, Wrong> wrong) {
    Map<PauseReason, Duration> pauses = new EnumMap<>(PauseReason.class);
    for (PauseReason reason : PauseReason.values()) {
      amount("pause-" + reason.code(), wrong).ifPresent(longest -> pauses.put(reason, longest));
    }
    return pauses;
  }

  private List<Target> targets(Optional<RuleVersion> before, Map<String, Wrong> wrong) {
    List<Target> targets = new ArrayList<>();
    targets(before)
        .forEach(
            (id, kind) -> {
              String field = "t-" + id;
              amount(field, wrong)
                  .ifPresent(
                      within ->
                          targets.add(
                              new Target(
                                  id,
                                  kind,
                                  from(kind, value(field + "-from")),
                                  within,
                                  Coded.find(Runs.class, value(field + "-runs"))
                                      .orElse(Runs.WORKING_TIME),
                                  value(field + "-pausable").equals("true"))));
            });
    return targets;
  }

  private static StartsFrom from(ClockKind kind, String typed) {
    List<StartsFrom> possible = starts(kind);
    return Coded.find(StartsFrom.class, typed).filter(possible::contains).orElse(possible.get(0));
  }

  /** The length typed into a field; empty when it is left out or cannot be read. */
  private Optional<Duration> amount(String field, Map<String, Wrong> wrong) {
    String number = value(field);
    if (number.isBlank()) {
      return Optional.empty();
    }
    Optional<Duration> length =
        Amount.read(number, value(field + "-unit"))
            .filter(found -> found.compareTo(Target.LONGEST) <= 0);
    if (length.isEmpty()) {
      wrong.put(field, new Wrong("rules.error.amount", List.of()));
    }
    return length;
  }

  private static void amount(Map<String, String> typed, String field, Duration length) {
    Amount amount = Amount.of(length);
    typed.put(field, String.valueOf(amount.number()));
    typed.put(field + "-unit", amount.unit());
  }

  private static String code(@Nullable Coded value) {
    return value == null ? "" : value.code();
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }
}
