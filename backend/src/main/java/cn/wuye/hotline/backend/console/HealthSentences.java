package cn.wuye.hotline.backend.console;

import cn.wuye.hotline.backend.health.Fact;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Puts the state of a node into plain sentences. */
@Component
class HealthSentences {
  /** What the sentences about a part may name, in the order of their arguments. */
  static final Map<String, List<String>> VALUES =
      Map.of(
          "telephone", List.of("calls"),
          "trunk", List.of("registration"),
          "ami", List.of("description", "since", "lostAt", "lostSeconds"),
          "asterisk", List.of("version", "since"),
          "speech", List.of("description", "since", "open", "created"),
          "intake",
              List.of(
                  "callsInProgress",
                  "journals",
                  "oldestMinutes",
                  "spooledCalls",
                  "rejected",
                  "numbersLeft"),
          "database", List.of("milliseconds"),
          "storage", List.of("freeGb", "freePercent", "callHours", "description"),
          "messages", List.of("dead", "late"),
          "jobs", List.of("count", "failed", "hanging"));

  /** Every state that a part may be in. */
  static final Map<String, List<String>> STATES =
      Map.of(
          "telephone", List.of("ok", "down"),
          "trunk", List.of("ok", "none", "silent", "unasked", "unregistered"),
          "ami", List.of("ok", "warn", "refused", "back"),
          "asterisk", List.of("ok", "young"),
          "speech", List.of("ok", "warn"),
          "intake", List.of("ok", "waiting", "late", "rejected"),
          "database", List.of("ok", "slow", "down"),
          "storage", List.of("ok", "warn", "down", "unreadable"),
          "messages", List.of("ok", "dead", "late"),
          "jobs", List.of("ok", "failed", "hanging"));

  private final Labels labels;

  HealthSentences(Labels labels) {
    this.labels = labels;
  }

  /**
   * One thing that is well or not.
   *
   * @param name what it is about
   * @param tone ok, warn or danger
   * @param sentence what it means for residents, and what to do
   */
  record Line(String name, String tone, String tonesName, String sentence) {}

  Line of(Fact fact) {
    Object[] values =
        VALUES.getOrDefault(fact.part(), List.of()).stream()
            .map(name -> shown(fact.values().getOrDefault(name, "")))
            .toArray();
    String tone = fact.tone().name().toLowerCase(java.util.Locale.ROOT);
    return new Line(
        labels.text("status." + fact.part()),
        tone.equals("down") ? "danger" : tone,
        labels.text("status." + tone),
        labels.text("status." + fact.part() + "." + fact.state(), values));
  }

  private Object shown(Object value) {
    if (value instanceof String text && text.matches("[0-9-]{10}T[0-9:.]+Z")) {
      try {
        return labels.time(Instant.parse(text));
      } catch (DateTimeParseException noTime) {
        return text;
      }
    }
    return value;
  }
}
