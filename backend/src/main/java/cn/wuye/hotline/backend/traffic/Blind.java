package cn.wuye.hotline.backend.traffic;

import java.time.Instant;

/**
 * A time in which a node saw nothing of its Asterisk: what happened then is known by its outcome at
 * most.
 *
 * @param to when it saw again
 */
public record Blind(String node, Instant from, Instant to) {
  /** As it stands in the log. */
  public static Blind of(QueueEvent event) {
    return new Blind(event.node(), Instant.parse(event.detail()), event.at());
  }

  /** For the log. */
  public QueueEvent event() {
    return QueueEvent.told(node, EventKind.BLIND, to, "", "", "", from.toString());
  }
}
