package cn.wuye.hotline.backend.floor.node;

import cn.wuye.hotline.backend.persistence.Columns;
import cn.wuye.hotline.backend.persistence.Utc;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where the nodes can be reached by each other. */
@Component
class NodeAddresses {
  private final JdbcClient jdbc;
  private final Clock clock;

  NodeAddresses(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** This node can be reached there from now on. */
  void tell(String node, String url) {
    jdbc.sql(
            "INSERT INTO node_address (node, url, told_at) VALUES (:node, :url, :now)"
                + " ON DUPLICATE KEY UPDATE url = :url, told_at = :now")
        .param("node", node)
        .param("url", url)
        .param("now", Utc.column(Utc.now(clock)))
        .update();
  }

  /** All that were ever told, by node. */
  Map<String, String> all() {
    Map<String, String> urls = new HashMap<>();
    jdbc.sql("SELECT node, url FROM node_address")
        .query(
            row -> {
              urls.put(Columns.text(row, "node"), Columns.text(row, "url"));
            });
    return urls;
  }
}
