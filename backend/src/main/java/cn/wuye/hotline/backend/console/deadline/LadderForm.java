package cn.wuye.hotline.backend.console.deadline;

import cn.wuye.hotline.backend.deadline.escalation.Ladder;
import cn.wuye.hotline.backend.deadline.escalation.Role;
import cn.wuye.hotline.backend.deadline.settings.LadderDraft;
import cn.wuye.hotline.backend.deadline.settings.Wrong;
import cn.wuye.hotline.backend.deadline.store.LadderVersion;
import cn.wuye.hotline.backend.ticket.Urgency;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The form of the ladder: what is typed, field by field. */
final class LadderForm {
  private static final int MOST_WARNINGS = 5;

  private final Map<String, String> typed;

  LadderForm(Map<String, String> typed) {
    this.typed = Map.copyOf(typed);
  }

  /** What a version says. */
  static LadderForm of(LadderVersion version) {
    Ladder ladder = version.ladder();
    Map<String, String> typed = new LinkedHashMap<>();
    typed.put("version", String.valueOf(version.version()));
    typed.put(
        "warnings",
        ladder.warnings().stream().map(String::valueOf).collect(Collectors.joining(" ")));
    amount(typed, "unsolved", ladder.unsolvedAfter());
    for (Urgency urgency : Urgency.values()) {
      ladder.of(urgency).forEach(rung -> amount(typed, field(urgency, rung.role()), rung.after()));
    }
    return new LadderForm(typed);
  }

  /** The field for how much too late a role is told. */
  static String field(Urgency urgency, Role role) {
    return "r-" + urgency.code() + "-" + role.code();
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
  LadderForm with(String field, String value) {
    Map<String, String> changed = new LinkedHashMap<>(typed);
    changed.put(field, value);
    return new LadderForm(changed);
  }

  /**
   * What it says.
   *
   * @param wrong gets what cannot be read, by field
   */
  LadderDraft draft(Map<String, Wrong> wrong) {
    Map<Urgency, Map<Role, Duration>> rungs = new EnumMap<>(Urgency.class);
    for (Urgency urgency : Urgency.values()) {
      Map<Role, Duration> roles = new EnumMap<>(Role.class);
      for (Role role : Role.values()) {
        String field = field(urgency, role);
        if (!value(field).isBlank()) {
          read(field)
              .ifPresentOrElse(
                  after -> roles.put(role, after),
                  () -> wrong.put(field, new Wrong("ladder.error.amount", List.of())));
        }
      }
      rungs.put(urgency, roles);
    }
    Optional<Duration> unsolved = Amount.read(value("unsolved"), value("unsolved-unit"));
    if (unsolved.isEmpty()) {
      wrong.put("unsolved", new Wrong("ladder.error.unsolved", List.of()));
    }
    return new LadderDraft(warnings(wrong), rungs, unsolved.orElse(Duration.ZERO));
  }

  /** Nothing is a length of time here: at once. */
  private Optional<Duration> read(String field) {
    return value(field).strip().equals("0")
        ? Optional.of(Duration.ZERO)
        : Amount.read(value(field), value(field + "-unit"));
  }

  private List<Integer> warnings(Map<String, Wrong> wrong) {
    List<Integer> percents = new ArrayList<>();
    for (String part : value("warnings").strip().split("[\\s,，、;；%％]+")) {
      if (part.matches("[0-9]{1,2}")) {
        percents.add(Integer.valueOf(part));
      } else if (!part.isEmpty()) {
        wrong.put("warnings", new Wrong("rules.error.warnings", List.of(MOST_WARNINGS)));
      }
    }
    return percents;
  }

  private static void amount(Map<String, String> typed, String field, Duration length) {
    Amount amount = Amount.of(length);
    typed.put(field, String.valueOf(amount.number()));
    typed.put(field + "-unit", amount.unit());
  }
}
