package cn.wuye.hotline.backend.health;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/**
 * How this node is: the same health indicators that {@code /actuator/health} shows. One that does
 * not know leaves its part out.
 */
@Component
public class NodeFacts {
  /**
   * A detail that says what is the matter; without it the state is {@code ok}, {@code warn} or
   * {@code down}.
   */
  public static final String STATE = "state";

  /** A detail that makes a fact worse than its status: {@code down}. */
  public static final String TONE = "tone";

  /** The state of a part that could not be asked. */
  public static final String UNTOLD = "untold";

  private static final List<String> PARTS =
      List.of(
          "telephone",
          "trunk",
          "ami",
          "asterisk",
          "speech",
          "intake",
          "database",
          "storage",
          "deadlines",
          "messages",
          "jobs",
          "wording");

  private static final Logger log = LoggerFactory.getLogger(NodeFacts.class);
  private static final Status BROKEN = new Status("DEGRADED");

  private final Map<String, HealthIndicator> indicators;
  private volatile List<Fact> latest = List.of();

  NodeFacts(Map<String, HealthIndicator> indicators) {
    this.indicators = indicators;
  }

  /** Asks all parts; the worst first. */
  public List<Fact> now() {
    List<Fact> facts = new ArrayList<>();
    PARTS.forEach(part -> fact(part).ifPresent(facts::add));
    facts.sort(Comparator.comparing(Fact::tone).reversed());
    latest = List.copyOf(facts);
    return latest;
  }

  /** What was found last, a heartbeat ago at most; asks when nothing was yet. */
  public List<Fact> latest() {
    return latest.isEmpty() ? now() : latest;
  }

  private Optional<Fact> fact(String part) {
    return Optional.ofNullable(indicators.get(part + "HealthIndicator"))
        .map(indicator -> health(part, indicator))
        .filter(health -> !Status.UNKNOWN.equals(health.getStatus()))
        .map(health -> fact(part, health));
  }

  /** One that breaks is a fact of its own: the others, and the heartbeat, are to be told. */
  private static Health health(String part, HealthIndicator indicator) {
    try {
      Health health = indicator.health();
      return health == null ? Health.unknown().build() : health;
    } catch (RuntimeException e) {
      log.warn("how {} is cannot be told", part, e);
      return Health.status(BROKEN).withDetail(STATE, UNTOLD).build();
    }
  }

  private static Fact fact(String part, Health health) {
    Map<String, Object> values = new LinkedHashMap<>();
    health
        .getDetails()
        .forEach(
            (name, value) -> {
              if (value instanceof String || value instanceof Number || value instanceof Boolean) {
                values.put(name, value);
              }
            });
    Fact.Tone tone =
        Status.UP.equals(health.getStatus())
            ? Fact.Tone.OK
            : Status.DOWN.equals(health.getStatus()) || "down".equals(values.remove(TONE))
                ? Fact.Tone.DOWN
                : Fact.Tone.WARN;
    Object state = values.remove(STATE);
    return new Fact(
        part,
        tone,
        state == null ? tone.name().toLowerCase(Locale.ROOT) : state.toString(),
        values);
  }
}
