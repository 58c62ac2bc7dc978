package cn.wuye.hotline.backend.traffic.reconcile;

import cn.wuye.hotline.backend.traffic.EventKind;
import cn.wuye.hotline.backend.traffic.InAsterisk;
import cn.wuye.hotline.backend.traffic.QueueEvent;
import cn.wuye.hotline.router.live.Placeholder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Tells what Asterisk's {@code queue_log} says in our own words, so that the same reckoning makes
 * stays of both.
 */
public final class QueueLog {
  private QueueLog() {}

  /**
   * The events of callers. What Asterisk does not know stays out: why somebody left between two
   * slices of waiting, hold, positions, wrap-up.
   *
   * @param node whose file it is
   */
  public static List<QueueEvent> events(String node, Collection<QueueLogLine> lines) {
    List<QueueEvent> events = new ArrayList<>();
    for (QueueLogLine line : lines) {
      if (Placeholder.is(line.call())) {
        // Of what stands for a call-back or an emergency: no caller's.
        continue;
      }
      switch (line.event()) {
        case "ENTERQUEUE" -> events.add(event(node, line, EventKind.JOINED));
        case "CONNECT" -> events.add(event(node, line, EventKind.ANSWERED));
        case "COMPLETECALLER", "COMPLETEAGENT" ->
            events.add(event(node, line, EventKind.COMPLETED));
        case "BLINDTRANSFER", "ATTENDEDTRANSFER" ->
            events.add(event(node, line, EventKind.TRANSFERRED));
        case "ABANDON" -> events.add(event(node, line, EventKind.ABANDONED));
        case "EXITWITHKEY" -> events.add(event(node, line, EventKind.LEFT_BY_KEY));
        case "EXITEMPTY" -> events.add(event(node, line, EventKind.EMPTY));
        case "EXITWITHTIMEOUT" -> events.add(event(node, line, EventKind.STEPPED_OUT));
        case "RINGNOANSWER" -> events.add(event(node, line, EventKind.NOT_ANSWERED));
        default -> {
          // Starts, configuration, memberships and pauses are of no caller.
        }
      }
    }
    return events;
  }

  private static QueueEvent event(String node, QueueLogLine line, EventKind kind) {
    String queue = InAsterisk.queue(line.queue());
    String agent = line.agent().equals("NONE") ? "" : line.agent();
    return QueueEvent.told(node, kind, line.at(), line.call(), queue, agent, "");
  }
}
