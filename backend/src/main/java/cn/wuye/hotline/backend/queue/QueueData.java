package cn.wuye.hotline.backend.queue;

import cn.wuye.hotline.router.queue.AgentProfile;
import cn.wuye.hotline.router.queue.QueueDefinition;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * All queues and agents at one moment.
 *
 * @param barred devices of those who have a phone and may not work
 * @param regions the region of each estate that is in one
 * @param manners by the queue's code; a queue that is not in it has nothing special
 * @param agentNames how agents are called, by extension; a phone of nobody at which nobody sits is
 *     not in it
 * @param lent who is in one queue alone for the time being, by extension
 */
public record QueueData(
    List<QueueDefinition> queues,
    List<AgentProfile> agents,
    Set<String> barred,
    Map<String, String> regions,
    Map<String, QueueManner> manners,
    Map<String, String> agentNames,
    Map<String, Lent> lent) {
  /** Nothing is known yet. */
  public static final QueueData NONE = new QueueData(List.of(), List.of(), Set.of(), Map.of());

  public QueueData {
    queues = List.copyOf(queues);
    agents = List.copyOf(agents);
    barred = Set.copyOf(barred);
    regions = Map.copyOf(regions);
    manners = Map.copyOf(manners);
    agentNames = Map.copyOf(agentNames);
    lent = Map.copyOf(lent);
  }

  /** Queues that are run plainly, phones of nobody, and nobody is lent. */
  QueueData(
      List<QueueDefinition> queues,
      List<AgentProfile> agents,
      Set<String> barred,
      Map<String, String> regions) {
    this(queues, agents, barred, regions, Map.of(), Map.of(), Map.of());
  }

  public Optional<QueueDefinition> queue(String code) {
    return queues.stream().filter(queue -> queue.code().equals(code)).findFirst();
  }

  public QueueManner manner(QueueDefinition queue) {
    return manners.getOrDefault(queue.code(), QueueManner.PLAIN);
  }

  public Optional<AgentProfile> agent(String extension) {
    return agents.stream().filter(agent -> agent.extension().equals(extension)).findFirst();
  }

  /** The codes of the queues where agents are lent, by extension. */
  Map<String, String> lentTo() {
    return lent.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue().queue()));
  }
}
