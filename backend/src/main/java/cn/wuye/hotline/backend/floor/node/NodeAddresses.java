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

  /**
   * Where a node is reached.
   *
   * @param url of its console
   * @param sip {@code HOST:PORT} of its Asterisk; empty where it has none
   */
  record Address(String url, String sip) {}

  /** This node can be reached there from now on. */
  void tell(String node, Address address) {
    jdbc.sql(
            "INSERT INTO node_address (node, url, sip, told_at) VALUES (:node, :url, :sip, :now)"
                + " ON DUPLICATE KEY UPDATE url = :url, sip = :sip, told_at = :now")
        .param("node", node)
        .param("url", address.url())
        .param("sip", address.sip())
        .param("now", Utc.column(Utc.now(clock)))
        .update();
  }

  /** All that were ever told, by node. */
  Map<String, Address> all() {
    Map<String, Address> addresses = new HashMap<>();
    jdbc.sql("SELECT node, url, sip FROM node_address")
        .query(
            row -> {
              addresses.put(
                  Columns.text(row, "node"),
                  new Address(Columns.text(row, "url"), Columns.text(row, "sip")));
            });
    return addresses;
  }
}
