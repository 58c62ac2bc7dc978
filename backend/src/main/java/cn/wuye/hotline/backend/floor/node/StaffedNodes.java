package cn.wuye.hotline.backend.floor.node;

import cn.wuye.hotline.backend.HotlineProperties;
import cn.wuye.hotline.backend.floor.Doing;
import cn.wuye.hotline.backend.floor.Floor;
import cn.wuye.hotline.backend.floor.FloorNow.PlacedAgent;
import cn.wuye.hotline.backend.queue.OtherNodes;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Reads from the view over all nodes who works where. */
@Component
final class StaffedNodes implements OtherNodes {
  private final HotlineProperties here;
  private final Floor floor;
  private final NodeLinks links;
  private final Clock clock;

  StaffedNodes(HotlineProperties here, Floor floor, NodeLinks links, Clock clock) {
    this.here = here;
    this.floor = floor;
    this.links = links;
    this.clock = clock;
  }

  @Override
  public Optional<Elsewhere> staffed(String queue, String home, Set<String> without) {
    return best(working(queue, without), home);
  }

  @Override
  public Optional<Elsewhere> free(String queue, Set<String> without) {
    Map<String, List<PlacedAgent>> working = working(queue, without);
    working.values().removeIf(agents -> ready(agents) == 0);
    return best(working, "");
  }

  private Map<String, List<PlacedAgent>> working(String queue, Set<String> without) {
    return floor.now(clock.instant()).agents().stream()
        .filter(placed -> !placed.stale() && placed.agent().doing().works())
        .filter(placed -> placed.agent().queues().contains(queue))
        .filter(placed -> !placed.node().equals(here.nodeId()))
        .filter(placed -> !without.contains(placed.node()))
        .filter(placed -> !links.sip(placed.node()).isEmpty())
        .collect(Collectors.groupingBy(PlacedAgent::node, HashMap::new, Collectors.toList()));
  }

  private Optional<Elsewhere> best(Map<String, List<PlacedAgent>> working, String home) {
    return working.entrySet().stream()
        .min(
            Comparator.comparing(
                    (Map.Entry<String, List<PlacedAgent>> node) -> !node.getKey().equals(home))
                .thenComparing(node -> -ready(node.getValue()))
                .thenComparing(Map.Entry.comparingByKey()))
        .map(
            node -> new Elsewhere(node.getKey(), links.sip(node.getKey()), node.getValue().size()));
  }

  private static long ready(List<PlacedAgent> agents) {
    return agents.stream().filter(placed -> placed.agent().doing() == Doing.READY).count();
  }
}
