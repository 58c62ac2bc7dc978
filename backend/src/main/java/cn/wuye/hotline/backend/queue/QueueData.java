package cn.wuye.hotline.backend.queue;

import cn.wuye.hotline.router.queue.AgentProfile;
import cn.wuye.hotline.router.queue.QueueDefinition;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All queues and agents at one moment.
 *
 * @param barred devices of those who have a phone and may not work
 * @param regions the region of each estate that is in one
 */
record QueueData(
    List<QueueDefinition> queues,
    List<AgentProfile> agents,
    Set<String> barred,
    Map<String, String> regions) {
  QueueData {
    queues = List.copyOf(queues);
    agents = List.copyOf(agents);
    barred = Set.copyOf(barred);
    regions = Map.copyOf(regions);
  }
}
