package cn.wuye.hotline.backend.health;

import cn.wuye.hotline.backend.HotlineProperties;
import cn.wuye.hotline.backend.database.Periodically;
import cn.wuye.hotline.backend.database.SchemaReady;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Tells the other nodes every ten seconds that this one lives, and how it is. */
@Component
class Heartbeat {
  private static final Logger log = LoggerFactory.getLogger(Heartbeat.class);
  private static final Duration PAUSE = Duration.ofSeconds(10);

  private final String node;
  private final NodeFacts facts;
  private final Nodes nodes;
  private final Instant startedAt;
  private final Periodically rounds = new Periodically("heartbeat", PAUSE, () -> beat(false));

  Heartbeat(HotlineProperties node, NodeFacts facts, Nodes nodes, Clock clock) {
    this.node = node.nodeId();
    this.facts = facts;
    this.nodes = nodes;
    this.startedAt = clock.instant();
  }

  @EventListener
  void start(SchemaReady now) {
    rounds.start();
  }

  @PreDestroy
  void stop() {
    rounds.close();
    beat(true);
  }

  private void beat(boolean last) {
    try {
      nodes.beat(node, startedAt, last, last ? facts.latest() : facts.now());
    } catch (DataAccessException | TransactionException away) {
      log.debug("no heartbeat, the database is away: {}", away.getMessage());
    }
  }
}
