package cn.wuye.hotline.backend.console;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * How the hotline is, in plain sentences: for every health indicator that the message bundle has
 * words for, under {@code health.NAME.name}, {@code .up}, {@code .degraded} and {@code .down}.
 */
@Component
class HealthFacts {
  private final ObjectProvider<Map<String, HealthIndicator>> indicators;
  private final DatabaseCheck database;
  private final MessageSource messages;
  private final Labels labels;

  HealthFacts(
      ObjectProvider<Map<String, HealthIndicator>> indicators,
      DatabaseCheck database,
      MessageSource messages,
      Labels labels) {
    this.indicators = indicators;
    this.database = database;
    this.messages = messages;
    this.labels = labels;
  }

  /** How bad it is. */
  enum Tone {
    OK,
    WARN,
    DOWN
  }

  /**
   * One thing that is well or not.
   *
   * @param name what it is about
   * @param sentence what it means for the hotline
   */
  record Fact(String name, Tone tone, String sentence) {}

  /** The worst first. */
  List<Fact> all() {
    List<Fact> facts = new ArrayList<>();
    boolean there = database.answers();
    facts.add(
        new Fact(
            labels.text("health.database.name"),
            there ? Tone.OK : Tone.DOWN,
            labels.text(there ? "health.database.up" : "health.database.down")));
    indicators
        .getIfAvailable(Map::of)
        .forEach((bean, indicator) -> add(bean.replace("HealthIndicator", ""), indicator, facts));
    facts.sort(Comparator.comparing(Fact::tone).reversed());
    return facts;
  }

  private void add(String name, HealthIndicator indicator, List<Fact> facts) {
    String title =
        messages.getMessage("health." + name + ".name", null, "", LocaleContextHolder.getLocale());
    if (name.equals("database") || title == null || title.isEmpty()) {
      return;
    }
    Health health =
        Objects.requireNonNullElseGet(indicator.health(), () -> Health.unknown().build());
    Tone tone = tone(health.getStatus());
    String key = "health." + name + "." + word(tone);
    Object rejected = health.getDetails().getOrDefault("rejected", 0);
    Object waiting = health.getDetails().getOrDefault("journals", 0);
    facts.add(new Fact(title, tone, labels.text(key, rejected, waiting)));
  }

  private static Tone tone(Status status) {
    if (status.equals(Status.UP)) {
      return Tone.OK;
    }
    return status.equals(Status.DOWN) ? Tone.DOWN : Tone.WARN;
  }

  private static String word(Tone tone) {
    return switch (tone) {
      case OK -> "up";
      case WARN -> "degraded";
      case DOWN -> "down";
    };
  }
}
