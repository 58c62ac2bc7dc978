package cn.wuye.hotline.router.queue;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** In which queues an agent is when she is signed in. */
public final class Memberships {
  private Memberships() {}

  /**
   * All queues whose skills she has, by code.
   *
   * @param regions the region of each estate
   */
  public static List<Membership> of(
      AgentProfile agent, Collection<QueueDefinition> queues, Map<String, String> regions) {
    return queues.stream()
        .filter(queue -> agent.skills().containsAll(queue.skills()))
        .sorted(Comparator.comparing(QueueDefinition::code))
        .map(queue -> new Membership(queue, Reach.of(agent, queue, regions)))
        .toList();
  }
}
