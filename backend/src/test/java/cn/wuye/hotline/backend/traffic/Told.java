package cn.wuye.hotline.backend.traffic;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Events for tests, told as a story: seconds after a moment. */
public final class Told {
  public static final String NODE = "node-1";

  private final Instant start;
  private final List<QueueEvent> events = new ArrayList<>();

  public Told(String start) {
    this.start = Instant.parse(start);
  }

  /** The moment so many seconds after the start. */
  public Instant at(double second) {
    return start.plusMillis(Math.round(second * 1000));
  }

  /** Something of a call, with no agent. */
  public Told call(double second, EventKind kind, String call, String queue) {
    return call(second, kind, call, queue, "", "");
  }

  /** Something of a call. */
  public Told call(
      double second, EventKind kind, String call, String queue, String agent, String detail) {
    events.add(QueueEvent.told(NODE, kind, at(second), call, queue, agent, detail));
    return this;
  }

  /** A state of an agent. */
  public Told agent(double second, EventKind state, String agent) {
    return agent(second, state, agent, "", "");
  }

  /** A state of an agent, for a call or with a reason. */
  public Told agent(double second, EventKind state, String agent, String call, String reason) {
    events.add(QueueEvent.told(NODE, state, at(second), call, "", agent, reason));
    return this;
  }

  public List<QueueEvent> events() {
    return List.copyOf(events);
  }

  /** What has become of it so many seconds after the start. */
  public List<Stay> stays(double second) {
    return Stays.of(events, at(second));
  }
}
