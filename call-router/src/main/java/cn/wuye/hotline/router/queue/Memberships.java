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

  /**
   * The same while some agents are lent.
   *
   * @param lent the code of the one queue where an agent is for the time being, whatever her
   *     skills, by extension; a queue that is not there counts for nothing
   */
  public static List<Membership> of(
      AgentProfile agent,
      Collection<QueueDefinition> queues,
      Map<String, String> regions,
      Map<String, String> lent) {
    return queues.stream()
        .filter(queue -> queue.code().equals(lent.get(agent.extension())))
        .findFirst()
        .map(queue -> List.of(new Membership(queue, Reach.ESTATE)))
        .orElseGet(() -> of(agent, queues, regions));
  }
}
