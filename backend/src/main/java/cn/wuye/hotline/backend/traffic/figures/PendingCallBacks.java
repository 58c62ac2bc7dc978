package cn.wuye.hotline.backend.traffic.figures;

import cn.wuye.hotline.backend.traffic.EventKind;
import cn.wuye.hotline.backend.traffic.QueueEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Call-backs that were asked for and neither made nor given up. */
public final class PendingCallBacks {
  private PendingCallBacks() {}

  /**
   * One of them.
   *
   * @param call in which it was asked for; its id holds the node's name
   * @param asked when
   */
  public record Pending(String call, String queue, Instant asked) {}

  /**
   * Those that the events tell of, the oldest first. A call-back is made by another call, perhaps
   * of another node, and named by the one in which it was asked for.
   *
   * @param events in any order
   */
  public static List<Pending> of(Collection<QueueEvent> events) {
    Map<String, Pending> pending = new LinkedHashMap<>();
    events.stream()
        .sorted(Comparator.comparing(QueueEvent::at))
        .forEach(
            event -> {
              if (event.kind() == EventKind.CALL_BACK_ASKED) {
                pending.putIfAbsent(
                    event.call(), new Pending(event.call(), event.queue(), event.at()));
              } else if (event.kind() == EventKind.CALL_BACK_DONE
                  || event.kind() == EventKind.CALL_BACK_GIVEN_UP) {
                pending.remove(event.call());
              }
            });
    return new ArrayList<>(pending.values());
  }
}
