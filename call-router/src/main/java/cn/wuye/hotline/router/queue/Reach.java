package cn.wuye.hotline.router.queue;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How near an agent is to a queue's callers; the ring widens from one to the next. */
public enum Reach {
  ESTATE(0),
  REGION(10),
  EVERYBODY(20);

  /** What a rule adds to {@code QUEUE_MAX_PENALTY} to reach the next. */
  public static final int STEP = 10;

  private final int penalty;

  Reach(int penalty) {
    this.penalty = penalty;
  }

  /** Asterisk's penalty of a membership. */
  public int penalty() {
    return penalty;
  }

  /**
   * @param regions the region of each estate; an estate that is not in it is in no region
   */
  public static Reach of(AgentProfile agent, QueueDefinition queue, Map<String, String> regions) {
    if (agent.estates().isEmpty()
        || queue.estates().isEmpty()
        || !Collections.disjoint(agent.estates(), queue.estates())) {
      return ESTATE;
    }
    return Collections.disjoint(
            regionsOf(agent.estates(), regions), regionsOf(queue.estates(), regions))
        ? EVERYBODY
        : REGION;
  }

  private static Set<String> regionsOf(Set<String> estates, Map<String, String> regions) {
    return estates.stream()
        .flatMap(estate -> Stream.ofNullable(regions.get(estate)))
        .collect(Collectors.toSet());
  }
}
