package cn.wuye.hotline.backend.console;

import cn.wuye.hotline.backend.database.DatabaseFailure;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How the hotline is, in plain sentences. */
@Component
class HealthFacts {
  private static final Logger log = LoggerFactory.getLogger(HealthFacts.class);

  private final JdbcClient jdbc;
  private final Labels labels;

  HealthFacts(JdbcClient jdbc, Labels labels) {
    this.jdbc = jdbc;
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
    facts.add(database());
    facts.sort(Comparator.comparing(Fact::tone).reversed());
    return facts;
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
