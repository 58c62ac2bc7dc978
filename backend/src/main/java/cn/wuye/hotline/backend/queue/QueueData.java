package cn.wuye.hotline.backend.queue;

import cn.wuye.hotline.router.queue.AgentProfile;
import cn.wuye.hotline.router.queue.QueueDefinition;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * All queues and agents at one moment.
 *
 * @param regions the region of each estate that is in one
 * @param lent who is in one queue alone for the time being, by extension
 */
public record QueueData(
    List<QueueDefinition> queues,
    List<AgentProfile> agents,
    Map<String, String> regions,
    Map<String, Lent> lent) {
  public QueueData {
    queues = List.copyOf(queues);
    agents = List.copyOf(agents);
    regions = Map.copyOf(regions);
    lent = Map.copyOf(lent);
  }

  /** Nobody is lent. */
  QueueData(
      List<QueueDefinition> queues, List<AgentProfile> agents, Map<String, String> regions) {
    this(queues, agents, regions, Map.of());
  }

  /** The codes of the queues where agents are lent, by extension. */
  Map<String, String> lentTo() {
    return lent.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue().queue()));
  }
}
