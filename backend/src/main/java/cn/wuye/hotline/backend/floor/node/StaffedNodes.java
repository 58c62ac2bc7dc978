package cn.wuye.hotline.backend.floor.node;

import cn.wuye.hotline.backend.HotlineProperties;
import cn.wuye.hotline.backend.floor.Doing;
import cn.wuye.hotline.backend.floor.Floor;
import cn.wuye.hotline.backend.floor.FloorNow.PlacedAgent;
import cn.wuye.hotline.backend.queue.OtherNodes;
import java.time.Clock;
import java.util.Comparator;
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
    Map<String, List<PlacedAgent>> working =
        floor.now(clock.instant()).agents().stream()
            .filter(placed -> !placed.stale() && placed.agent().doing().works())
            .filter(placed -> placed.agent().queues().contains(queue))
            .filter(placed -> !placed.node().equals(here.nodeId()))
            .filter(placed -> !without.contains(placed.node()))
            .filter(placed -> !links.sip(placed.node()).isEmpty())
            .collect(Collectors.groupingBy(PlacedAgent::node));
    return working.keySet().stream()
        .min(
            Comparator.comparing((String node) -> !node.equals(home))
                .thenComparing(node -> -ready(working.getOrDefault(node, List.of())))
                .thenComparing(Comparator.naturalOrder()))
        .map(
            node ->
                new Elsewhere(node, links.sip(node), working.getOrDefault(node, List.of()).size()));
  }

  private static long ready(List<PlacedAgent> agents) {
    return agents.stream().filter(placed -> placed.agent().doing() == Doing.READY).count();
  }
}
