package cn.wuye.hotline.backend.health;

import cn.wuye.hotline.backend.persistence.Utc;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The heartbeats of all nodes. Times are those of the database's clock, so that nodes whose clocks
 * differ agree on who is silent.
 */
@Component
public class Nodes {
  /** A node that is silent for longer is worth a look. */
  public static final Duration SILENT_AFTER = Duration.ofSeconds(35);

  /** What has been silent for longer than this was taken away for good. */
  private static final Duration FORGOTTEN_AFTER = Duration.ofDays(7);

  private static final TypeReference<List<Fact>> FACTS = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final JsonMapper json;

  Nodes(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** All nodes of the last days, by name. */
  public List<NodeState> all() {
    return jdbc.sql(
            "SELECT node, started_at, beaten_at, stopped, facts,"
                + " TIMESTAMPDIFF(SECOND, beaten_at, UTC_TIMESTAMP(3)) AS age FROM node_heartbeat"
                + " WHERE beaten_at > TIMESTAMPADD(SECOND, :forgotten, UTC_TIMESTAMP(3))"
                + " ORDER BY node")
        .param("forgotten", -FORGOTTEN_AFTER.toSeconds())
        .query(
            (row, n) ->
                new NodeState(
                    row.getString("node"),
                    Utc.instant(row, "started_at"),
                    Utc.instant(row, "beaten_at"),
                    row.getLong("age") > SILENT_AFTER.toSeconds(),
                    row.getBoolean("stopped"),
                    json.readValue(row.getString("facts"), FACTS)))
        .list();
  }

  void beat(String node, Instant startedAt, boolean stopped, List<Fact> facts) {
    jdbc.sql(
            "INSERT INTO node_heartbeat (node, started_at, beaten_at, stopped, facts)"
                + " VALUES (:node, :started, UTC_TIMESTAMP(3), :stopped, :facts)"
                + " ON DUPLICATE KEY UPDATE started_at = :started, beaten_at = UTC_TIMESTAMP(3),"
                + " stopped = :stopped, facts = :facts")
        .param("node", node)
        .param("started", Utc.column(startedAt))
        .param("stopped", stopped)
        .param("facts", json.writeValueAsString(facts))
        .update();
  }
}
