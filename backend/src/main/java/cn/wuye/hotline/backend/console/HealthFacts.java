package cn.wuye.hotline.backend.console;

import cn.wuye.hotline.backend.database.DatabaseFailure;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How the hotline is, in plain sentences. */
@Component
class HealthFacts {
  private static final Logger log = LoggerFactory.getLogger(HealthFacts.class);

  private final JdbcClient jdbc;
  private final Labels labels;
  private final Map<String, HealthIndicator> indicators;

  HealthFacts(JdbcClient jdbc, Labels labels, Map<String, HealthIndicator> indicators) {
    this.jdbc = jdbc;
    this.labels = labels;
    this.indicators = indicators;
  }

  /** The parts that report on themselves, where this node has them. */
  private static final List<String> PARTS = List.of("telephone", "ami", "speech", "intake");

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
    facts.add(database());
    PARTS.forEach(part -> fact(part).ifPresent(facts::add));
    facts.sort(Comparator.comparing(Fact::tone).reversed());
    return facts;
  }

  private Optional<Fact> fact(String part) {
    return Optional.ofNullable(indicators.get(part + "HealthIndicator"))
        .map(HealthIndicator::health)
        .map(
            health -> {
              Tone tone =
                  Status.UP.equals(health.getStatus())
                      ? Tone.OK
                      : Status.DOWN.equals(health.getStatus()) ? Tone.DOWN : Tone.WARN;
              Map<String, @Nullable Object> details = health.getDetails();
              return new Fact(
                  labels.text("status." + part),
                  tone,
                  labels.text(
                      "status." + part + "." + tone.name().toLowerCase(Locale.ROOT),
                      details.getOrDefault("description", ""),
                      details.getOrDefault("rejected", 0),
                      details.getOrDefault("journals", 0)));
            });
  }

  private Fact database() {
    String name = labels.text("status.database");
    try {
      jdbc.sql("SELECT 1").query(Integer.class).single();
      return new Fact(name, Tone.OK, labels.text("status.database.ok"));
    } catch (DataAccessException away) {
      log.info("status page: the database is {}", DatabaseFailure.of(away));
      return new Fact(name, Tone.DOWN, labels.text("status.database.down"));
    }
  }
}
