package cn.wuye.hotline.backend.survey.progress;

import cn.wuye.hotline.backend.persistence.Columns;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.survey.campaign.CampaignNodes;
import cn.wuye.hotline.backend.survey.campaign.CampaignProperties;
import cn.wuye.hotline.backend.survey.progress.LineUse.Node;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the nodes have written down about their lines; a few rows. */
@Component
class LineUseRows {
  /** A node that is silent for so long was taken away. */
  private static final Duration REMEMBERED = Duration.ofDays(1);

  private final JdbcClient jdbc;
  private final CampaignProperties limits;

  LineUseRows(JdbcClient jdbc, CampaignProperties limits) {
    this.jdbc = jdbc;
    this.limits = limits;
  }

  LineUse now(Instant now) {
    Map<String, Integer> surveys = surveys();
    List<Node> nodes = nodes(surveys, now);
    List<Node> alive = nodes.stream().filter(node -> !node.silent()).toList();
    return new LineUse(
        limits.trunk(),
        limits.lines(),
        limits.keptFree(),
        limits.perSecond(),
        surveys.values().stream().mapToInt(Integer::intValue).sum(),
        alive.stream().mapToInt(Node::others).sum(),
        alive.stream().mapToInt(Node::waiting).sum(),
        nodes);
  }

  private Map<String, Integer> surveys() {
    Map<String, Integer> lines = new HashMap<>();
    jdbc.sql("SELECT node, COUNT(*) AS used FROM trunk_use WHERE trunk = ? GROUP BY node")
        .param(limits.trunk())
        .query(
            row -> {
              lines.put(Columns.text(row, "node"), row.getInt("used"));
            });
    return lines;
  }

  private List<Node> nodes(Map<String, Integer> surveys, Instant now) {
    return jdbc.sql(
            "SELECT node, others, waiting, seen_at FROM campaign_node"
                + " WHERE trunk = ? AND seen_at > ? ORDER BY node")
        .params(limits.trunk(), Utc.column(now.minus(REMEMBERED)))
        .query(
            (row, n) -> {
              String name = Columns.text(row, "node");
              Instant seen = Utc.instant(row, "seen_at");
              return new Node(
                  name,
                  surveys.getOrDefault(name, 0),
                  row.getInt("others"),
                  row.getInt("waiting"),
                  seen,
                  !seen.isAfter(now.minus(CampaignNodes.FRESH)));
            })
        .list();
  }
}
