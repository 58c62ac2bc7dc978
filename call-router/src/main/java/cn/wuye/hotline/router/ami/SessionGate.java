package cn.wuye.hotline.router.ami;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.asteriskjava.manager.ManagerEventListener;
import org.asteriskjava.manager.event.ConnectEvent;
import org.asteriskjava.manager.event.CoreShowChannelEvent;
import org.asteriskjava.manager.event.CoreShowChannelsCompleteEvent;
import org.asteriskjava.manager.event.DisconnectEvent;
import org.asteriskjava.manager.event.ManagerEvent;
import org.asteriskjava.manager.event.QueueEntryEvent;
import org.asteriskjava.manager.event.QueueMemberEvent;
import org.asteriskjava.manager.event.QueueParamsEvent;
import org.asteriskjava.manager.event.QueueStatusCompleteEvent;
import org.jspecify.annotations.Nullable;

/**
 * Holds back the events of a new connection until the snapshot of it has been handed over. Events
 * older than the snapshot are repeated on top of it; since they end in the same state, the state
 * does too.
 */
final class SessionGate implements ManagerEventListener {
  private final Consumer<ManagerEvent> beyond;
  private @Nullable List<ManagerEvent> held = new ArrayList<>();

  SessionGate(Consumer<ManagerEvent> beyond) {
    this.beyond = beyond;
  }

  @Override
  public synchronized void onManagerEvent(ManagerEvent event) {
    if (event instanceof CoreShowChannelEvent
        || event instanceof CoreShowChannelsCompleteEvent
        || event instanceof QueueParamsEvent
        // Its subclass QueueMemberStatusEvent is news.
        || event.getClass() == QueueMemberEvent.class
        || event instanceof QueueEntryEvent
        || event instanceof QueueStatusCompleteEvent
        || event instanceof ConnectEvent
        || event instanceof DisconnectEvent) {
      return;
    }
    if (held != null) {
      held.add(event);
    } else {
      beyond.accept(event);
    }
  }

  /** Hands over the snapshot, then what was held back; from now on all goes through. */
  synchronized void open(Runnable snapshot) {
    snapshot.run();
    List<ManagerEvent> late = held;
    held = null;
    if (late != null) {
      late.forEach(beyond);
    }
  }
}
