package cn.wuye.hotline.backend.floor.figures;

import static java.util.stream.Collectors.groupingBy;

import cn.wuye.hotline.backend.floor.FloorFigures;
import cn.wuye.hotline.backend.floor.LastHour;
import cn.wuye.hotline.backend.floor.QueueFigures;
import cn.wuye.hotline.backend.traffic.AgentSpan;
import cn.wuye.hotline.backend.traffic.QueueEvent;
import cn.wuye.hotline.backend.traffic.Stay;
import cn.wuye.hotline.backend.traffic.Stays;
import cn.wuye.hotline.backend.traffic.figures.AgentSums;
import cn.wuye.hotline.backend.traffic.figures.CallSums;
import cn.wuye.hotline.backend.traffic.figures.FigureRules;
import cn.wuye.hotline.backend.traffic.figures.FigureTable;
import cn.wuye.hotline.backend.traffic.figures.PendingCallBacks;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Makes the figures of a day of its events. */
final class DayFigures {
  private DayFigures() {}

  /**
   * The figures until now; the minutes of the last hour may lie before the day.
   *
   * @param events of the day and an hour before it
   * @param begin of the day
   */
  static FloorFigures of(Collection<QueueEvent> events, Instant begin, Instant now) {
    List<Stay> stays = Stays.of(events, now);
    Instant end = now.plusMillis(1);
    Map<String, CallSums> sums =
        FigureTable.ofQueues(stays, FigureRules.SHIPPED).between(begin, end).byName();
    Map<String, AgentSums> agents =
        FigureTable.ofAgents(AgentSpan.of(events, now), stays, events).between(begin, end).byName();
    Map<String, List<Stay>> byQueue = stays.stream().collect(groupingBy(Stay::queue));
    Map<String, Integer> callBacks = new HashMap<>();
    PendingCallBacks.of(events)
        .forEach(pending -> callBacks.merge(pending.queue(), 1, Integer::sum));
    Set<String> codes = new TreeSet<>(byQueue.keySet());
    codes.addAll(callBacks.keySet());
    Map<String, QueueFigures> queues = new HashMap<>();
    for (String code : codes) {
      List<Stay> there = byQueue.getOrDefault(code, List.of());
      queues.put(
          code,
          new QueueFigures(
              sums.getOrDefault(code, CallSums.NONE),
              callBacks.getOrDefault(code, 0),
              LastHour.waiting(there, now),
              LastHour.answered(there, now)));
    }
    return new FloorFigures(queues, agents);
  }
}
