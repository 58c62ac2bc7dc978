package cn.wuye.hotline.backend.deadline.rule;

import cn.wuye.hotline.backend.persistence.Coded;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is different between two versions of a rule. */
public final class RuleChanges {
  private RuleChanges() {}

  /**
   * A difference.
   *
   * @param key id of the target, code of the reason or of the dimension; else empty
   * @param from a {@link Target}, {@link java.time.Duration}, code, name, number or percentages;
   *     null when it was not there
   */
  public record Change(Part part, String key, @Nullable Object from, @Nullable Object to) {
    /** Both sides in codes, for the log. */
    public Map<String, String> codes() {
      return Map.of("from", text(from), "to", text(to));
    }

    private static String text(@Nullable Object value) {
      if (value instanceof Target target) {
        return target.within()
            + " "
            + target.runs().code()
            + " "
            + target.from().code()
            + (target.pausable() ? " pausable" : "");
      }
      return value instanceof Coded coded ? coded.code() : Objects.toString(value, "");
    }

    /** {@code target.solve, order}. */
    public String name() {
      return key.isEmpty() ? part.code() : part.code() + "." + key;
    }
  }

  /** What a difference is about. */
  public enum Part implements Coded {
    NAME("name"),
    /** Whether it is switched off. */
    OFF("off"),
    ORDER("order"),
    CONDITION("condition"),
    TARGET("target"),
    PAUSE("pause"),
    WARNINGS("warnings");

    private final String code;

    Part(String code) {
      this.code = code;
    }

    @Override
    public String code() {
      return code;
    }
  }

  /** In the order in which people read a rule. */
  public static List<Change> between(RuleDraft before, RuleDraft after) {
    List<Change> changes = new ArrayList<>();
    add(changes, Part.NAME, "", before.name(), after.name());
    add(changes, Part.OFF, "", before.off(), after.off());
    Map<Dimension, Object> then = conditions(before.conditions());
    Map<Dimension, Object> now = conditions(after.conditions());
    for (Dimension dimension : Dimension.values()) {
      add(changes, Part.CONDITION, dimension.code(), then.get(dimension), now.get(dimension));
    }
    add(changes, Part.ORDER, "", before.order(), after.order());
    Map<String, Target> targets = targets(before);
    Map<String, Target> wanted = targets(after);
    TreeSet<String> gone = new TreeSet<>(targets.keySet());
    gone.removeAll(wanted.keySet());
    wanted.forEach((id, target) -> add(changes, Part.TARGET, id, targets.get(id), target));
    gone.forEach(id -> add(changes, Part.TARGET, id, targets.get(id), null));
    for (PauseReason reason : PauseReason.values()) {
      add(
          changes,
          Part.PAUSE,
          reason.code(),
          before.pauses().get(reason),
          after.pauses().get(reason));
    }
    add(changes, Part.WARNINGS, "", before.warnings(), after.warnings());
    return changes;
  }

  private static void add(
      List<Change> changes, Part part, String key, @Nullable Object from, @Nullable Object to) {
    if (!Objects.equals(from, to)) {
      changes.add(new Change(part, key, from, to));
    }
  }

  private static Map<String, Target> targets(RuleDraft draft) {
    return draft.targets().stream()
        .collect(
            Collectors.toMap(Target::id, each -> each, (first, same) -> first, LinkedHashMap::new));
  }

  /** What is asked for, by what it is asked of. */
  public static Map<Dimension, Object> conditions(Conditions conditions) {
    Map<Dimension, Object> named = new LinkedHashMap<>();
    put(named, Dimension.THIRD_PARTY, conditions.thirdParty());
    put(named, Dimension.ESTATE, conditions.estate());
    put(named, Dimension.CATEGORY, conditions.category());
    put(named, Dimension.SUBCATEGORY, conditions.subcategory());
    put(named, Dimension.KIND, conditions.kind());
    put(named, Dimension.URGENCY, conditions.urgency());
    return named;
  }

  private static void put(Map<Dimension, Object> named, Dimension dimension, @Nullable Object it) {
    if (it != null) {
      named.put(dimension, it);
    }
  }
}
