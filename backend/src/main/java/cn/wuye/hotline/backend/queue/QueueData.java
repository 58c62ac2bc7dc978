package cn.wuye.hotline.backend.queue;

import cn.wuye.hotline.router.queue.AgentProfile;
import cn.wuye.hotline.router.queue.QueueDefinition;
import java.util.List;
import java.util.Map;

/**
 * All queues and agents at one moment.
 *
 * @param regions the region of each estate that is in one
 */
public record QueueData(
    List<QueueDefinition> queues, List<AgentProfile> agents, Map<String, String> regions) {
  public QueueData {
    queues = List.copyOf(queues);
    agents = List.copyOf(agents);
    regions = Map.copyOf(regions);
  }
}
