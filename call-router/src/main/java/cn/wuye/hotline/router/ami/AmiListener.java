package cn.wuye.hotline.router.ami;

import java.util.List;
import java.util.Optional;
import org.asteriskjava.manager.event.CoreShowChannelEvent;
import org.asteriskjava.manager.event.ManagerEvent;
import org.asteriskjava.manager.event.ResponseEvent;

/**
 * Told what comes from Asterisk, on one thread and in order: first {@link #onSynchronised} and
 * {@link #onQueues}, then the events of that connection, then {@link #onStatus} when it is lost.
 * Should return quickly; what it throws is logged and harms nobody else.
 */
public interface AmiListener {

  /**
   * After every login, before any event of the new connection.
   *
   * @param channels all channels that exist, with the bridge each is in
   * @param blind since when nothing was seen; empty at the first login
   */
  default void onSynchronised(List<CoreShowChannelEvent> channels, Optional<BlindSpan> blind) {}

  /**
   * After {@link #onSynchronised} of all listeners: what {@code QueueStatus} lists.
   *
   * @param status parameters, members and waiting callers of all queues; empty without any, and
   *     where Asterisk has no queues
   * @param blind since when nothing was seen; empty at the first login
   */
  default void onQueues(List<ResponseEvent> status, Optional<BlindSpan> blind) {}

  /** One event. */
  default void onEvent(ManagerEvent event) {}

  /** The state of the connection changed. */
  default void onStatus(AmiStatus status) {}
}
