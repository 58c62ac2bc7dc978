package cn.wuye.hotline.backend.survey.campaign;

import cn.wuye.hotline.backend.persistence.Utc;
import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What all nodes see of their lines: each has an Asterisk of its own before the same trunk. */
@Component
public class CampaignNodes {
  /** Who has told nothing for so long is dead, or its clock is. */
  public static final Duration FRESH = Duration.ofSeconds(15);

  private final JdbcClient jdbc;

  CampaignNodes(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * All nodes together.
   *
   * @param others how many lines of the trunk are in use for anything but surveys
   * @param waiting for how many callers a person is being rung
   */
  record Seen(int others, int waiting) {}

  /** Tells what this node sees. */
  void report(String node, String trunk, LinesNow lines, Instant now) {
    jdbc.sql(
            "INSERT INTO campaign_node (node, trunk, others, waiting, seen_at)"
                + " VALUES (:node, :trunk, :others, :waiting, :now)"
                + " ON DUPLICATE KEY UPDATE others = :others, waiting = :waiting, seen_at = :now")
        .param("node", node)
        .param("trunk", trunk)
        .param("others", lines.others())
        .param("waiting", lines.waiting())
        .param("now", Utc.column(now))
        .update();
  }

  /** What all nodes that live have told. */
  Seen seen(String trunk, Instant now) {
    return jdbc.sql(
            "SELECT COALESCE(SUM(others), 0) AS others, COALESCE(SUM(waiting), 0) AS waiting"
                + " FROM campaign_node WHERE trunk = ? AND seen_at > ?")
        .params(trunk, Utc.column(now.minus(FRESH)))
        .query((row, n) -> new Seen(row.getInt("others"), row.getInt("waiting")))
        .single();
  }
}
