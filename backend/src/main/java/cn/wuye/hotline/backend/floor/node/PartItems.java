package cn.wuye.hotline.backend.floor.node;

import cn.wuye.hotline.backend.floor.Agent;
import cn.wuye.hotline.backend.floor.Caller;
import cn.wuye.hotline.backend.floor.Changes;
import cn.wuye.hotline.backend.floor.MachineCaller;
import cn.wuye.hotline.backend.floor.NodePart;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A node's part as things by key, as it travels: {@code node}, {@code c:CALL}, {@code a:AGENT},
 * {@code m:CALL}.
 */
final class PartItems {
  private static final String NODE = "node";
  private static final String CALLER = "c:";
  private static final String AGENT = "a:";
  private static final String MACHINE = "m:";

  private final JsonMapper json;

  /** The node itself. */
  record Head(String node, boolean seen, Instant since) {}

  PartItems(JsonMapper json) {
    // The other node may be of a newer release.
    this.json = json.rebuild().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
  }

  static Map<String, Object> of(NodePart part) {
    Map<String, Object> items = new TreeMap<>();
    items.put(NODE, new Head(part.node(), part.seen(), part.since()));
    part.callers().forEach(caller -> items.put(CALLER + caller.call(), caller));
    part.agents().forEach(agent -> items.put(AGENT + agent.extension(), agent));
    part.machine().forEach(caller -> items.put(MACHINE + caller.call(), caller));
    return items;
  }

  String text(Changes<Object> changes) {
    return json.writeValueAsString(changes);
  }

  /**
   * Reads what {@link #text} wrote.
   *
   * @throws tools.jackson.core.JacksonException when it is something else
   */
  Changes<Object> read(String text) {
    JsonNode tree = json.readTree(text);
    Map<String, Object> put = new HashMap<>();
    for (Map.Entry<String, JsonNode> item : tree.path("put").properties()) {
      Class<?> type = type(item.getKey());
      if (type != null) {
        put.put(item.getKey(), json.treeToValue(item.getValue(), type));
      }
    }
    Set<String> gone = new TreeSet<>();
    for (JsonNode key : tree.path("gone")) {
      gone.add(key.asString());
    }
    return new Changes<>(put, gone);
  }

  /** Null for what a later release brings. */
  private static @Nullable Class<?> type(String key) {
    if (key.equals(NODE)) {
      return Head.class;
    }
    if (key.startsWith(MACHINE)) {
      return MachineCaller.class;
    }
    return key.startsWith(CALLER) ? Caller.class : key.startsWith(AGENT) ? Agent.class : null;
  }

  /**
   * Puts a part together again; empty while the node tells nothing of itself, as one without a
   * telephone does.
   *
   * @param node whom we listen to: nobody speaks for another
   */
  static Optional<NodePart> part(String node, Map<String, Object> items) {
    @Nullable Head head = null;
    List<Caller> callers = new ArrayList<>();
    List<Agent> agents = new ArrayList<>();
    List<MachineCaller> machine = new ArrayList<>();
    for (Object item : items.values()) {
      if (item instanceof Head told) {
        head = told;
      } else if (item instanceof Caller caller) {
        callers.add(caller);
      } else if (item instanceof Agent agent) {
        agents.add(agent);
      } else if (item instanceof MachineCaller caller) {
        machine.add(caller);
      }
    }
    return head == null
        ? Optional.empty()
        : Optional.of(new NodePart(node, head.seen(), head.since(), callers, agents, machine));
  }
}
