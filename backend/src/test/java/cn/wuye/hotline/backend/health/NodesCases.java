package cn.wuye.hotline.backend.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Heartbeats, on every database. */
abstract class NodesCases {
  private static final List<Fact> FACTS =
      List.of(new Fact("storage", Fact.Tone.WARN, "warn", Map.of("freeGb", 4.5, "x", "中文")));
  private static final Instant STARTED = Instant.parse("2026-03-01T02:03:04.567Z");

  @Autowired Nodes nodes;
  @Autowired JdbcClient jdbc;

  private final String node = "beat-" + UUID.randomUUID().toString().substring(0, 8);

  @Test
  void aNodeIsHeardThenSilentThenForgotten() {
    nodes.beat(node, STARTED, false, FACTS);
    assertThat(mine().silent()).isFalse();
    assertThat(mine().startedAt()).isEqualTo(STARTED);
    assertThat(mine().facts()).isEqualTo(FACTS);

    lastHeard("1 MINUTE");
    assertThat(mine().silent()).isTrue();

    lastHeard("8 DAY");
    assertThat(nodes.all()).extracting(NodeState::node).doesNotContain(node);
  }

  @Test
  void aNodeThatWasStoppedSaysSo() {
    nodes.beat(node, STARTED, false, FACTS);
    nodes.beat(node, STARTED, true, List.of());

    assertThat(mine().stopped()).isTrue();
  }

  private void lastHeard(String ago) {
    jdbc.sql(
            "UPDATE node_heartbeat SET beaten_at = UTC_TIMESTAMP(3) - INTERVAL "
                + ago
                + " WHERE node = ?")
        .param(node)
        .update();
  }

  private NodeState mine() {
    return nodes.all().stream().filter(each -> each.node().equals(node)).findFirst().orElseThrow();
  }
}
