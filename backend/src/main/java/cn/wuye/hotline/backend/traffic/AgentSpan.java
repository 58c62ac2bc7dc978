package cn.wuye.hotline.backend.traffic;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A time for which an agent was in one state.
 *
 * @param state one of an agent
 * @param reason of a pause; else empty
 * @param call that it is for; empty when for none
 * @param to does not belong to it; after {@code from}
 */
public record AgentSpan(
    String agent, EventKind state, String reason, String call, Instant from, Instant to) {
  public AgentSpan {
    if (!state.ofAgent() || !from.isBefore(to)) {
      throw new IllegalArgumentException(
          "no span of an agent: " + state.code() + " from " + from + " to " + to);
    }
  }

  /** Milliseconds. */
  public long length() {
    return Duration.between(from, to).toMillis();
  }

  /** The part of it that lies between two moments, in milliseconds; 0 when none does. */
  public long within(Instant begin, Instant end) {
    Instant first = from.isAfter(begin) ? from : begin;
    Instant last = to.isBefore(end) ? to : end;
    return Math.max(0, Duration.between(first, last).toMillis());
  }

  /**
   * The spans that the events tell of, in their order. A state lasts until the agent's next event;
   * what was before an agent's first is not known, so the last event before the time that is of
   * interest must be among them.
   *
   * @param events in any order; those of calls are passed over
   * @param now the end of spans that still go on; what lies after it is cut off
   */
  public static List<AgentSpan> of(Collection<QueueEvent> events, Instant now) {
    List<AgentSpan> spans = new ArrayList<>();
    Map<String, QueueEvent> last = new HashMap<>();
    events.stream()
        .filter(event -> event.kind().ofAgent())
        .sorted(Comparator.comparing(QueueEvent::at))
        .forEach(
            event -> {
              QueueEvent before = last.put(event.agent(), event);
              if (before != null) {
                add(spans, before, event.at(), now);
              }
            });
    last.values().forEach(event -> add(spans, event, now, now));
    spans.sort(Comparator.comparing(AgentSpan::from).thenComparing(AgentSpan::agent));
    return spans;
  }

  private static void add(List<AgentSpan> spans, QueueEvent begin, Instant end, Instant now) {
    Instant to = end.isBefore(now) ? end : now;
    if (begin.at().isBefore(to)) {
      String reason = begin.kind() == EventKind.AGENT_PAUSED ? begin.detail().strip() : "";
      spans.add(new AgentSpan(begin.agent(), begin.kind(), reason, begin.call(), begin.at(), to));
    }
  }
}
