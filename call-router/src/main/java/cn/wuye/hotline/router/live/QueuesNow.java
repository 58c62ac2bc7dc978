package cn.wuye.hotline.router.live;

import cn.wuye.hotline.router.agent.AgentSnapshot;
import cn.wuye.hotline.router.agent.AgentSnapshot.Phone;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * All queues of one node at one moment.
 *
 * @param current whether it is the present; else the last that was seen
 * @param queues by name
 * @param calls the call with which each device talks or for which it rings, where that is known
 */
public record QueuesNow(boolean current, List<QueueView> queues, Map<String, String> calls) {
  public QueuesNow {
    queues = List.copyOf(queues);
    calls = Map.copyOf(calls);
  }

  public Optional<QueueView> queue(String name) {
    return queues.stream().filter(queue -> queue.name().equals(name)).findFirst();
  }

  /** Every device that is in a queue. */
  public Set<String> devices() {
    Set<String> devices = new TreeSet<>();
    queues.forEach(queue -> queue.members().forEach(member -> devices.add(member.device())));
    return devices;
  }

  /** What is seen of one agent over all queues. */
  public AgentSnapshot agent(String device) {
    List<QueueMember> places =
        queues.stream()
            .flatMap(queue -> queue.members().stream())
            .filter(member -> member.device().equals(device))
            .toList();
    String call = calls.getOrDefault(device, "");
    Optional<QueueMember> paused =
        places.stream().filter(member -> member.pause().isPresent()).findFirst();
    return new AgentSnapshot(
        !places.isEmpty(),
        paused.flatMap(QueueMember::pause),
        places.stream()
            .map(QueueMember::phone)
            .findFirst()
            // A phone of one line is busy for Asterisk as soon as it rings; its caller waits then.
            .map(phone -> phone == Phone.BUSY && waits(call) ? Phone.RINGING : phone)
            .orElse(Phone.ABSENT),
        call,
        paused.flatMap(QueueMember::pausedAt),
        places.stream()
            .flatMap(member -> member.lastCallAt().stream())
            .max(Comparator.<Instant>naturalOrder()));
  }

  /** Whether a channel waits in any queue. */
  public boolean waits(String call) {
    return queues.stream()
        .flatMap(queue -> queue.waiting().stream())
        .anyMatch(caller -> caller.call().equals(call));
  }
}
