package cn.wuye.hotline.backend.traffic;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes stays of events. */
public final class Stays {
  private Stays() {}

  /**
   * The stays that the events tell of, in the order in which they began. What has no beginning (it
   * was not seen) makes no stay: nothing is guessed. What has no end within {@link
   * Stay#LONGEST_CALL} is lost since the last that was heard of the call.
   *
   * @param events in any order; of the same millisecond, in the order in which they happened
   * @param now until when waits and talks that go on are counted; no event lies after it
   */
  public static List<Stay> of(Collection<QueueEvent> events, Instant now) {
    Map<String, CallCourse> calls = new LinkedHashMap<>();
    events.stream()
        .filter(event -> !event.kind().ofAgent())
        .sorted(Comparator.comparing(QueueEvent::at))
        .forEach(
            event ->
                calls
                    .computeIfAbsent(
                        event.call(), call -> new CallCourse(new CallKey(event.node(), call)))
                    .take(event));
    Map<WrapUpKey, Long> wrapUps = wrapUps(events, now);
    List<Stay> stays = new ArrayList<>();
    calls.values().forEach(call -> stays.addAll(call.stays(now, wrapUps)));
    stays.sort(Comparator.comparing(Stay::joined));
    return stays;
  }

  private static Map<WrapUpKey, Long> wrapUps(Collection<QueueEvent> events, Instant now) {
    Map<WrapUpKey, Long> sums = new HashMap<>();
    for (AgentSpan span : AgentSpan.of(events, now)) {
      if (span.state() == EventKind.AGENT_WRAP_UP && !span.call().isEmpty()) {
        sums.merge(new WrapUpKey(span.call(), span.agent()), span.length(), Long::sum);
      }
    }
    return sums;
  }

  /**
   * A call; it may wait at other nodes, too.
   *
   * @param node where it was first offered
   */
  record CallKey(String node, String call) {}

  record WrapUpKey(String call, String agent) {}
}
