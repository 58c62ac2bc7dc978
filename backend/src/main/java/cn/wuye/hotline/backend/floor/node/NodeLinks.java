package cn.wuye.hotline.backend.floor.node;

import cn.wuye.hotline.backend.HotlineProperties;
import cn.wuye.hotline.backend.database.DatabaseAwayException;
import cn.wuye.hotline.backend.database.DatabaseGate;
import cn.wuye.hotline.backend.database.Periodically;
import cn.wuye.hotline.backend.database.SchemaReady;
import cn.wuye.hotline.backend.floor.Floor;
import cn.wuye.hotline.backend.floor.node.NodeAddresses.Address;
import cn.wuye.hotline.backend.health.NodeState;
import cn.wuye.hotline.backend.health.Nodes;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Listens to all other nodes. Who they are stands in their heartbeats, where they are they have
 * told; while the database is away those that are known are listened to.
 */
@Component
class NodeLinks {
  private static final Logger log = LoggerFactory.getLogger(NodeLinks.class);
  private static final Duration EVERY = Duration.ofSeconds(1);
  private static final Duration LOOK = Duration.ofSeconds(5);

  private final HotlineProperties here;
  private final NodeProperties properties;
  private final Nodes nodes;
  private final NodeAddresses addresses;
  private final NodeClient client;
  private final PartItems items;
  private final Floor floor;
  private final DatabaseGate gate;
  private final Clock clock;
  private final Periodically rounds = new Periodically("floor-nodes", EVERY, this::round);
  private final Map<String, NodeLink> links = new TreeMap<>();
  private volatile Map<String, Address> known = Map.of();
  private volatile String ownPort = "";
  private Optional<Address> told = Optional.empty();
  private Instant looked = Instant.MIN;

  NodeLinks(
      HotlineProperties here,
      NodeProperties properties,
      Nodes nodes,
      NodeAddresses addresses,
      NodeClient client,
      PartItems items,
      Floor floor,
      DatabaseGate gate,
      Clock clock) {
    this.here = here;
    this.properties = properties;
    this.nodes = nodes;
    this.addresses = addresses;
    this.client = client;
    this.items = items;
    this.floor = floor;
    this.gate = gate;
    this.clock = clock;
  }

  /** Where a node can be reached; empty string when it has not told. */
  String url(String node) {
    return Optional.ofNullable(known.get(node)).map(Address::url).orElse("");
  }

  /** Where callers can be sent to a node, {@code HOST:PORT}; empty string when it has not told. */
  String sip(String node) {
    return Optional.ofNullable(known.get(node)).map(Address::sip).orElse("");
  }

  @EventListener
  void listening(WebServerInitializedEvent web) {
    // The management port, where there is one, is another server.
    if (ownPort.isEmpty()) {
      ownPort = String.valueOf(web.getWebServer().getPort());
    }
  }

  @EventListener
  void start(SchemaReady now) {
    if (client.possible()) {
      rounds.start();
    } else {
      log.warn("without HOTLINE_CLUSTER_SECRET this node does not listen to others");
    }
  }

  @PreDestroy
  void stop() {
    rounds.close();
    links.values().forEach(NodeLink::close);
  }

  private void round() {
    Instant now = clock.instant();
    if (!now.isBefore(looked.plus(LOOK)) || now.isBefore(looked)) {
      looked = now;
      look();
    }
    links.values().forEach(link -> link.tend(now));
  }

  private void look() {
    try {
      Map<String, Address> others = gate.run(this::others);
      known = others;
      links
          .entrySet()
          .removeIf(
              listened -> {
                Address now = others.get(listened.getKey());
                boolean gone = now == null;
                boolean moved = now != null && !listened.getValue().url().equals(now.url());
                if (gone || moved) {
                  listened.getValue().close();
                  floor.forget(listened.getKey());
                }
                return gone || moved;
              });
      others.forEach(
          (node, address) ->
              links.computeIfAbsent(
                  node, name -> new NodeLink(name, address.url(), client, items, floor, clock)));
    } catch (DatabaseAwayException away) {
      log.debug("the nodes that are known are listened to: {}", away.getMessage());
    }
  }

  private Map<String, Address> others() {
    Optional<Address> own = own();
    if (own.isPresent() && !own.equals(told)) {
      addresses.tell(here.nodeId(), own.get());
      told = own;
    }
    Map<String, Address> all = addresses.all();
    Map<String, Address> others = new HashMap<>();
    for (NodeState node : nodes.all()) {
      Address address = all.get(node.node());
      if (!node.stopped() && address != null && !node.node().equals(here.nodeId())) {
        others.put(node.node(), address);
      }
    }
    return others;
  }

  /** Empty while the web server does not listen, or has no port as in tests. */
  private Optional<Address> own() {
    String url = properties.url();
    if (url.isEmpty() && !ownPort.isEmpty()) {
      url = "http://127.0.0.1:" + ownPort;
    }
    return Optional.of(url)
        .filter(known -> !known.isEmpty())
        .map(known -> new Address(known, properties.sip()));
  }
}
