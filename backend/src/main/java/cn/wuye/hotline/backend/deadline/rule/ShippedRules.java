package cn.wuye.hotline.backend.deadline.rule;

import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.persistence.Coded;
import cn.wuye.hotline.backend.ticket.Kind;
import cn.wuye.hotline.backend.ticket.Urgency;
import cn.wuye.hotline.ivr.data.DataFile;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The deadlines of the house, as they are shipped: version 1 of each rule, from ever. */
public final class ShippedRules {
  private ShippedRules() {}

  /**
   * Reads them.
   *
   * @throws IllegalStateException when the file cannot be read
   * @throws IllegalArgumentException when a value in it is not possible
   */
  public static List<DeadlineRule> read() {
    DataFile file = DataFile.resource("/deadlines/rules.yml");
    Map<PauseReason, Duration> pauses = new EnumMap<>(PauseReason.class);
    DataFile longest = file.mapping("longest-pauses");
    for (String reason : longest.keys()) {
      pauses.put(Coded.of(PauseReason.class, reason), duration(longest.text(reason)));
    }
    return file.mappings("rules").stream().map(rule -> rule(rule, pauses)).toList();
  }

  private static DeadlineRule rule(DataFile rule, Map<PauseReason, Duration> pauses) {
    return new DeadlineRule(
        new RuleRef(rule.text("id"), 1),
        Instant.EPOCH,
        false,
        Integer.parseInt(rule.text("order")),
        conditions(rule.mapping("when")),
        pauses,
        rule.mappings("targets").stream().map(ShippedRules::target).toList());
  }

  private static Conditions conditions(DataFile when) {
    return new Conditions(
        optional(when, "kind", text -> Coded.of(Kind.class, text)),
        optional(when, "category", Function.identity()),
        optional(when, "subcategory", Function.identity()),
        optional(when, "urgency", text -> Coded.of(Urgency.class, text)),
        optional(when, "estate", EstateId::parse),
        optional(when, "third-party", Function.identity()));
  }

  private static Target target(DataFile target) {
    return new Target(
        target.text("id"),
        Coded.of(ClockKind.class, target.text("clock")),
        Coded.of(StartsFrom.class, target.text("from")),
        duration(target.text("within")),
        Coded.of(Runs.class, target.text("runs")),
        Boolean.parseBoolean(target.text("pausable", "false")));
  }

  private static <T> @Nullable T optional(DataFile when, String key, Function<String, T> read) {
    String text = when.text(key, "");
    return text.isEmpty() ? null : read.apply(text);
  }

  private static Duration duration(String text) {
    try {
      return Duration.parse(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "'" + text + "' is no duration; write it like PT30M, PT2H or P7D", e);
    }
  }
}
