package cn.wuye.hotline.router.live;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One queue as it is being followed; guarded by {@link LiveQueues}. */
final class LiveQueue {
  private final String name;
  private final List<WaitingCaller> waiting = new ArrayList<>();
  private final Map<String, QueueMember> members = new TreeMap<>();

  LiveQueue(String name) {
    this.name = name;
  }

  /** At a position from 1; who is there already, as events repeat a snapshot, stays as she is. */
  void join(String call, int position, Instant since) {
    if (waiting.stream().noneMatch(caller -> caller.call().equals(call))) {
      int index = Math.max(0, Math.min(position - 1, waiting.size()));
      waiting.add(index, new WaitingCaller(call, since));
    }
  }

  void leave(String call) {
    waiting.removeIf(caller -> caller.call().equals(call));
  }

  void put(QueueMember member) {
    members.put(member.device(), member);
  }

  void remove(String device) {
    members.remove(device);
  }

  String name() {
    return name;
  }

  /** Whether nobody waits, and nobody is signed in. */
  boolean empty() {
    return waiting.isEmpty() && members.isEmpty();
  }

  Optional<QueueMember> member(String device) {
    return Optional.ofNullable(members.get(device));
  }

  boolean has(String device) {
    return members.containsKey(device);
  }

  QueueView view() {
    return new QueueView(name, waiting, List.copyOf(members.values()));
  }
}
