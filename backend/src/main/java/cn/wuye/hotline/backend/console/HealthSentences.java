package cn.wuye.hotline.backend.console;

import static java.util.Map.entry;

import cn.wuye.hotline.backend.health.Fact;
import cn.wuye.hotline.backend.health.NodeFacts;
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
      Map.ofEntries(
          entry("telephone", List.of("calls")),
          entry("trunk", List.of("registration")),
          entry("ami", List.of("description", "since", "lostAt", "lostSeconds")),
          entry("asterisk", List.of("version", "since")),
          entry("speech", List.of("description", "since", "open", "created")),
          entry(
              "intake",
              List.of(
                  "callsInProgress",
                  "journals",
                  "oldestMinutes",
                  "spooledCalls",
                  "rejected",
                  "numbersLeft")),
          entry("database", List.of("milliseconds", "problem")),
          entry("storage", List.of("freeGb", "freePercent", "callHours", "description")),
          entry("deadlines", List.of("minutes")),
          entry("messages", List.of("dead", "late")),
          entry("jobs", List.of("count", "failed", "hanging")),
          entry("wording", List.of("version", "wanted")));

  /** Every state that a part may be in. */
  static final Map<String, List<String>> STATES =
      Map.ofEntries(
          entry("telephone", List.of("ok", "down")),
          entry("trunk", List.of("ok", "none", "silent", "unasked", "unregistered")),
          entry("ami", List.of("ok", "warn", "refused", "back")),
          entry("asterisk", List.of("ok", "young")),
          entry("speech", List.of("ok", "warn")),
          entry("intake", List.of("ok", "waiting", "late", "rejected")),
          entry("database", List.of("ok", "slow", "down", "schema")),
          entry("storage", List.of("ok", "warn", "down", "unreadable")),
          entry("deadlines", List.of("ok", "failed", "late")),
          entry("messages", List.of("ok", "dead", "late")),
          entry("jobs", List.of("ok", "failed", "hanging")),
          entry("wording", List.of("ok", "broken")));

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
        fact.state().equals(NodeFacts.UNTOLD)
            ? labels.text("status.untold")
            : labels.text("status." + fact.part() + "." + fact.state(), values));
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
