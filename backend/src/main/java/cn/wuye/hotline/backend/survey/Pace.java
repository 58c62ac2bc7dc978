package cn.wuye.hotline.backend.survey;

import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which of the due calls are placed now. Lines stay free for those who call in, none is taken while
 * anybody waits in a queue, and no number is called twice at once.
 */
public final class Pace {
  private Pace() {}

  /**
   * What goes on.
   *
   * @param trunks the ways out
   * @param busyNumbers the numbers that are being called, whatever for
   * @param waiting how many people wait in queues
   * @param paused whether the switch says that nobody is phoned
   */
  public record Situation(
      List<Trunk> trunks, Set<PhoneNumber> busyNumbers, int waiting, boolean paused) {
    public Situation {
      trunks = List.copyOf(trunks);
      busyNumbers = Set.copyOf(busyNumbers);
    }
  }

  /** A call and its way out. */
  public record Placement(DueCall call, String trunk) {}

  /**
   * The calls to be placed, in order: those with the higher priority or due longest first.
   *
   * @param due calls that wait; some may be due later
   */
  public static List<Placement> choose(List<DueCall> due, Situation situation, Instant now) {
    List<Placement> placed = new ArrayList<>();
    if (situation.paused() || situation.waiting() > 0) {
      return placed;
    }
    Map<String, Integer> room = new LinkedHashMap<>();
    situation.trunks().forEach(trunk -> room.put(trunk.name(), trunk.room()));
    Set<PhoneNumber> busy = new HashSet<>(situation.busyNumbers());
    List<DueCall> waiting =
        due.stream()
            .filter(call -> !call.due().isAfter(now))
            .sorted(Comparator.comparing(DueCall::rank).thenComparingLong(DueCall::id))
            .toList();
    for (DueCall call : waiting) {
      Optional<String> trunk = roomiest(room);
      if (trunk.isEmpty()) {
        break;
      }
      if (busy.add(call.number())) {
        room.merge(trunk.get(), -1, Integer::sum);
        placed.add(new Placement(call, trunk.get()));
      }
    }
    return placed;
  }

  private static Optional<String> roomiest(Map<String, Integer> room) {
    return room.entrySet().stream()
        .filter(each -> each.getValue() > 0)
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey);
  }
}
